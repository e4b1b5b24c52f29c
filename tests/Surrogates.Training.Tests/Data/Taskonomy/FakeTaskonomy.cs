using System.Text;
using SkiaSharp;
using Surrogates.Tests;

namespace Surrogates.Training.Tests.Data.Taskonomy;

/// <summary>
/// Writes small folders as Taskonomy has them. What a view's files hold follows from the number of its building and of its point, so
/// that a test can tell them by their content.
/// </summary>
internal sealed class FakeTaskonomy(TemporaryFolder folder, FolderOrder order = FolderOrder.BuildingDomain)
{
    public const int Side = 8;
    public static readonly string[] Buildings = ["adrian", "hanson", "merom", "tolstoy"];

    public static readonly (string Folder, string File)[] AllDomains =
    [
        ("rgb", "rgb.png"), ("class_object", "class_object.npy"), ("class_scene", "class_places.npy"), ("point_info", "point_info.json"),
        ("segment_semantic", "segmentsemantic.png"), ("normal", "normal.png"),
    ];

    public string Root => folder.File("");

    /// <summary>The bytes of a view's file, by the end of its name.</summary>
    public static byte[] Content(string file, int building, int point) => file switch
    {
        "rgb.png" => Pictures.Png(Side, Side, new SKColor((byte)(10 * building), (byte)(10 * point), 7)),
        "class_object.npy" or "class_1000.npy" => NpyWriter.Floats(OneHot(1000, ObjectIndex(point))),
        "class_places.npy" or "class_scene.npy" => NpyWriter.Doubles("(1, 365)", Scenes(building)),
        "point_info.json" or "fixatedpose.json" => Encoding.UTF8.GetBytes(Pose(point)),
        "room_layout.npy" => NpyWriter.Doubles("(9,)", [.. Enumerable.Range(0, 9).Select(i => i + (100.0 * point))]),
        "segmentsemantic.png" or "segment_semantic.png" => PngWriter.Grey(Side, Side, (x, y) => Segment(x, y, point)),
        "normal.png" => PngWriter.Colours(Side, Side, (_, y, channel) => channel switch { 0 => 40, 1 => 10 * y, _ => 250 }),
        _ => throw new ArgumentException(file),
    };

    /// <summary>Half of the probability is at an object that is used, as many of them as there are points.</summary>
    public static int ObjectIndex(int point) => new[] { 401, 402, 409, 412 }[point % 4];

    public static int Segment(int x, int y, int point) => (x + y + point) % 18;

    public static string Pose(int point) =>
        $$$"""
        {"camera_location": [1.0, 2.0, 1.5], "camera_rotation_final": [1.5707963267948966, 0, 0], "skybox_img": {{{point}}},
         "bounding_box_ranges": {"x": [0, {{{4 + point}}}], "y": [0, 2], "z": [0, 3]}}
        """;

    public string Path(int building, int point, string domain, string file)
    {
        var name = Buildings[building];
        var place = order switch
        {
            FolderOrder.BuildingDomain => $"{name}/{domain}",
            FolderOrder.DomainBuilding => $"{domain}/{name}",
            _ => $"{domain}/taskonomy/{name}",
        };
        return folder.File($"{place}/point_{point}_view_0_domain_{file}");
    }

    public FakeTaskonomy Write(int buildings, int points, params (string Folder, string File)[] domains)
    {
        for (var building = 0; building < buildings; building++)
        {
            for (var point = 0; point < points; point++)
            {
                foreach (var (domain, file) in domains.Length > 0 ? domains : AllDomains)
                {
                    Write(building, point, domain, file, Content(file, building, point));
                }
            }
        }

        return this;
    }

    public string Write(int building, int point, string domain, string file, byte[] content)
    {
        var path = Path(building, point, domain, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static double[] OneHot(int count, int index)
    {
        var numbers = new double[count];
        (numbers[index], numbers[0]) = (0.5, 0.5);
        return numbers;
    }

    // Logits: of the scenes that are used, one is likelier than the others by a factor of e³.
    private static double[] Scenes(int building)
    {
        var numbers = Enumerable.Repeat(-1.0, 365).ToArray();
        numbers[new[] { 3, 25, 26, 37 }[building % 4]] = 2;
        numbers[0] = 30;
        return numbers;
    }
}
