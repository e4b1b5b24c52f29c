using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using TorchSharp;

namespace Surrogates.Torch;

/// <summary>
/// Finds and loads the native libtorch, wherever it is: beside the program, where the variable <c>SURROGATE_TORCH</c> points, or in
/// the NuGet cache.
/// </summary>
/// <remarks>
/// A program that references a package such as <c>libtorch-cpu-linux-x64</c> needs nothing of this. On Linux systems whose C++
/// library is older than TorchSharp asks for (Debian 12, Ubuntu 22.04), a copy of its library that asks for no more than it uses is
/// kept in the user's local data and served instead (see <see cref="ElfVersionNeeds"/>).
/// </remarks>
public static class TorchRuntime
{
    /// <summary>
    /// The environment variable that names a folder with libtorch, such as <c>torch/lib</c> of a PyTorch of the same version.
    /// </summary>
    public const string FolderVariable = "SURROGATE_TORCH";

    private static readonly Lock Gate = new();
    private static TorchLibraries? _libraries;
    private static IntPtr _torchSharp;
    private static bool _loaded;

    /// <summary>The version of libtorch that this version of TorchSharp is built against.</summary>
    public static string LibTorchVersion { get; } = TorchLibraries.MetadataOf("LibTorchVersion");

    /// <summary>
    /// Loads libtorch, once, and lets it use one thread for an operation: trainings run side by side, and a result must not depend on how
    /// many
    /// processors there are.
    /// </summary>
    /// <exception cref="InputException">It was not found or does not load; the message says what to add.</exception>
    public static void EnsureLoaded()
    {
        lock (Gate)
        {
            if (_loaded)
            {
                return;
            }

            LoadTorchSharp();

            // TorchSharp finds what is loaded already; it is asked last, for it writes to the console where it fails.
            torch.InitializeDeviceType(DeviceType.CPU);

            // Of this process, and of every thread in it: a program that wants more says so after this.
            torch.set_num_threads(1);
            _loaded = true;
        }
    }

    /// <summary>Whether the libtorch at hand was built for CUDA; says nothing of a driver or a device.</summary>
    internal static bool HasCudaLibrary => Libraries().Find("torch_cuda") is not null;

    // Runs before the first use of this assembly: TorchSharp must be able to ask for its library whoever uses it first.
#pragma warning disable CA2255 // A library that serves native code to another one has no other moment to say so.
    [ModuleInitializer]
    internal static void Register() =>
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (assembly, name) =>
            assembly == typeof(torch).Assembly ? Resolve(name) : IntPtr.Zero;
#pragma warning restore CA2255

    private static IntPtr Resolve(string name)
    {
        lock (Gate)
        {
            try
            {
                return name.Contains(TorchLibraries.TorchSharp, StringComparison.Ordinal) ? LoadTorchSharp()
                    : Libraries().Find(name) is { } path && NativeLibrary.TryLoad(path, out var handle) ? handle
                    : IntPtr.Zero;
            }
            catch (InputException)
            {
                // TorchSharp then reports in its own words that there is none.
                return IntPtr.Zero;
            }
        }
    }

    private static TorchLibraries Libraries() => _libraries ??= TorchLibraries.Locate();

    private static IntPtr LoadTorchSharp()
    {
        if (_torchSharp != IntPtr.Zero)
        {
            return _torchSharp;
        }

        var libraries = Libraries();
        libraries.LoadTorch();
        var path = libraries.TorchSharpPath;
        if (NativeLibrary.TryLoad(path, out _torchSharp) || NativeLibrary.TryLoad(CompatibleCopy.Of(path), out _torchSharp))
        {
            return _torchSharp;
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var reason = exception.Message.ReplaceLineEndings(" ");
            throw new InputException(
                $"{path} does not load with the libtorch in {libraries.TorchFolder} (version {LibTorchVersion} is needed): {reason}", exception);
        }
    }
}
