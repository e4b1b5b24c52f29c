using System.CommandLine;
using System.Globalization;

namespace Surrogates.Cli.Options;

/// <summary>A time such as 90s, 10m or 1.5h.</summary>
internal static class DurationOption
{
    public static Option<TimeSpan?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "10m",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (Parse(text) is { } duration)
            {
                return duration;
            }

            result.AddError($"{name} '{text}': expected a time such as 90s, 10m or 1.5h");
            return null;
        },
    };

    private static TimeSpan? Parse(string text)
    {
        var seconds = text is [.., 's'] ? 1 : text is [.., 'm'] ? 60 : text is [.., 'h'] ? 3600 : 0;
        return seconds > 0
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * seconds is > 0 and < 1e8
                ? TimeSpan.FromSeconds(number * seconds)
                : null;
    }
}
