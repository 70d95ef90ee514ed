using System;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Servers;

/// <summary>Reads a verdict out of what a job or a file has made of it.</summary>
internal static class VerdictCopy
{
    /// <exception cref="FailureException">Something of it is missing.</exception>
    public static DsrVerdict Read(PSObject copy)
    {
        try
        {
            CheckResult[] results = [.. copy.Items(nameof(DsrVerdict.Results)).Select(ReadResult)];
            var verdict = copy.Get<Verdict>(nameof(DsrVerdict.Verdict));
            string name = copy.Get<string>(nameof(DsrVerdict.ComputerName));
            var service = new DsrService(
                copy.Texts(nameof(DsrVerdict.VirtualIPAddress)).Select(ServiceText.ReadAddress),
                copy.Texts(nameof(DsrVerdict.Port)).Select(ServicePort.Parse),
                copy.Texts(nameof(DsrVerdict.Balancer)).Select(ServiceText.ReadAddress),
                copy.Text(nameof(DsrVerdict.Probe)) is { } probe ? Probe.Parse(probe) : null,
                copy.Texts(nameof(DsrVerdict.ClientAddress)).Select(ServiceText.ReadPrefix),
                copy.Text(nameof(DsrVerdict.TrafficInterface)),
                copy.Named<DsrEnvironment>(nameof(DsrVerdict.Environment)),
                copy.Text(nameof(DsrVerdict.ServiceName)),
                copy.Named<DsrUdpAnswer>(nameof(DsrVerdict.UdpAnswer)));
            ServerVerdict judged = new[] { false, true }.Select(strict => new ServerVerdict(name, service, results, strict)).FirstOrDefault(each => each.Verdict == verdict)
                ?? throw new FailureException(Failures.InvalidVerdict($"its results do not make it {verdict}", copy));
            return new DsrVerdict(ServerConnector.Computer(name), judged, copy.Time(nameof(DsrVerdict.CollectedAt)));
        }
        catch (Exception e) when (e is PSInvalidCastException or ServiceDefinitionException or ArgumentException)
        {
            throw new FailureException(Failures.InvalidVerdict(e.Message.TrimEnd('.'), copy));
        }
    }

    /// <summary>Copies of earlier versions do not tell: nothing of them is to be run unread.</summary>
    private static AdviceKind ReadKind(PSObject copy) => copy.Named<AdviceKind>(nameof(DsrCheckResult.AdviceKind))
        ?? (copy.Text(nameof(DsrCheckResult.Command)) is null ? AdviceKind.Hand : AdviceKind.Choice);

    private static CheckResult ReadResult(PSObject copy) => new(
        copy.Get<string>(nameof(DsrCheckResult.Id)),
        copy.Get<string>(nameof(DsrCheckResult.Name)),
        new Finding(
            copy.Get<Outcome>(nameof(DsrCheckResult.Outcome)),
            copy.Get<Severity>(nameof(DsrCheckResult.Severity)),
            copy.Text(nameof(DsrCheckResult.Subject)),
            copy.Get<string>(nameof(DsrCheckResult.Reason)),
            copy.Text(nameof(DsrCheckResult.Recommendation)) is { } words ? Advice.Given(ReadKind(copy), words, copy.Text(nameof(DsrCheckResult.Command))) : null,
            copy.Text(nameof(DsrCheckResult.Expected)),
            copy.Text(nameof(DsrCheckResult.Actual))),
        copy.Texts(nameof(DsrCheckResult.Details)));
}
