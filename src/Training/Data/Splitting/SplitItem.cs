namespace Surrogates.Training.Data.Splitting;

/// <summary>A picture to be put into a set: its index and name, the sets that it may come into, its class or 0.</summary>
internal readonly record struct SplitItem(int Index, string Name, SplitSets Sets, int Stratum);
