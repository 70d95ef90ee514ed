using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Services.Files;

/// <summary>A service of a service file, with the servers that it is asked of.</summary>
/// <param name="Service">The service.</param>
/// <param name="Pools">The pools; none if the file does not say which servers there are.</param>
/// <param name="Witnesses">Computers whose neighbour tables are to tell who answers for the VIPs.</param>
/// <param name="Place">Where the file says it.</param>
internal sealed record ListedService(DsrService Service, IReadOnlyList<ServicePool> Pools, IReadOnlyList<string> Witnesses, DataPlace Place)
{
    public string Name => Service.Name!;

    /// <summary>True for a computer whose neighbour table is to tell who answers for the VIPs, and which is no server itself.</summary>
    public bool IsWitness(string computerName) => Witnesses.Any(
        witness => string.Equals(PoolServer.HostPart(witness), PoolServer.HostPart(computerName), StringComparison.OrdinalIgnoreCase));

    /// <summary>The pool that a computer is in, or null.</summary>
    public ServicePool? PoolOf(string computerName) => Pools.FirstOrDefault(pool => pool.Find(computerName) is not null);

    /// <summary>The service as a computer has it.</summary>
    public DsrService For(string computerName) => PoolOf(computerName)?.Find(computerName) is { } server
        ? Service.With(server.Probe, server.TrafficInterface)
        : Service;
}
