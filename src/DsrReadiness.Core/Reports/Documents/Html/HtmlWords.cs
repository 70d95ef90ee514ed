using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>Words, shapes and classes of the page for what was found.</summary>
internal static class HtmlWords
{
    public static (string Class, string Shape, string Word) Of(Verdict verdict) => verdict switch
    {
        Verdict.Ready => ("good", "✓", "Ready"),
        Verdict.NotReady => ("bad", "✕", "Not ready"),
        _ => ("unsure", "?", "Inconclusive"),
    };

    public static (string Class, string Shape, string Word) Of(Mark mark) => mark switch
    {
        Mark.Failed => ("bad", "✕", "Failed"),
        Mark.Warning => ("warn", "!", "Warning"),
        Mark.Unknown or Mark.Undecided => ("unsure", "?", "Unknown"),
        _ => ("good", "✓", "Passed"),
    };

    public static string Counted(int count, string one, string many) =>
        count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}
