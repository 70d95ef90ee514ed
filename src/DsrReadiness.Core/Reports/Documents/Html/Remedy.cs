using System;
using System.Linq;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What to do, and the commands that do it as they are pasted.</summary>
internal static class Remedy
{
    /// <summary>A longer name may not fit into a line of a phone, and has to be broken.</summary>
    private const int LongestWhole = 30;

    private static readonly char[] s_blank = [' ', '\n'];

    public static void WriteAdvice(this MarkupWriter html, string? words, string? command)
    {
        if (!string.IsNullOrEmpty(words))
        {
            html.Write($"<p class=\"do\">");
            html.WriteProse(words!);
            html.Write($"</p>\n");
        }

        if (string.IsNullOrEmpty(command))
            return;
        html.Write($"<pre class=\"do\" tabindex=\"0\">");
        string[] lines = command!.Split('\n');
        WriteCommand(html, lines[0]);
        foreach (string line in lines.Skip(1))
        {
            html.Write($"\n");
            WriteCommand(html, line);
        }

        html.Write($"</pre>\n");
    }

    /// <summary>A browser breaks lines behind hyphens; names such as Set-NetIPInterface stay whole.</summary>
    public static void WriteProse(this MarkupWriter html, string text)
    {
        int written = 0;
        for (int from = 0; from < text.Length;)
        {
            int end = text.IndexOfAny(s_blank, from);
            int length = (end < 0 ? text.Length : end) - from;
            if (length <= LongestWhole && text.IndexOf('-', from, length) >= 0)
            {
                html.Write($"{text.Substring(written, from - written)}<span class=\"whole\">{text.Substring(from, length)}</span>");
                written = from + length;
            }

            from += length + 1;
        }

        html.Write($"{text.Substring(written)}");
    }

    /// <summary>
    /// A command may be broken before an option, and between words where an option with its value is too long, as all of a line of netsh is: <c>-</c> and <c>Wei</c> on two lines would read as two words.
    /// </summary>
    private static void WriteCommand(MarkupWriter html, string command)
    {
        for (int from = 0; from < command.Length;)
        {
            int option = command.IndexOf(" -", from, StringComparison.Ordinal);
            int end = option < 0 ? command.Length : option + 1;
            if (end - from > LongestWhole)
                end = command.IndexOf(' ', from, end - from) is int blank and >= 0 ? blank + 1 : end;
            html.Write($"{command.Substring(from, end - from)}");
            if (end < command.Length)
                html.Write($"<wbr>");
            from = end;
        }
    }
}
