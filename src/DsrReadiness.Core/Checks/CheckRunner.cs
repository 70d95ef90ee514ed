using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Host;
using DsrReadiness.Releases;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>Asks each check of a list about one server and one service, and folds what they find into a verdict.</summary>
internal sealed class CheckRunner(Catalogue catalogue, bool strict = false)
{
    /// <summary>The severity from which on findings decide the verdict.</summary>
    private Severity Threshold => strict ? Severity.Warning : Severity.Error;

    /// <summary>Judges a server.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled between two checks.</exception>
    public ServerVerdict Run(Snapshot snapshot, DsrService service, CancellationToken cancellationToken = default) =>
        Run(snapshot, service, CheckInputs.None, cancellationToken);

    /// <summary>Judges a server with what is known beside its snapshot.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled between two checks.</exception>
    public ServerVerdict Run(Snapshot snapshot, DsrService service, CheckInputs inputs, CancellationToken cancellationToken = default)
    {
        var context = new CheckContext(snapshot, service, inputs);
        var results = new List<CheckResult>(catalogue.Checks.Count);
        foreach (Check check in catalogue.Checks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Fold(check.Info, Ask(check, context)));
        }

        return new ServerVerdict(snapshot.ComputerName, service, results, strict);
    }

    private static IReadOnlyList<Finding> Ask(Check check, CheckContext context)
    {
        if (WhyNotApplicable(check.Info.Needs, context) is { } reason)
            return [new Finding(Outcome.NotApplicable, check.Info.Severity, null, reason)];
        try
        {
            context.WasTrafficInterfaceAsked = false;
            Finding[] findings = check.Evaluate(context).ToArray();
            return context.WasTrafficInterfaceAsked && check is not TrafficInterfaceIsKnownCheck && GuessOf(context) is { } guess ? Array.ConvertAll(findings, finding => finding.RestingOn(guess)) : findings;
        }
#pragma warning disable CA1031 // A check that throws is a bug of ours: it must not take the verdict of the other checks with it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return
            [
                new Finding(
                    Outcome.Unknown,
                    check.Info.Severity,
                    null,
                    $"Check {check.Info.Id} {check.Info.Name} failed with {e.GetType().Name}: {e.Message}",
                    "This is a bug of DsrReadiness: please report it with the snapshot."),
            ];
        }
    }

    /// <summary>What is concluded of a traffic interface that nobody has named says so, wherever it is concluded; H02 says it by itself.</summary>
    private static string? GuessOf(CheckContext context) => context.FoundTrafficInterface.TryGet(out FoundInterface? found, out _) && found.IsGuess
        ? $"{found.Interface} is taken for the traffic interface; see H02."
        : null;

    private static string? WhyNotApplicable(CheckNeeds needs, CheckContext context)
    {
        if ((needs & CheckNeeds.Port) != 0 && context.Service.Ports.Count == 0)
            return "No port of the service is given.";
        if ((needs & CheckNeeds.Loopback) != 0 && context.VipBelongsOnTrafficInterface)
            return $"In environment {context.Environment} the VIP belongs on the traffic interface, and nothing on a loopback.";
        return (needs & CheckNeeds.HostModel) != 0 && context.WindowsVersion.TryGet(out Version? version, out _) && !version.HasHostModel()
            ? $"The host model of Windows {version} cannot be set. See H08."
            : null;
    }

    private CheckResult Fold(CheckInfo info, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            findings = [new Finding(Outcome.NotApplicable, info.Severity, null, "Does not apply to this server.")];
        if (findings.Count == 1)
            return new CheckResult(info.Id, info.Name, findings[0], []);
        Finding[] worstFirst = findings
            .OrderByDescending(finding => finding.RankUnder(Threshold)).ThenByDescending(finding => finding.Severity).ToArray();
        string[] details = worstFirst.Select(finding => finding.Outcome + ": " + finding.Reason).ToArray();
        return new CheckResult(info.Id, info.Name, worstFirst[0].With(worstFirst.Skip(1)), details);
    }
}
