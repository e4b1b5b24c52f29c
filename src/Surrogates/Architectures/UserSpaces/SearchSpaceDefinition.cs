using System.Text.Json;
using System.Text.Json.Serialization;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>A user's own space as it stands in a JSON file: a name and either a cell or a sequence of choices.</summary>
internal sealed record SearchSpaceDefinition
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public CellDefinition? Cell { get; init; }

    public IReadOnlyList<ChoiceDefinition>? Sequence { get; init; }

    /// <summary>What stands between the options in a sequence's text; "-" unless said.</summary>
    public string? Separator { get; init; }

    /// <summary>The definition as JSON on one line, without comments.</summary>
    public string Serialize() => JsonSerializer.Serialize(this, SearchSpaceJson.Default.SearchSpaceDefinition);
}

/// <summary>A cell: its nodes, its operations, and which of them have a special meaning.</summary>
internal sealed record CellDefinition
{
    public int Nodes { get; init; }

    public IReadOnlyList<OptionDefinition>? Operations { get; init; }

    public string? None { get; init; }

    public string? Identity { get; init; }
}

/// <summary>A choice of a sequence, or several alike where <see cref="Repeat"/> says so.</summary>
internal sealed record ChoiceDefinition
{
    public string? Name { get; init; }

    public IReadOnlyList<OptionDefinition>? Options { get; init; }

    public int? Repeat { get; init; }
}

/// <summary>An option: its name alone, or with what it adds to the network's cost.</summary>
[JsonConverter(typeof(OptionDefinitionConverter))]
internal sealed record OptionDefinition(string Name, long? Parameters = null, long? Flops = null)
{
    public bool HasCost => Parameters is not null || Flops is not null;
}

/// <summary>Reads an option from <c>"name"</c>, a number, or <c>{"name": …, "parameters": …, "flops": …}</c>.</summary>
internal sealed class OptionDefinitionConverter : JsonConverter<OptionDefinition>
{
    public override OptionDefinition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (ReadName(ref reader) is { } nameAlone)
        {
            return new OptionDefinition(nameAlone);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an option is a name, a number, or an object with name, parameters and flops");
        }

        string? name = null;
        long? parameters = null;
        long? flops = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            switch (property)
            {
                case "name":
                    name = ReadName(ref reader) ?? throw new JsonException("an option's 'name' is a text or a number");
                    break;
                case "parameters":
                    parameters = ReadCost(ref reader, property);
                    break;
                case "flops":
                    flops = ReadCost(ref reader, property);
                    break;
                default:
                    throw new JsonException($"an option has 'name', 'parameters' and 'flops'; '{property}' is not one of these");
            }
        }

        return new OptionDefinition(name ?? throw new JsonException("an option has no 'name'"), parameters, flops);
    }

    private static string? ReadName(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    private static long ReadCost(ref Utf8JsonReader reader, string property)
    {
        // So that the sum over the largest space stays within 64 bits.
        const long Maximum = 1_000_000_000_000_000;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) && value is >= 0 and <= Maximum
            ? value
            : throw new JsonException($"an option's '{property}' is a whole number from 0 to 10^15");
    }

    public override void Write(Utf8JsonWriter writer, OptionDefinition value, JsonSerializerOptions options)
    {
        if (!value.HasCost)
        {
            writer.WriteStringValue(value.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteNumber("parameters", value.Parameters ?? 0);
        writer.WriteNumber("flops", value.Flops ?? 0);
        writer.WriteEndObject();
    }
}

/// <summary>How definitions are read and written: camel case, unknown members refused, comments allowed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SearchSpaceDefinition))]
internal sealed partial class SearchSpaceJson : JsonSerializerContext;
