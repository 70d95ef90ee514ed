using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>What a snapshot of a few classes lacks for a verdict, and the one command that brings it.</summary>
internal static class StillMissing
{
    private const string File = "missing";
    private const string Collect = @"powershell.exe -ExecutionPolicy Bypass -File .\Save-DsrSnapshot.ps1";
    private const int MostNamed = 4;

    /// <summary>What kept the verdict from being certain; null if nothing did that was not collected.</summary>
    public static string? Of(Snapshot snapshot, ServerVerdict verdict) => verdict.Verdict != Verdict.Inconclusive ? null : Of(
        snapshot, check => verdict.Results.Any(result => result.Id == check.Id && result.Outcome == Outcome.Unknown && result.Severity >= verdict.Threshold));

    /// <summary>What any verdict needs; null if nothing is missing.</summary>
    public static string? Of(Snapshot snapshot) => Of(snapshot, check => check.Severity == Severity.Error && check.Needs == CheckNeeds.None);

    private static string? Of(Snapshot snapshot, System.Func<CheckInfo, bool> isAsked)
    {
        ReadingId[] missing = [.. Catalogue.All.Checks.Where(check => isAsked(check.Info)).SelectMany(check => check.Info.Reads).Distinct()
            .Where(each => snapshot.Read(each.Class, each.Store).Failure?.Kind == FailureKind.NotCollected)];
        if (missing.Length == 0)
            return null;
        string names = string.Join(", ", missing.Take(MostNamed).Select(each => Reading<object>.NameOf(snapshot.Read(each.Class, each.Store))));
        if (missing.Length > MostNamed)
            names += $" and {missing.Length - MostNamed} more";
        return missing.Any(each => each.Class.Evidence == CimEvidence.Own)
            ? $"a verdict still needs {names}; the collector of DsrReadiness brings all of it, in an elevated PowerShell on the server: {Collect}"
            : $"a verdict still needs {names}; run this in an elevated PowerShell on the server, and give {File}.xml as well: {SavedCommand.For(missing, File)}";
    }
}
