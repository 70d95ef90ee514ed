using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Connections;

/// <summary>A server that is asked, as it was given.</summary>
/// <param name="Name">Its name, or its address as text.</param>
/// <param name="Addresses">Its own addresses.</param>
/// <param name="Problem">Why it has no addresses; null if it has.</param>
internal sealed record ConnectionServer(string Name, IReadOnlyList<IPAddress> Addresses, string? Problem = null)
{
    /// <summary>A server that was given as an address is asked for the VIPs of its family alone; one with a name should have both.</summary>
    public bool IsFor(IPAddress vip) => !(AddressText.TryParse(Name, out IPAddress? address) && AddressText.Canonical(address).Family() != vip.Family());
}

/// <summary>What is asked on a TCP connection, from the first to the last.</summary>
internal sealed record ConnectionTalk
{
    /// <summary>True for a TLS handshake.</summary>
    public bool Tls { get; init; }

    /// <summary>The name for SNI, for the certificate and for HTTP; null where none was given, and then no name is checked.</summary>
    public string? HostName { get; init; }

    /// <summary>True to take any certificate.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>The path of an HTTP request; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>The status that the request must give; null for any from 200 to 399.</summary>
    public int? ExpectedStatus { get; init; }

    public bool Expects(int status) => ExpectedStatus is { } expected ? status == expected : status is >= 200 and <= 399;
}

/// <summary>What is asked of which servers.</summary>
/// <param name="VirtualIPAddresses">The VIPs.</param>
/// <param name="Ports">What is asked of each.</param>
/// <param name="Servers">Who is asked.</param>
internal sealed record ConnectionRequest(IReadOnlyList<IPAddress> VirtualIPAddresses, IReadOnlyList<ConnectionPort> Ports, IReadOnlyList<ConnectionServer> Servers)
{
    /// <summary>The servers that are asked for a VIP.</summary>
    public IEnumerable<ConnectionServer> ServersFor(IPAddress vip) => Servers.Where(server => server.IsFor(vip));

    public IReadOnlyList<IPAddress> Balancers { get; init; } = [];

    public DsrEnvironment? Environment { get; init; }

    public ConnectionTalk Talk { get; init; } = new();

    /// <summary>What datagrams hold; null for what is usual on their port.</summary>
    public Payload? Payload { get; init; }

    /// <summary>How long an answer may take: connecting, the handshake and the response each.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>No server takes longer: connecting, handshake and response of each port, an echo, and a margin.</summary>
    public TimeSpan LongestTurn => TimeSpan.FromTicks(Timeout.Ticks * 3 * Ports.Count) + TimeSpan.FromSeconds(30);

    /// <summary>True to ask although this computer talks to the VIP, where a route would divert that talk.</summary>
    public bool Force { get; init; }

    /// <summary>How many VIPs are asked side by side.</summary>
    public int Throttle { get; init; } = 8;
}
