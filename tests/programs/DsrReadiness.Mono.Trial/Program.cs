using System;
using System.IO;

namespace DsrReadiness.Mono.Trial;

/// <summary>Writes what the core makes of the snapshots of a folder to standard output.</summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        using Stream output = Console.OpenStandardOutput();
        Outcome.WriteAll(arguments[0], output);
    }
}
