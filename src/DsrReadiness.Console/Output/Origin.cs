using System;
using DsrReadiness.Reports.Documents;

namespace DsrReadiness.Console.Output;

/// <summary>Where readings came from, in words.</summary>
internal static class Origin
{
    public static string Of(string name, DateTimeOffset collectedAt) => name + ", collected " + ReportEntry.InWords(collectedAt);
}
