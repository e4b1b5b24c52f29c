using System.Runtime.CompilerServices;

namespace Surrogates.Training;

/// <summary>TorchSharp must find its library whichever of the two assemblies a program uses first.</summary>
internal static class TorchResolution
{
#pragma warning disable CA2255 // As in TorchRuntime, whose assembly is loaded only when something of it is used.
    [ModuleInitializer]
    internal static void Register() => RuntimeHelpers.RunModuleConstructor(typeof(TorchRuntime).Module.ModuleHandle);
#pragma warning restore CA2255
}
