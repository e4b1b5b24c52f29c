using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Surrogates.ModelFiles;

/// <summary>
/// Puts a text of our own into an ML.NET model file with public API alone. What a custom mapping needs at scoring time travels as
/// the one value of a <c>MapValue</c> transform, which ML.NET saves; it reaches the mapping by reference in a hidden column,
/// without a cost a row.
/// </summary>
/// <remarks>
/// Column and contract names stand in the files that users keep: a change of meaning needs a new name with a new version.
/// </remarks>
internal static class PayloadCarrier
{
    /// <summary>The hidden column that holds the payload.</summary>
    public const string PayloadColumn = "__surrogates_payload";

    private const string KeyColumn = "__surrogates_key";
    private const string Key = "payload";

    /// <summary>A chain that runs <paramref name="mapping"/> with the payload beside its input.</summary>
    /// <param name="transforms">The catalog of ML.NET's transforms.</param>
    /// <param name="payload">The text to carry.</param>
    /// <param name="inputs">The columns to hand over, under the hidden names that the mapping reads.</param>
    /// <param name="mapping">Reads the hidden inputs and the payload, and writes hidden columns.</param>
    /// <param name="outputs">The columns to write, from the hidden names that the mapping wrote.</param>
    /// <param name="hidden">All hidden columns to drop at the end.</param>
    public static IEstimator<ITransformer> Wrap(
        TransformsCatalog transforms,
        string payload,
        IReadOnlyList<InputOutputColumnPair> inputs,
        IEstimator<ITransformer> mapping,
        IReadOnlyList<InputOutputColumnPair> outputs,
        IReadOnlyList<string> hidden)
    {
        IEstimator<ITransformer> chain = transforms.CustomMapping(PayloadKeyMapping.Map, PayloadKeyMapping.Contract);
        chain = Copy(chain, inputs)
            .Append(transforms.Conversion.MapValue(PayloadColumn, [new KeyValuePair<string, string>(Key, payload)], KeyColumn))
            .Append(mapping);
        return Copy(chain, outputs).Append(transforms.DropColumns([.. hidden, KeyColumn, PayloadColumn]));

        IEstimator<ITransformer> Copy(IEstimator<ITransformer> to, IReadOnlyList<InputOutputColumnPair> columns) =>
            columns.Aggregate(to, (appended, pair) => appended.Append(transforms.CopyColumns(pair.OutputColumnName, pair.InputColumnName)));
    }

    /// <summary>The payloads that a model carries, in the order of its chain.</summary>
    public static IEnumerable<string> FindPayloads(MLContext context, ITransformer model)
    {
        foreach (var mapping in Flatten(model).Where(transformer => transformer is ValueMappingTransformer))
        {
            var probe = context.Data.LoadFromEnumerable([new PayloadKey { Value = Key }]);
            if (mapping.GetOutputSchema(probe.Schema).GetColumnOrNull(PayloadColumn) is not null)
            {
                yield return mapping.Transform(probe).GetColumn<ReadOnlyMemory<char>>(PayloadColumn).First().ToString();
            }
        }
    }

    private static IEnumerable<ITransformer> Flatten(ITransformer model) =>
        model is IEnumerable chain
            ? chain.Cast<ITransformer>().SelectMany(Flatten)
            : [model];

    private sealed class PayloadKey
    {
        [ColumnName(KeyColumn)]
        public string Value { get; set; } = "";
    }

    internal sealed class NoInput;

    internal sealed class KeyOutput
    {
        [ColumnName(KeyColumn)]
        public string Value { get; set; } = "";
    }

    [CustomMappingFactoryAttribute(Contract)]
    internal sealed class PayloadKeyMapping : CustomMappingFactory<NoInput, KeyOutput>
    {
        public const string Contract = "surrogates.payload-key.v1";

        public static readonly Action<NoInput, KeyOutput> Map = (_, output) => output.Value = Key;

        public override Action<NoInput, KeyOutput> GetMapping() => Map;
    }
}

/// <summary>What a payload's text stands for, made once for each text in memory and found again by reference.</summary>
internal sealed class PayloadCache<T>(Func<string, T> create)
    where T : class
{
    private readonly ConditionalWeakTable<string, T> _cache = [];

    public T Get(ReadOnlyMemory<char> payload) =>
        MemoryMarshal.TryGetString(payload, out var text, out var start, out var length) && start == 0 && length == text.Length
            ? _cache.GetValue(text, key => create(key))
            : create(payload.ToString());
}
