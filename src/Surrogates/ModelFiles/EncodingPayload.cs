using System.Text.Json;
using System.Text.Json.Serialization;
using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.ModelFiles;

/// <summary>What a model file says of the encoding that stands in it.</summary>
/// <param name="Space">The search space.</param>
/// <param name="Encoding">The features.</param>
/// <param name="Surrogate">The surrogate that the file holds, or null where it holds another model.</param>
internal sealed record EncodingPayload(ISearchSpace Space, ArchitectureEncoding Encoding, SurrogateDescription? Surrogate = null)
{
    private const string Format = "surrogates.encoding.v1:";

    public static bool IsSerialized(string text) => text.StartsWith(Format, StringComparison.Ordinal);

    public string Serialize() =>
        Format + JsonSerializer.Serialize(new EncodingText(Space.Serialize(), Encoding.ToString(), Surrogate), EncodingTextJson.Default.EncodingText);

    /// <exception cref="InputException">The text is damaged.</exception>
    public static EncodingPayload Deserialize(string text)
    {
        try
        {
            var content = JsonSerializer.Deserialize(text[Format.Length..], EncodingTextJson.Default.EncodingText)
                ?? throw new InputException("the encoding in the model file is damaged");
            return new EncodingPayload(SearchSpaces.Deserialize(content.Space), ArchitectureEncoding.Parse(content.Encoding), content.Surrogate);
        }
        catch (JsonException exception)
        {
            throw new InputException("the encoding in the model file is damaged", exception);
        }
    }
}

/// <summary>The JSON of an <see cref="EncodingPayload"/>.</summary>
internal sealed record EncodingText(string Space, string Encoding, SurrogateDescription? Surrogate);

/// <summary>What a surrogate's file says beside its transforms.</summary>
/// <param name="Kind">The kind that trained it.</param>
/// <param name="Task">The task whose values it predicts.</param>
/// <param name="Columns">The joined columns.</param>
internal sealed record SurrogateDescription(string Kind, string Task, IReadOnlyList<string> Columns);

[JsonSerializable(typeof(EncodingText))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
internal sealed partial class EncodingTextJson : JsonSerializerContext;
