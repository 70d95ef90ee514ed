using DsrReadiness.Console.Hosting;

namespace DsrReadiness.Console;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var console = new ProcessConsole();
        return App.Run(args, console.Host);
    }
}
