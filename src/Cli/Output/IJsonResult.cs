namespace Surrogates.Cli.Output;

/// <summary>Marks the result of a command that does one thing, so that its JSON is an object and not an array.</summary>
internal interface IJsonResult;
