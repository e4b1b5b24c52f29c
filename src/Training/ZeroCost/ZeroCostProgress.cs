namespace Surrogates.Training.ZeroCost;

/// <summary>How far an evaluation is.</summary>
/// <param name="Done">Architectures that are done.</param>
/// <param name="Count">Architectures in all.</param>
/// <param name="Result">The one that was done last, so that an evaluation that is stopped has not been for nothing.</param>
public readonly record struct ZeroCostProgress(int Done, int Count, ZeroCostResult Result);
