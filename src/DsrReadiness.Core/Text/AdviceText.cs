using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Text;

/// <summary>Sentences, and the commands that go with them on lines of their own, safe to show.</summary>
internal static class AdviceText
{
    public static string Of(string? command, params IEnumerable<string?> sentences) => string.Join(
        "\n", new[] { SafeText.Of(string.Join(" ", sentences.Where(text => !string.IsNullOrEmpty(text)))) }.Concat(Lines(command)));

    /// <summary>The commands, each of which is a line.</summary>
    public static IEnumerable<string> Lines(string? command) => command is null ? [] : command.Split('\n').Select(SafeText.Of);
}
