using System;
using System.Text;
using DsrReadiness.Text;

namespace DsrReadiness.Reports.Documents;

/// <summary>Text in Markdown: whatever could mean something there is escaped, a line stays a line, and no address becomes a link.</summary>
internal static class MarkdownText
{
    private const string MeaningfulAnywhere = "\\`*_[]<>|~&$@";
    private const string MeaningfulFirst = "#+-=:!.)";

    public static string Of(string text)
    {
        string safe = SafeText.Of(text);
        var escaped = new StringBuilder(safe.Length + 16);
        for (int i = 0; i < safe.Length; i++)
        {
            if (MeaningfulAnywhere.IndexOf(safe[i]) >= 0 || IsMeaningfulHere(safe, i))
                escaped.Append('\\');
            escaped.Append(safe[i]);
        }

        return escaped.ToString();
    }

    /// <summary>What begins a list, a heading or a rule where a line begins; and what makes a bare address a link.</summary>
    private static bool IsMeaningfulHere(string text, int at) => text[at] switch
    {
        ':' when string.CompareOrdinal(text, at, "://", 0, 3) == 0 => true,
        '.' when at >= 3 && string.Compare(text, at - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 => true,
        '.' or ')' => OnlyDigitsBefore(text, at),
        _ => at == 0 && MeaningfulFirst.IndexOf(text[at]) >= 0,
    };

    private static bool OnlyDigitsBefore(string text, int at)
    {
        for (int i = 0; i < at; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return true;
    }
}
