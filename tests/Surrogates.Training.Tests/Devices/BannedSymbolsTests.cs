using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Devices;

/// <summary>
/// The list by which the build refuses functions of TorchSharp that make tensors on the default device, or change what all trainings of
/// the process share. A new version of TorchSharp cannot add one unnoticed.
/// </summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] SharedByTheProcess = ["manual_seed", "manual_seed_all", "seed", "set_rng_state", "set_default_device"];

    // They are told where, and make nothing there.
    private static readonly string[] Harmless =
    [
        "device", "InitializeDevice", "InitializeDeviceType", "TryInitializeDeviceType", "synchronize", "to",
    ];

    // Other names for a device than a parameter that is called so, and none at all.
    private static readonly string[] WithoutDevice = ["frombuffer", "load", "Load", "op_Implicit", "ToTensor"];

    private static readonly string[] Operators = ["op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_Modulus"];

    [Fact]
    public void EveryFunctionThatNeedsADeviceIsOnTheList()
    {
        var missing = FindForbidden().Select(DocumentationId.Of).Distinct().Except(ReadList().Keys).Order(StringComparer.Ordinal).ToArray();
        Assert.True(
            missing.Length == 0,
            "Not in eng/BannedSymbols.txt:\n"
            + string.Join('\n', missing.Select(id => $"{id};Name the device: use Tensors.")));
    }

    [Fact]
    public void EveryLineNamesAFunctionOfTorchSharpAndWhatToUseInstead()
    {
        var known = FindForbidden().Concat(FindScalarMakers()).Select(DocumentationId.Of).ToHashSet();
        Assert.Empty(ReadList().Keys.Except(known));
        Assert.All(
            ReadList().Values,
            message => Assert.Matches("^(Name the device|Shared by all trainings|Nothing keeps its scalar alive): use .+", message));
    }

    [Fact]
    public void EveryFunctionThatMakesAScalarByItselfIsOnTheList()
    {
        var missing = FindScalarMakers().Select(DocumentationId.Of).Distinct().Except(ReadList().Keys).Order(StringComparer.Ordinal).ToArray();
        Assert.True(
            missing.Length == 0,
            "Not in eng/BannedSymbols.txt:\n"
            + string.Join('\n', missing.Select(id => $"{id};Nothing keeps its scalar alive: use TensorArithmetic.")));
    }

    private static IEnumerable<MethodInfo> FindForbidden() =>
        from type in typeof(torch).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where SharedByTheProcess.Contains(method.Name) || MakesTensorWithoutDevice(method) || TakesDevice(method)
        select method;

    // Conversions from numbers, operators between tensors and numbers; additions, which have a factor of 1 inside, and squares, which have an
    // exponent of 2.
    private static IEnumerable<MethodInfo> FindScalarMakers() =>
        typeof(Scalar).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "op_Implicit")
            .Concat(typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method =>
                Operators.Contains(method.Name)
                && (method.Name == "op_Addition" || method.GetParameters().Any(parameter => parameter.ParameterType != typeof(Tensor)))))
            .Concat(typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Concat(typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Where(method => (method.Name is "add" or "add_" && method.GetParameters().All(parameter => parameter.Name != "alpha"))
                    || method.Name is "square" or "square_"));

    // What is made "like" a tensor lies where that one does.
    private static bool TakesDevice(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.Name == "device" || parameter.ParameterType == typeof(Device))
        && !Harmless.Contains(method.Name)
        && !method.Name.EndsWith("_like", StringComparison.Ordinal);

    private static bool MakesTensorWithoutDevice(MethodInfo method) =>
        WithoutDevice.Contains(method.Name) && method.ReturnType == typeof(Tensor);

    private static Dictionary<string, string> ReadList()
    {
        using var stream = typeof(BannedSymbolsTests).Assembly.GetManifestResourceStream("BannedSymbols.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line.Split(';', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim());
    }
}
