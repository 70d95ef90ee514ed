using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Arp;
using DsrReadiness.Host;
using DsrReadiness.Text;

namespace DsrReadiness.Connections;

/// <summary>Where a server's own address was found on a segment.</summary>
/// <param name="Server">The server.</param>
/// <param name="Address">Its own address.</param>
/// <param name="LinkLayerAddress">The digits of its MAC address; null if nobody answered.</param>
/// <param name="Interface">The name of the interface on which it answered.</param>
/// <param name="WhyNot">Why it could not be looked for; null if it was.</param>
internal sealed record ServerSight(ConnectionServer Server, IPAddress Address, string? LinkLayerAddress, string? Interface, string? WhyNot);

/// <summary>Where servers were found, looked up by server and by MAC address.</summary>
internal sealed class Sights(IReadOnlyCollection<ServerSight> all)
{
    private readonly ILookup<ConnectionServer, ServerSight> _byServer = all.ToLookup(each => each.Server);
    private readonly ILookup<string, ServerSight> _byMac = all.Where(each => each.LinkLayerAddress is not null).ToLookup(each => each.LinkLayerAddress!);

    /// <summary>Of several addresses of a server one that answers, or else one that could; null if it has none.</summary>
    public ServerSight? Choose(ConnectionServer server) => _byServer[server].OrderBy(each => each.LinkLayerAddress is not null ? 0 : each.WhyNot is null ? 1 : 2).FirstOrDefault();

    /// <summary>Other servers that answered with the same MAC address.</summary>
    public IEnumerable<ServerSight> Twins(ServerSight sight) => sight.LinkLayerAddress is { } mac ? _byMac[mac].Where(each => each.Server != sight.Server) : [];

    /// <summary>The first server that answered with a MAC address; null if none did.</summary>
    public ServerSight? Of(string mac) => _byMac[mac].FirstOrDefault();
}

/// <summary>Who answers ARP or ND for a VIP, held against whose MAC addresses are known.</summary>
internal sealed class Claims
{
    /// <summary>What Azure's fabric answers for every address.</summary>
    public const string AzureFabric = "123456789ABC";

    private readonly HashSet<string> _macs;

    public Claims(ArpProbe probe, Sights servers, IReadOnlyCollection<string> balancers)
    {
        _macs = [.. probe.Answers.Keys.Select(each => each.LinkLayerAddress)];
        string[] strangers = [.. _macs.Where(mac => servers.Of(mac) is null && !balancers.Contains(mac)).OrderBy(mac => mac, StringComparer.Ordinal)];
        string who = Wording.Some([.. _macs.OrderBy(mac => mac, StringComparer.Ordinal).Select(mac => Name(mac, servers, balancers))]);
        Text = probe.WhyNot is { } why ? "not asked: " + why
            : _macs.Count == 0 ? "nobody"
            : who;
        Warning = !probe.WasAsked ? null
            : _macs.Count == 0 ? $"Nobody answers ARP or ND for {probe.Address}: clients of this segment cannot reach it. See the balancer."
            : strangers.Length > 0 && balancers.Count > 0 ? $"{Wording.Some([.. strangers.Select(MacAddress.WithDashes)])} answers for {probe.Address}, and belongs neither to the balancer nor to a server that is asked."
            : null;
    }

    /// <summary>In words.</summary>
    public string Text { get; }

    /// <summary>What is wrong with it, for all servers; null if nothing is known to be.</summary>
    public string? Warning { get; }

    /// <summary>True if the segment is a cloud's, which answers for all and sends frames where it likes.</summary>
    public bool IsFabric => _macs.Contains(AzureFabric);

    /// <summary>That a server answers for the VIP: it takes what the balancer should get. Null if it does not.</summary>
    public string? WarningOf(ServerSight sight, IPAddress vip) => sight.LinkLayerAddress is { } mac && _macs.Contains(mac)
        ? $"{sight.Server.Name} answers ARP or ND for {vip}: clients reach it past the balancer. The VIP is on an interface that answers (V03)."
        : null;

    private static string Name(string mac, Sights servers, IReadOnlyCollection<string> balancers) =>
        MacAddress.WithDashes(mac) + (servers.Of(mac) is { } sight ? $" ({sight.Server.Name})"
            : balancers.Contains(mac) ? " (the balancer)"
            : string.Empty);
}
