using System.Text.Json;
using Surrogates.Architectures.Cells;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>Makes a space of a user's definition, or says in one line what is wrong with it and where.</summary>
internal static class SearchSpaceReader
{
    private const int MaximumChoices = 1000;

    /// <summary>Reads a definition.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="source">What errors call it: the file's name.</param>
    public static ISearchSpace Read(string json, string source)
    {
        SearchSpaceDefinition definition;
        try
        {
            definition = JsonSerializer.Deserialize(json, SearchSpaceJson.Default.SearchSpaceDefinition)
                ?? throw new InputException($"{source}: the search space is null; expected an object with 'name' and 'cell' or 'sequence'");
        }
        catch (JsonException exception)
        {
            throw DefinitionErrors.Describe(exception, source);
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"{source}: the search space is not valid Unicode text", exception);
        }

        Require(!string.IsNullOrWhiteSpace(definition.Name), source, "has no 'name'");
        RequirePrintable(definition.Name!, "name", source);
        Require(
            !SearchSpaces.BuiltIn.Any(space => space.Name.Equals(definition.Name, StringComparison.OrdinalIgnoreCase)),
            source,
            $"is named '{definition.Name}', which is a built-in space; choose another name");
        Require(
            definition.Cell is null != definition.Sequence is null,
            source,
            "needs either a 'cell' or a 'sequence', not both or none");
        return definition.Cell is { } cell ? ReadCell(definition, cell, source) : ReadSequence(definition, definition.Sequence!, source);
    }

    private static UserCellSpace ReadCell(SearchSpaceDefinition definition, CellDefinition cell, string source)
    {
        Require(
            cell.Nodes >= 2 && cell.Nodes <= CellSearchSpace.MaximumNodes,
            source,
            $"has a cell of {cell.Nodes} 'nodes'; expected 2 to {CellSearchSpace.MaximumNodes}");
        Require(definition.Separator is null, source, "has a 'separator', which is for a sequence only");
        var operations = ReadOptions(cell.Operations, "operations", ["~", "|", "+"], source);
        Require(
            cell.None is null || cell.None != cell.Identity,
            source,
            $"says that '{cell.None}' is both 'none' and 'identity'; it is one of them");
        return new UserCellSpace(definition, cell, operations, IndexOf(cell.None, "none"), IndexOf(cell.Identity, "identity"));

        int IndexOf(string? name, string member)
        {
            var index = name is null ? -1 : operations.ToList().FindIndex(operation => operation.Name == name);
            Require(name is null || index >= 0, source, $"says that '{member}' is '{name}', which is not among the operations");
            return index;
        }
    }

    private static SequenceSpace ReadSequence(SearchSpaceDefinition definition, IReadOnlyList<ChoiceDefinition> sequence, string source)
    {
        var separator = definition.Separator ?? "-";
        Require(separator.Length > 0, source, "has an empty 'separator'");
        RequirePrintable(separator, "separator", source);
        var choices = new List<(string Name, IReadOnlyList<OptionDefinition> Options)>();
        foreach (var choice in sequence)
        {
            Require(choice is not null, source, "has a choice that is null");
            var name = choice!.Name ?? $"choice{choices.Count + 1}";
            Require(!string.IsNullOrWhiteSpace(name), source, "has a choice without a name");
            RequirePrintable(name, "name of a choice", source);
            var options = ReadOptions(choice.Options, $"options of '{name}'", [separator], source);
            var repeat = choice.Repeat ?? 1;
            Require(
                repeat >= 1 && choices.Count + (long)repeat <= MaximumChoices,
                source,
                $"repeats '{name}' {repeat} times; expected 1 or more, and at most {MaximumChoices} choices in all");
            choices.AddRange(Enumerable.Range(1, repeat).Select(i => (choice.Repeat is null ? name : $"{name}{i}", options)));
        }

        Require(choices.Count > 0, source, "has a 'sequence' without choices");
        var twice = choices.GroupBy(choice => choice.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, source, $"has two choices named '{twice}'");
        return new SequenceSpace(definition, separator, choices);
    }

    private static IReadOnlyList<OptionDefinition> ReadOptions(
        IReadOnlyList<OptionDefinition>? options, string what, string[] forbidden, string source)
    {
        Require(options is { Count: > 0 and <= 255 }, source, $"has {options?.Count ?? 0} {what}; expected 1 to 255");
        foreach (var option in options!)
        {
            Require(!string.IsNullOrWhiteSpace(option?.Name), source, $"has one of the {what} without a name");
            RequirePrintable(option!.Name, $"name among the {what}", source);

            // An option may not end as a separator begins either: "x-" before "--" would read as "x" before "-".
            var clash = forbidden.FirstOrDefault(
                separator => (option.Name + separator).IndexOf(separator, StringComparison.Ordinal) < option.Name.Length);
            Require(clash is null, source, $"has '{option.Name}' among the {what}, and '{clash}' separates them in an architecture's text");
        }

        var twice = options.GroupBy(option => option.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, source, $"has '{twice}' twice among the {what}");
        return options;
    }

    // Texts of architectures stand in CSV files and on one line of a message.
    private static void RequirePrintable(string text, string what, string source) =>
        Require(
            DefinitionErrors.OneLine(text) == text,
            source,
            $"has a {what} with a control character: '{DefinitionErrors.OneLine(text)}'");

    private static void Require(bool condition, string source, string message)
    {
        if (!condition)
        {
            throw new InputException($"{source}: the search space {message}");
        }
    }
}
