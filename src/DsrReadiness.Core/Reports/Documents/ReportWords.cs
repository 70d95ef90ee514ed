using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>Words for what was found, and the shapes and classes that a page has for it.</summary>
internal static class ReportWords
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
}
