using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Arp;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>Who answers for one VIP. Piped on, it is about the servers that do, and no others.</summary>
public sealed class DsrArp : DsrObject
{
    private readonly ArpFinding _finding;
    private readonly DsrService _service;

    internal DsrArp(DsrService service, ArpFinding finding, Func<string, DsrServer> find)
    {
        _finding = finding;
        _service = service;
        VirtualIPAddress = new DsrList<string>([finding.VirtualIPAddress.ToString()]);
        Port = service.Ports.Select(port => port.ToString()).ToDsrList();
        Balancer = service.Balancers.Select(address => address.ToString()).ToDsrList();
        Claimant = finding.Claimants.Select(each => new DsrArpClaimant(finding.VirtualIPAddress.ToString(), each, find)).ToDsrList();
        Server = finding.Claimants.Where(each => each.Kind == ArpClaimantKind.RealServer).SelectMany(each => each.Owners)
            .Select(owner => find(owner.Server.Name)).Distinct().ToDsrList();
        Unknown = finding.Unknown.Select(SafeText.Of).ToDsrList();
    }

    /// <summary>What follows.</summary>
    public ArpConclusion Conclusion => _finding.Conclusion;

    /// <summary>The real servers that answer.</summary>
    public IReadOnlyList<DsrServer> Server { get; }

    /// <summary>What the service is called in its service file; null if it comes from none.</summary>
    public string? ServiceName => _service.Name;

    /// <summary>The VIP.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports of the service; empty if none were given.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<string> Balancer { get; }

    /// <summary>Where the servers stand, as it was given; null if it was to be recognised.</summary>
    public DsrEnvironment? Environment => _service.Environment;

    /// <summary>The MAC addresses that answer, real servers' first.</summary>
    public IReadOnlyList<DsrArpClaimant> Claimant { get; }

    /// <summary>What is so.</summary>
    public string Reason => SafeText.Of(_finding.Reason);

    /// <summary>What to do; null if nothing.</summary>
    public string? Recommendation => _finding.Recommendation is { } text ? SafeText.Of(text) : null;

    /// <summary>The command that does it, ready to be pasted; null if none does.</summary>
    public string? Command => _finding.Command;

    /// <summary>What could not be seen.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <inheritdoc/>
    public override string ToString() => VirtualIPAddress[0] + ": " + Conclusion;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Conclusion), Conclusion.ToString(), ViewText.InkOf(Conclusion) },
        { nameof(Claimant), string.Join("\n", Claimant) },
        { nameof(Unknown), ViewText.Paragraphs(Unknown) },
    };
}
