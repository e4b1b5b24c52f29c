namespace Surrogates;

/// <summary>
/// What the caller gave cannot be used. The message is one line that says what is wrong, where
/// (file, line, column, byte or character), and what would be right.
/// </summary>
/// <remarks>A fault of the library itself is never reported with this type.</remarks>
public class InputException : Exception
{
    /// <summary>Creates the exception from its one-line message.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception from its one-line message and the failure beneath it.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
