using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Console.Tests.Output;

/// <summary>The lines that are wrapped to the width there is: all but commands, which are pasted as they are.</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> Of(string output) => output.Split('\n').Where(line => !Command().IsMatch(line));

    [GeneratedRegex("^ +([A-Z][a-z]+-[A-Z][A-Za-z]+ -|netsh |net st)")]
    private static partial Regex Command();
}
