namespace Surrogates.Training.Loop;

/// <summary>
/// A training that did not come to its end. The message is one line that says what happened, at which step, and what may help.
/// </summary>
public sealed class TrainingFailedException : InputException
{
    /// <summary>Creates the exception from its one-line message.</summary>
    public TrainingFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception from its one-line message and the failure beneath it.</summary>
    public TrainingFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
