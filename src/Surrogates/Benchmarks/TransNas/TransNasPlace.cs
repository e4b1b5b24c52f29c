namespace Surrogates.Benchmarks;

/// <summary>A place in the dictionaries of the official file, put into words only when a message needs it.</summary>
internal readonly record struct TransNasPlace(string Space, string? Architecture = null)
{
    public string? Task { get; init; }

    public string? Part { get; init; }

    public string? Name { get; init; }

    public static implicit operator TransNasPlace(string text) => new(text);

    public override string ToString()
    {
        if (Architecture is null)
        {
            return Space;
        }

        string?[] keys = [Space, Architecture, Task, Part, Name];
        return $"data[{string.Join("][", keys.Where(key => key is not null))}]";
    }
}
