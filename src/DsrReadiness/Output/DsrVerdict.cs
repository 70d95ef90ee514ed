using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Reports;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>The verdict on one server for one service. Its properties are the parameters of the commands that it can be piped to.</summary>
public sealed class DsrVerdict : DsrObject
{
    private readonly Func<VerdictDetails>? _details;

    internal DsrVerdict(DsrServer server, ServerVerdict verdict, DateTimeOffset collectedAt, Func<VerdictDetails>? details = null)
    {
        _details = details;
        Server = server;
        Judged = verdict;
        ComputerName = SafeText.Of(verdict.ComputerName);
        CollectedAt = collectedAt;
        VirtualIPAddress = verdict.Service.VirtualIPAddresses.Select(address => address.ToString()).ToDsrList();
        Port = verdict.Service.Ports.Select(port => port.ToString()).ToDsrList();
        Balancer = verdict.Service.Balancers.Select(address => address.ToString()).ToDsrList();
        ClientAddress = verdict.Service.Clients.Select(prefix => prefix.ToString()).ToDsrList();
        Results = verdict.Results.Select(result => new DsrCheckResult(server, ComputerName, result)).ToDsrList();
        Failed = Results.Where(result => result is { Outcome: Outcome.Failed, Severity: Severity.Error }).ToDsrList();
        Unknown = Results.Where(result => result.Outcome == Outcome.Unknown).ToDsrList();
        Warning = Results.Where(result => result.Outcome == Outcome.Failed && result.Severity != Severity.Error).ToDsrList();
        Problems = FindingText.NotInOrder(Results).Select(result => result.Id).ToDsrList();
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The answer.</summary>
    public Verdict Verdict => Judged.Verdict;

    /// <summary>What the service is called in its service file; null if it comes from none.</summary>
    public string? ServiceName => Judged.Service.Name;

    /// <summary>The VIPs of the service.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports of the service.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<string> Balancer { get; }

    /// <summary>The balancer's probe, or null.</summary>
    public string? Probe => Judged.Service.Probe?.ToString();

    /// <summary>Where clients come from; empty for anywhere.</summary>
    public IReadOnlyList<string> ClientAddress { get; }

    /// <summary>The name or index of the traffic interface, as it was given; null if it was to be found.</summary>
    public string? TrafficInterface => Judged.Service.TrafficInterface;

    /// <summary>Where the server stands, as it was given; null if it was to be recognised.</summary>
    public DsrEnvironment? Environment => Judged.Service.Environment;

    /// <summary>From which address a UDP socket that is bound to every address answers, as it was given.</summary>
    public DsrUdpAnswer? UdpAnswer => Judged.Service.UdpAnswer;

    /// <summary>When the server was looked at.</summary>
    public DateTimeOffset CollectedAt { get; }

    /// <summary>What every check found, in the order of the catalogue.</summary>
    public IReadOnlyList<DsrCheckResult> Results { get; }

    /// <summary>The checks that failed as errors.</summary>
    public IReadOnlyList<DsrCheckResult> Failed { get; }

    /// <summary>The checks that could not observe what they are about.</summary>
    public IReadOnlyList<DsrCheckResult> Unknown { get; }

    /// <summary>The checks that failed as warnings.</summary>
    public IReadOnlyList<DsrCheckResult> Warning { get; }

    /// <summary>The ids of the checks that failed or are unknown, worst first.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What was found, as it was found.</summary>
    internal ServerVerdict Judged { get; }

    /// <summary>What a page tells beside the verdict; null if that is not known.</summary>
    internal VerdictDetails? Details => _details?.Invoke();

    /// <inheritdoc/>
    public override string ToString() => ComputerName + ": " + Verdict;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Verdict), Verdict.ToString(), VerdictText.Answer(Verdict).Ink },
        { nameof(Problems), ViewText.Few(Problems) },
        { "ProblemNames", FindingText.Names(Results) },
        { nameof(CollectedAt), ViewText.Time(CollectedAt) },
        { "Findings", FindingText.Findings(this) },
    };
}
