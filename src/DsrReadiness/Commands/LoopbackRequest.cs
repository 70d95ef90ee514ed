using System.Collections.Generic;
using System.Net;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>What a command was asked to do with a loopback, as it was when it was asked.</summary>
internal sealed record LoopbackRequest
{
    /// <summary>The VIPs that were named; none for those that the loopback has.</summary>
    public IReadOnlyList<IPAddress> VirtualIPAddresses { get; init; } = [];

    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    /// <summary>The loopback that was named, or null.</summary>
    public string? LoopbackAlias { get; init; }

    /// <summary>The traffic interface that was named, by name or index, or null.</summary>
    public string? TrafficInterface { get; init; }

    public bool IsWhatIf { get; init; }

    public bool PassThru { get; init; }

    /// <summary>How VIPs are taken out of service; null for a command that does not.</summary>
    public RemovalOptions? Removal { get; init; }
}
