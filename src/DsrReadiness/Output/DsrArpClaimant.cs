using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Arp;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>A MAC address that answers for a VIP.</summary>
public sealed class DsrArpClaimant : DsrObject
{
    private readonly ArpClaimant _claimant;

    internal DsrArpClaimant(string vip, ArpClaimant claimant, Func<string, DsrServer> find)
    {
        _claimant = claimant;
        VirtualIPAddress = new DsrList<string>([vip]);
        Server = claimant.Owners.Select(owner => find(owner.Server.Name)).ToDsrList();
        ComputerName = claimant.Owners.Count == 0 ? null : SafeText.Of(string.Join(", ", claimant.Owners.Select(owner => owner.Server.Name)));
        Interface = claimant.Owners.Count == 0 ? null : SafeText.Of(string.Join(", ", claimant.Owners.Select(owner => owner.Interface).Distinct()));
        SeenBy = claimant.Sightings.Select(each => new DsrArpSighting(find(each.By), claimant.LinkLayerAddress, each)).ToDsrList();
        Explanation = claimant.Explanation.Select(result => new DsrCheckResult(Server[0], SafeText.Of(claimant.Owners[0].Server.Name), result)).ToDsrList();
        Text = claimant.LinkLayerAddress + (ComputerName is null ? claimant.Kind == ArpClaimantKind.Balancer ? " balancer" : string.Empty : $" {ComputerName} on {Interface}");
    }

    /// <summary>The servers that have it: one, unless two are configured alike; none for another host.</summary>
    public IReadOnlyList<DsrServer> Server { get; }

    /// <summary>The name of the server that has it; null for another host.</summary>
    public string? ComputerName { get; }

    /// <summary>The VIP that it answers for.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The MAC address.</summary>
    public string LinkLayerAddress => _claimant.LinkLayerAddress;

    /// <summary>Who it belongs to.</summary>
    public ArpClaimantKind Kind => _claimant.Kind;

    /// <summary>The name of the server's adapter; null for another host.</summary>
    public string? Interface { get; }

    /// <summary>Who has seen it.</summary>
    public IReadOnlyList<DsrArpSighting> SeenBy { get; }

    /// <summary>The checks that failed on the server, and probably explain it.</summary>
    public IReadOnlyList<DsrCheckResult> Explanation { get; }

    private string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(SeenBy), ViewText.Paragraphs(SeenBy) },
        { nameof(Explanation), ViewText.Paragraphs(Explanation) },
    };
}
