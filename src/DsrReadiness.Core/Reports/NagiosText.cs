using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>What a plug-in of a monitoring system says: one line, and the status that goes with it, as the guidelines of the monitoring plug-ins have them.</summary>
internal static class NagiosText
{
    public const int Ok = 0;
    public const int Warning = 1;
    public const int Critical = 2;

    /// <summary>The plug-in could not do its work.</summary>
    public const int Unknown = 3;

    /// <summary>The line: the status in words, what is so, and behind a bar the figures.</summary>
    public static string Line(int status, string said, string? figures = null) =>
        $"DSR {Word(status)} - {SafeText.Of(said).Replace('|', '/')}" + (figures is null ? string.Empty : " | " + figures);

    private static string Word(int status) => status switch { Ok => "OK", Warning => "WARNING", Critical => "CRITICAL", _ => "UNKNOWN" };
}
