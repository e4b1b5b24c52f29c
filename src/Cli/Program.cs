using Surrogates.Cli;
using Surrogates.Cli.Hosting;

using var interruption = new Interruption();
using var host = ConsoleHost.Open(interruption.Token);
return await SurrogateCommandLine.RunAsync(args, host);
