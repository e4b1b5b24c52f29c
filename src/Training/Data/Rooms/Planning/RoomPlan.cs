using System.Runtime.InteropServices;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>All that is in a scene; made anew for each in the same memory.</summary>
internal sealed class RoomPlan
{
    private readonly List<Primitive> _primitives = [];
    private readonly List<Item> _items = [];
    private readonly List<Material> _materials = [];
    private readonly List<Light> _lights = [];
    private Camera _camera;

    /// <summary>What was drawn; the scene shows it, and nothing else that tells its type.</summary>
    public Evidence Evidence { get; set; }

    public ref readonly Camera Camera => ref _camera;

    public RoomBox Box { get; set; }

    /// <summary>The light from everywhere.</summary>
    public Point3 Ambient { get; set; }

    public Sun? Sun { get; set; }

    /// <summary>How the camera records.</summary>
    public Exposure Exposure { get; set; }

    /// <summary>The room first, then what is in it.</summary>
    public Span<Primitive> Primitives => CollectionsMarshal.AsSpan(_primitives);

    public Span<Item> Items => CollectionsMarshal.AsSpan(_items);

    public ReadOnlySpan<Material> Materials => CollectionsMarshal.AsSpan(_materials);

    /// <summary>The first casts shadows.</summary>
    public ReadOnlySpan<Light> Lights => CollectionsMarshal.AsSpan(_lights);

    /// <summary>Sets the camera.</summary>
    public void Aim(in Camera camera) => _camera = camera;

    public void Clear()
    {
        _primitives.Clear();
        _items.Clear();
        _materials.Clear();
        _lights.Clear();
        Sun = null;
    }

    public void Add(in Primitive primitive) => _primitives.Add(primitive);

    public short Add(in Material material)
    {
        _materials.Add(material);
        return (short)(_materials.Count - 1);
    }

    public void Add(in Light light) => _lights.Add(light);

    public void AddFirst(in Light light) => _lights.Insert(0, light);

    /// <summary>Makes a piece of furniture of the primitives from <paramref name="start"/> on.</summary>
    public void AddItem(ObjectClass kind, int start, in Frame frame, float width, float depth)
    {
        var parts = Primitives[start..];
        var (low, high) = (new Point3(1e9f, 1e9f, 1e9f), new Point3(-1e9f, -1e9f, -1e9f));
        foreach (ref var part in parts)
        {
            part.Item = _items.Count;
            low = Point3.Min(low, part.Frame.Origin - part.Reach);
            high = Point3.Max(high, part.Frame.Origin + part.Reach);
        }

        _items.Add(new Item
        {
            Object = kind,
            Start = start,
            End = start + parts.Length,
            Low = low,
            High = high,
            Frame = frame,
            HalfWidth = width / 2,
            HalfDepth = depth / 2,
        });
    }

    /// <summary>Looks at everything with the camera.</summary>
    public void View()
    {
        foreach (ref var primitive in Primitives)
        {
            primitive.View = new CameraView(primitive, Camera);
        }
    }
}
