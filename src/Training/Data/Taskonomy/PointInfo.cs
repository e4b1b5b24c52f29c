using System.Text.Json;
using Surrogates.Benchmarks;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>The camera of a view and the box of the room that it is in.</summary>
/// <param name="Location">Where the camera is in the world: x, y and, upwards, z, in metres.</param>
/// <param name="Rotation">Its angles about the world's x, y and z, in this order, in radians; at 0 it looks down, y at the top.</param>
/// <param name="Box">The room's least and most x, y and z, in metres.</param>
internal sealed record PointInfo(double[] Location, double[] Rotation, double[][] Box)
{
    private const int MaximumBytes = 1 << 24;
    private const string BoxKey = "bounding_box_ranges";
    private static readonly string[] Axes = ["x", "y", "z"];
    private static readonly byte[][] NonFinite = [[.. "NaN"u8], [.. "Infinity"u8], [.. "-Infinity"u8]];

    /// <summary>Reads a file of JSON; what else it tells is ignored.</summary>
    /// <exception cref="InputException">It is not JSON, or lacks one of them.</exception>
    public static PointInfo Read(string path)
    {
        using var document = Parse(path, LabelFile.Read(path, MaximumBytes));
        var root = document.RootElement;
        var (location, rotation) = (Numbers(path, root, "camera_location", 3), Numbers(path, root, "camera_rotation_final", 3));
        var box = Find(path, root, BoxKey);
        return new(location, rotation, Array.ConvertAll(Axes, axis => Range(path, box, axis)));
    }

    private static JsonDocument Parse(string path, byte[] content)
    {
        QuoteNonFinite(content);
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException exception)
        {
            var (line, position) = ((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
            throw BenchmarkFormatException.AtPosition(path, line, position, "this is not JSON; copy the file again, or leave it out.");
        }
    }

    // Python writes numbers that are not finite, such as a vanishing point's, in words that JSON does not have. They become text, their
    // first and last letters quotes, so that they do no harm where they are not asked for.
    private static void QuoteNonFinite(Span<byte> content)
    {
        var isText = false;
        for (var i = 0; i < content.Length; i++)
        {
            switch (content[i])
            {
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'N' or (byte)'I' or (byte)'-' when !isText:
                    var rest = content[i..];
                    foreach (var word in NonFinite)
                    {
                        if (rest.StartsWith(word))
                        {
                            rest[0] = rest[word.Length - 1] = (byte)'"';
                            i += word.Length - 1;
                            break;
                        }
                    }

                    break;
            }
        }
    }

    private static double[] Range(string path, JsonElement box, string axis)
    {
        var range = Numbers(path, box, axis, 2);
        return range[0] <= range[1]
            ? range
            : throw new InputException(FormattableString.Invariant(
                $"{path}: '{BoxKey}' of {axis} is from {range[0]} to {range[1]}; the least comes first."));
    }

    private static double[] Numbers(string path, JsonElement parent, string key, int count)
    {
        var value = Find(path, parent, key);
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == count)
        {
            double[] numbers = [.. value.EnumerateArray().Select(Number)];
            if (Array.TrueForAll(numbers, double.IsFinite))
            {
                return numbers;
            }
        }

        throw new InputException($"{path}: '{key}' is {Quoted.Show(value.GetRawText())}; {count} numbers are expected.");
    }

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) ? number : double.NaN;

    private static JsonElement Find(string path, JsonElement parent, string key)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            throw new InputException($"{path}: {Quoted.Show(parent.GetRawText())}, where an object with '{key}' is expected.");
        }

        return parent.TryGetProperty(key, out var value)
            ? value
            : throw new InputException($"{path}: it does not tell '{key}'; without it there is no layout of the room, so leave it out.");
    }
}
