namespace Surrogates.Graphs.Arithmetic;

/// <summary>From which of its neighbours a node hears.</summary>
internal enum Flow
{
    /// <summary>From those whose output it takes in.</summary>
    Forward,

    /// <summary>From those that take its output in.</summary>
    Backward,
}
