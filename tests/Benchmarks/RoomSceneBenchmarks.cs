using BenchmarkDotNet.Attributes;
using Surrogates.Training.Data.Rooms;

namespace Surrogates.Benchmarks;

/// <summary>Rendering scenes with all of their labels, on one core.</summary>
public class RoomSceneBenchmarks
{
    private const int Scenes = 256;

    private RoomSceneGenerator _generator = new();
    private RoomScene _scene = new(64);

    /// <summary>The side of the pictures in pixels.</summary>
    [Params(64, 128)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Create()
    {
        _generator = new RoomSceneGenerator(new() { Size = Size });
        _scene = new RoomScene(Size);
    }

    /// <summary>The time of one scene, which differs from scene to scene: the mean of many.</summary>
    [Benchmark(OperationsPerInvoke = Scenes)]
    public byte Render()
    {
        for (var index = 0; index < Scenes; index++)
        {
            _generator.Render(index, _scene);
        }

        return _scene.Picture[0];
    }
}
