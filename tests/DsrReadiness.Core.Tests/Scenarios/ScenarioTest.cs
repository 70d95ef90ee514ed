using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>Asks every check of the catalogue about servers as they are met in the field.</summary>
public abstract class ScenarioTest
{
    /// <summary>The checks of host, adapter and host model that depend on how a server is laid out.</summary>
    private protected static readonly string[] LayoutChecks = ["H01", "H02", "H08", "A01", "A02", "A03", "A08", "M01", "M02"];

    private protected static readonly string[] OfTheLoopback = ["A01", "A02", "A03", "A08", "M02"];

    /// <summary>Every result by its id. None comes from an exception, and none is one that its check does not declare.</summary>
    private protected static IReadOnlyDictionary<string, CheckResult> Judge(Server server, DsrService? service = null)
    {
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(server.Build(), service ?? Server.Service());
        Assert.Equal(Catalogue.All.Checks.Select(check => check.Info.Id), verdict.Results.Select(result => result.Id));
        foreach ((CheckInfo info, CheckResult result) in Catalogue.All.Checks.Select(check => check.Info).Zip(verdict.Results))
        {
            Assert.False(result.Recommendation?.Contains("This is a bug", StringComparison.Ordinal) == true, result.Reason);
            Assert.True(info.Outcomes.Contains(result.Outcome), $"{info.Id} does not declare {result.Outcome}: {result.Reason}");
            Assert.True(info.Severities.Contains(result.Severity), $"{info.Id} does not declare {result.Severity}: {result.Reason}");
        }

        return verdict.Results.ToDictionary(result => result.Id);
    }

    private protected static IReadOnlyDictionary<string, CheckResult> Expect(Outcome outcome, IReadOnlyDictionary<string, CheckResult> results, params string[] ids)
    {
        foreach (CheckResult result in ids.Select(id => results[id]))
            Assert.True(outcome == result.Outcome, $"{result.Id} is {result.Outcome}: {result.Reason}");
        return results;
    }

    /// <summary>All layout checks pass but those named.</summary>
    private protected static IReadOnlyDictionary<string, CheckResult> ExpectPassedBut(IReadOnlyDictionary<string, CheckResult> results, params string[] but) =>
        Expect(Outcome.Passed, results, LayoutChecks.Except(but).ToArray());

    /// <summary>Nothing in the whole catalogue comes out otherwise than on the ready server.</summary>
    private protected static void ExpectAsReady(Server server, DsrService service) =>
        Assert.Equal(OutcomesOf(Judge(Server.Ready(), service)), OutcomesOf(Judge(server, service)));

    private static IEnumerable<string> OutcomesOf(IReadOnlyDictionary<string, CheckResult> results) =>
        results.Values.Select(result => $"{result.Id} {result.Outcome} {result.Severity}");
}
