using System.Collections.Frozen;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>The globals that a benchmark file may name. Everything else is refused.</summary>
internal static class PickleGlobals
{
    private static readonly FrozenDictionary<string, PickleGlobal> Allowed =
        PythonGlobals.All.Concat(NumpyGlobals.All).Concat(TorchGlobals.All).ToFrozenDictionary(global => global.Name);

    public static PickleGlobal Find(PickleSource source, string module, string name, int offset) =>
        Allowed.TryGetValue($"{module}.{name}", out var global)
            ? global
            : throw source.Error(
                offset,
                $"the global {Quoted.Show($"{module}.{name}")} is refused: a benchmark file holds only numbers, texts, lists, " +
                "dictionaries, NumPy numbers and arrays, and PyTorch tensors.");
}
