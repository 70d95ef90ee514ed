namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What to do, and the commands that do it as they are pasted.</summary>
internal static class Remedy
{
    public static void WriteAdvice(this MarkupWriter html, string? words, string? command)
    {
        if (!string.IsNullOrEmpty(words))
            html.Write($"<p class=\"do\">{words}</p>\n");
        if (string.IsNullOrEmpty(command))
            return;
        string[] lines = command!.Split('\n');
        html.Write($"<pre class=\"do\"><code>{lines[0]}");
        for (int i = 1; i < lines.Length; i++)
            html.Write($"\n{lines[i]}");
        html.Write($"</code></pre>\n");
    }
}
