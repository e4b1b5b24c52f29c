using System.Runtime.CompilerServices;
using Surrogates.Torch;
using TorchSharp;

namespace Surrogates.Training.Tests;

/// <summary>Tests run side by side, each on one thread, as trainings do.</summary>
internal static class SingleThread
{
#pragma warning disable CA2255 // Before the first test, whichever it is.
    [ModuleInitializer]
    internal static void Set()
    {
        TorchRuntime.EnsureLoaded();
        torch.set_num_threads(1);
    }
#pragma warning restore CA2255
}
