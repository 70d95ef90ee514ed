using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using DsrReadiness.Plans;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports.Documents;

/// <summary>Reports written into memory.</summary>
internal static class Report
{
    /// <summary>A text that would be markup, script, a link or an order to a terminal wherever it is not escaped.</summary>
    public const string Hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"' onload='x' &amp; [a](javascript:x) `b` *c* | d\n# e\u001b[2J\u202E\uFFFE\uD800";

    public static readonly DateTimeOffset Collected = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static string Write(Func<Stream, Stream, IReport> begin, params IReadOnlyList<ServerVerdict> verdicts) => Write(begin, null, verdicts);

    public static string Write(Func<Stream, Stream, IReport> begin, Plan? plan, params IReadOnlyList<ServerVerdict> verdicts)
    {
        using var output = new MemoryStream();
        using var spool = new MemoryStream();
        IReport report = begin(output, spool);
        foreach (ServerVerdict verdict in verdicts)
            report.Write(new ReportEntry(verdict, Collected, "pool/" + verdict.ComputerName, plan));
        report.End();
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    /// <summary>One verdict with every kind of result.</summary>
    public static ServerVerdict OfEveryKind(string name = "WEB01", bool strict = false, string text = "It is so.") => new(
        name,
        Servers.Server.Service(),
        [
            SomeVerdict.Result("A01", Outcome.Passed),
            SomeVerdict.Result("A02", Outcome.NotApplicable, reason: text),
            SomeVerdict.Result("M01", Outcome.Failed, Severity.Error, text, text, text, "Set-X -Y Z", "Failed: " + text, "Failed: " + text),
            SomeVerdict.Result("M03", Outcome.Failed, Severity.Warning, text, text),
            SomeVerdict.Result("W01", Outcome.Unknown, Severity.Error, text, text),
            SomeVerdict.Result("W04", Outcome.Unknown, Severity.Warning, text, text),
            SomeVerdict.Result("W06", Outcome.Unknown, Severity.Information, text, text),
        ],
        strict);
}
