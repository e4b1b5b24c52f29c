using Surrogates.Benchmarks;
using Surrogates.GaussianProcesses;
using Surrogates.Graphs;
using Surrogates.Trees;

namespace Surrogates.Models;

/// <summary>Writes models of every kind, and reads them again as data: a name decides which code reads what follows.</summary>
internal static class RegressionModelFormat
{
    // The names stand in users' files: a change of layout is a new name, and the old reader stays.
    private static readonly (string Name, Type Type, Func<BinaryReader, IRegressionModel> Read)[] Kinds =
    [
        ("trees.v1", typeof(TreeEnsemble), TreeEnsemble.Read),
        ("gaussian-process.v1", typeof(GaussianProcess), GaussianProcess.Read),
        ("constant.v1", typeof(ConstantModel), ConstantModel.Read),
        ("graph-networks.v1", typeof(GraphNetworkModel), GraphNetworkModel.Read),
        ("mixture.v1", typeof(MixtureModel), MixtureModel.Read),
        ("average.v1", typeof(MixtureModel), MixtureModel.ReadAverage),
    ];

    public static void Write(BinaryWriter writer, IRegressionModel model)
    {
        writer.Write(Kinds.First(kind => kind.Type == model.GetType()).Name);
        model.Write(writer);
    }

    /// <summary>Reads a model of any kind.</summary>
    public static IRegressionModel Read(BinaryReader reader) => Read(reader, withMixtures: true);

    /// <summary>Reads a model of a mixture, which is none itself: a file of a few bytes would nest without end, and end the process.</summary>
    public static IRegressionModel ReadMember(BinaryReader reader) => Read(reader, withMixtures: false);

    private static IRegressionModel Read(BinaryReader reader, bool withMixtures)
    {
        var name = reader.ReadString();
        var kind = Kinds.FirstOrDefault(kind => kind.Name == name);
        if (kind.Type == typeof(MixtureModel) && !withMixtures)
        {
            throw new InvalidDataException("a mixture of mixtures");
        }

        return kind.Read?.Invoke(reader)
            ?? throw new InvalidDataException($"a model of the unknown kind {Quoted.Show(name)}; expected {string.Join(", ", Kinds.Select(k => k.Name))}");
    }
}
