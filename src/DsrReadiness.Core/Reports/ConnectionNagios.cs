using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets for monitoring: one line, and the status that goes with it.</summary>
internal static class ConnectionNagios
{
    private const int Ok = 0;
    private const int Warning = 1;
    private const int Critical = 2;

    /// <summary>The status of a plug-in that could not do its work.</summary>
    public const int Unknown = 3;

    /// <summary>One line, and its status. What could not be asked is a warning: nothing is known to be wrong.</summary>
    public static (int Status, string Line) Of(IReadOnlyCollection<ConnectionResult> results)
    {
        int answered = results.Count(each => each.Outcome == ConnectionOutcome.Answered);
        int notAsked = results.Count(each => each.Outcome == ConnectionOutcome.NotAsked);
        int failed = results.Count - answered - notAsked;
        string[] wrong = [.. results.Where(each => each.Outcome != ConnectionOutcome.Answered).OrderBy(each => each.Outcome == ConnectionOutcome.NotAsked)
            .Select(each => $"{each.Server} {each.VirtualIPAddress} {each.Port} {each.Outcome}")];
        string[] warned = [.. results.SelectMany(each => each.Warnings).Distinct()];
        int status = failed > 0 ? Critical : notAsked > 0 || warned.Length > 0 ? Warning : results.Count == 0 ? Unknown : Ok;
        string word = status switch { Critical => "CRITICAL", Warning => "WARNING", Unknown => "UNKNOWN", _ => "OK" };
        string said = string.Join("; ", new[] { Wording.Some(wrong, "; "), Wording.Some(warned, " ") }.Where(each => each.Length > 0));
        string slowest = results.Select(each => each.Probe?.Elapsed.TotalSeconds ?? 0).DefaultIfEmpty().Max().ToString("0.000", CultureInfo.InvariantCulture);
        string line = $"DSR {word} - {answered.ToString(CultureInfo.InvariantCulture)} of {results.Count.ToString(CultureInfo.InvariantCulture)} answered{(said.Length > 0 ? ": " + said : string.Empty)}";
        return (status, $"{Clean(line)} | answered={answered} failed={failed} not_asked={notAsked} slowest={slowest}s");
    }

    /// <summary>The line for what kept all from being asked.</summary>
    public static string Refused(string message) => "DSR UNKNOWN - " + Clean(message);

    /// <summary>A bar begins the performance data.</summary>
    private static string Clean(string text) => SafeText.Of(text).Replace('|', '/');
}
