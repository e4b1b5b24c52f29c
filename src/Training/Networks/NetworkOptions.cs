namespace Surrogates.Training.Networks;

/// <summary>The size of the network that an architecture is built as.</summary>
/// <remarks>
/// The defaults train in seconds on one core; <see cref="TransNas"/> and <see cref="NasBench201"/> are the benchmarks' own.
/// </remarks>
public sealed record NetworkOptions
{
    /// <summary>The networks of TransNAS-Bench-101, whatever the task: 64 base channels, all five modules of a cell.</summary>
    public static NetworkOptions TransNas { get; } = new() { BaseChannels = 64, Modules = MostModules };

    /// <summary>The networks of NAS-Bench-201: 16 base channels, five cells a stage.</summary>
    public static NetworkOptions NasBench201 { get; } = new() { BaseChannels = 16, CellsPerStage = 5 };

    /// <summary>Channels after the stem; an even number. Default 16.</summary>
    public int BaseChannels { get; init; } = 16;

    /// <summary>Channels of a picture. Default 3.</summary>
    public int InputChannels { get; init; } = 3;

    /// <summary>
    /// TransNAS micro cells: how many of the modules 4, 1, 4, 1, 4 the network has, from the first; 1 to 5. A module is two cells; 4
    /// doubles the channels at half the resolution. Null, the default, leaves out what would work on features of 2×2 pixels or fewer (but
    /// has three at least): pictures of 28 or 32 pixels get three modules, of 40 and more all five. For tasks that answer at every pixel
    /// (<see cref="Tasks.ITrainingTask.IsDense"/>), what would work on 8×8 or fewer (but two at least): 64 pixels get two modules, 128
    /// three, 256, the benchmark's size, all five.
    /// </summary>
    public int? Modules { get; init; }

    /// <summary>NAS-Bench-201 and users' own cells: cells in each of the three stages, at least 1. Default 1.</summary>
    public int CellsPerStage { get; init; } = 1;

    internal const int MostModules = 5;

    /// <summary>The same with the number of modules that fits pictures.</summary>
    internal NetworkOptions For(int height, int width, bool isDense)
    {
        var (fewest, smallest) = isDense ? (2, 9) : (3, 3);
        if (Modules is not null)
        {
            return this;
        }

        // The stem and every first, third and fifth module halve the side, rounded up.
        var side = (Math.Min(height, width) + 3) / 4;
        var modules = 0;
        while (modules < MostModules && (modules < fewest || side >= smallest))
        {
            side = modules % 2 == 0 ? (side + 1) / 2 : side;
            modules++;
        }

        return this with { Modules = modules };
    }

    /// <summary>Refuses sizes that no network can have.</summary>
    /// <exception cref="InputException">A size is out of its range; the message names both.</exception>
    public void Validate()
    {
        OptionRange.Require(BaseChannels is >= 2 and <= 4096 && BaseChannels % 2 == 0, "base channels", BaseChannels, "an even number from 2 to 4096");
        OptionRange.Require(InputChannels is >= 1 and <= 1024, "input channels", InputChannels, "1 to 1024");
        OptionRange.Require(Modules is null or (>= 1 and <= MostModules), "modules", Modules, "1 to 5");
        OptionRange.Require(CellsPerStage is >= 1 and <= 100, "cells a stage", CellsPerStage, "1 to 100");
    }
}
