using System.CommandLine;

namespace Surrogates.Cli.Options;

/// <summary>An option with a few fixed values, the first of which is the default.</summary>
internal static class ChoiceOption
{
    public static Option<string> Create(string name, string description, params IReadOnlyList<string> values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., var token] && !values.Contains(token.Value))
            {
                result.AddError($"{name} '{token.Value}': expected {string.Join(" or ", values)}");
            }
        });
        return option;
    }
}
