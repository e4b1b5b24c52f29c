using Microsoft.ML;
using Microsoft.ML.Data;

namespace Surrogates.ModelFiles;

/// <summary>
/// A transformer that is a chain of ML.NET's own: they do its work, and stand for it in a model file, so that a plain
/// <c>mlContext.Model.Load</c> opens it.
/// </summary>
public abstract class DelegatingTransformer : ITransformer
{
    private readonly ITransformer _chain;

    private protected DelegatingTransformer(ITransformer chain) => _chain = chain;

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _chain.IsRowToRowMapper;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _chain.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _chain.GetRowToRowMapper(inputSchema);

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _chain.Transform(input);

    /// <inheritdoc/>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _chain.Save(ctx);
}
