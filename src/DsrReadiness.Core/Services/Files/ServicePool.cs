using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Services.Files;

/// <summary>Servers that answer for the same VIPs and stand behind them together.</summary>
internal sealed class ServicePool(string? name, IReadOnlyList<PoolServer> servers)
{
    private readonly Dictionary<string, PoolServer> _byName = servers.ToDictionary(server => PoolServer.HostPart(server.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>What it is called; null for the only pool of a service.</summary>
    public string? Name { get; } = name;

    public IReadOnlyList<PoolServer> Servers { get; } = servers;

    /// <summary>The server that a computer is; null if it is none of the pool.</summary>
    public PoolServer? Find(string computerName) => _byName.TryGetValue(PoolServer.HostPart(computerName), out PoolServer? server) ? server : null;
}
