using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

/// <summary>Asks one check about one server.</summary>
public abstract class CheckTest
{
    private readonly Check _check;

    private protected CheckTest(Check check) => _check = check;

    private protected CheckResult Ask(Server server, DsrService? service = null, CheckInputs? inputs = null)
    {
        ServerVerdict verdict = new CheckRunner(new Catalogue(_check)).Run(server.Build(), service ?? Server.Service(), inputs ?? CheckInputs.None);
        CheckResult result = Assert.Single(verdict.Results);
        Assert.Contains(result.Outcome, _check.Info.Outcomes);
        Assert.Contains(result.Severity, _check.Info.Severities);
        Assert.Equal(result.Outcome is Outcome.Failed or Outcome.Unknown, !string.IsNullOrEmpty(result.Recommendation));
        Assert.True(result.Outcome != Outcome.Failed || (!string.IsNullOrEmpty(result.Expected) && !string.IsNullOrEmpty(result.Actual)));
        Assert.False(Pasteable.HoldsCommand(result.Recommendation), result.Recommendation);
        Assert.All(Pasteable.Lines(result.Command), line => Assert.True(Pasteable.IsCommand(line), line));
        Assert.DoesNotContain("This is a bug", result.Recommendation ?? string.Empty, System.StringComparison.Ordinal);
        return result;
    }

    private protected CheckResult Expect(Outcome outcome, Server server, DsrService? service = null, CheckInputs? inputs = null)
    {
        CheckResult result = Ask(server, service, inputs);
        Assert.True(outcome == result.Outcome, $"{result.Outcome}: {result.Reason} {string.Join(" | ", result.Details.Take(5))}");
        return result;
    }
}
