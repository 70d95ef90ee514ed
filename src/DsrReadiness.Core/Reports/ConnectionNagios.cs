using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets for monitoring: one line, and the status that goes with it.</summary>
internal static class ConnectionNagios
{
    /// <summary>One line, and its status. What could not be asked is a warning: nothing is known to be wrong.</summary>
    public static (int Status, string Line) Of(IReadOnlyCollection<ConnectionResult> results)
    {
        int answered = results.Count(each => each.Outcome == ConnectionOutcome.Answered);
        int notAsked = results.Count(each => each.Outcome == ConnectionOutcome.NotAsked);
        int failed = results.Count - answered - notAsked;
        string[] wrong = [.. results.Where(each => each.Outcome != ConnectionOutcome.Answered).OrderBy(each => each.Outcome == ConnectionOutcome.NotAsked)
            .Select(each => $"{each.Server} {each.VirtualIPAddress} {each.Port} {each.Outcome}")];
        string[] warned = [.. results.SelectMany(each => each.Warnings).Distinct()];
        int status = failed > 0 ? NagiosText.Critical : notAsked > 0 || warned.Length > 0 ? NagiosText.Warning : results.Count == 0 ? NagiosText.Unknown : NagiosText.Ok;
        string said = string.Join("; ", new[] { Wording.Some(wrong, "; "), Wording.Some(warned, " ") }.Where(each => each.Length > 0));
        string slowest = results.Select(each => each.Probe?.Elapsed.TotalSeconds ?? 0).DefaultIfEmpty().Max().ToString("0.000", CultureInfo.InvariantCulture);
        string line = $"{answered} of {results.Count} answered{(said.Length > 0 ? ": " + said : string.Empty)}";
        return (status, NagiosText.Line(status, line, $"answered={answered} failed={failed} not_asked={notAsked} slowest={slowest}s"));
    }
}
