using System.Collections.Generic;
using System.IO;

namespace DsrReadiness.Tests.Collector;

/// <summary>The stand-alone collector, and the list of what it reads.</summary>
internal static class CollectorScript
{
    public static string FilePath { get; } = Repository.PathOf("examples", "Save-DsrSnapshot.ps1");

    public static string Text { get; } = File.ReadAllText(FilePath);

    /// <summary>The lines of its list: namespace, class, stores, properties.</summary>
    public static IReadOnlyList<string> Lines => ListIn(File.ReadAllText(FilePath)).Split('\n');

    /// <summary>Writes the list anew.</summary>
    public static void WriteLines(IEnumerable<string> lines)
    {
        string text = File.ReadAllText(FilePath);
        File.WriteAllText(FilePath, text.Replace(ListIn(text), string.Join('\n', lines), System.StringComparison.Ordinal));
    }

    /// <summary>A script of the tests beside this one.</summary>
    public static string Tool(string name) => Repository.PathOf("tests", "DsrReadiness.Core.Tests", "Collector", name);

    private static string ListIn(string text) => text.Split("$classes = @'\n")[1].Split("\n'@")[0];
}
