using System.Diagnostics;

namespace Surrogates.Tests;

/// <summary>A test method that runs in a process of its own, which knows nothing but a folder.</summary>
internal static class OtherProcess
{
    private const string FolderVariable = "SURROGATES_TESTS_FOLDER";

    /// <summary>In the other process: the folder.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(FolderVariable)!;

    /// <summary>Runs an explicit test to its end.</summary>
    public static void Run(Type type, string test, string folder)
    {
        using var process = Start(type, test, folder);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
    }

    /// <summary>Starts an explicit test.</summary>
    public static Process Start(Type type, string test, string folder) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", type.Assembly.Location, "-method", $"{type.FullName}.{test}", "-explicit", "only" },
            Environment = { [FolderVariable] = folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
