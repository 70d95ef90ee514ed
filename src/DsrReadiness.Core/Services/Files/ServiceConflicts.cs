using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DsrReadiness.Services.Files;

/// <summary>What a file says in two places that cannot both be so.</summary>
internal static class ServiceConflicts
{
    /// <param name="services">The services.</param>
    /// <param name="fail">Makes a refusal of a place and a problem.</param>
    /// <exception cref="ServiceFileException">Two places exclude each other.</exception>
    public static void Refuse(IReadOnlyList<ListedService> services, Func<DataPlace, string, ServiceFileException> fail)
    {
        foreach (ListedService service in services)
            RefuseServerInTwoPools(service, fail);
        RefuseVipOfTwoServices(services, fail);
    }

    /// <summary>The pools of a service share its VIPs, and a server that answers for one of them does so for all that is sent to it.</summary>
    private static void RefuseServerInTwoPools(ListedService service, Func<DataPlace, string, ServiceFileException> fail)
    {
        var first = new Dictionary<string, (ServicePool Pool, PoolServer Server)>(StringComparer.OrdinalIgnoreCase);
        foreach ((ServicePool pool, PoolServer server) in service.Pools.SelectMany(pool => pool.Servers.Select(server => (pool, server))))
        {
            string name = PoolServer.HostPart(server.Name);
            if (first.TryGetValue(name, out (ServicePool Pool, PoolServer Server) known))
            {
                throw fail(
                    server.Place,
                    $"found server '{server.Name}' in pool '{pool.Name}' of service '{service.Name}', where line {known.Server.Place.Line} has it in pool '{known.Pool.Name}'; "
                        + "pools of a service share its VIPs, and a server is in one of them");
            }

            first.Add(name, (pool, server));
        }
    }

    /// <summary>A balancer has one service for an address and a port. Two services may share an address if their ports tell them apart.</summary>
    private static void RefuseVipOfTwoServices(IReadOnlyList<ListedService> services, Func<DataPlace, string, ServiceFileException> fail)
    {
        var holders = new Dictionary<IPAddress, List<ListedService>>();
        foreach ((ListedService service, IPAddress vip) in services.SelectMany(service => service.Service.VirtualIPAddresses.Select(vip => (service, vip))))
        {
            if (!holders.TryGetValue(vip, out List<ListedService>? others))
                holders.Add(vip, others = []);
            if (others.FirstOrDefault(other => Overlap(service.Service, other.Service)) is { } other)
            {
                string ports = service.Service.Ports.Count > 0 && other.Service.Ports.Count > 0
                    ? "they have a port in common, and a balancer has one service for each address and port"
                    : "give both their ports, which are all that tells two services of one VIP apart";
                throw fail(service.Place, $"found VIP {vip} in service '{service.Name}', where line {other.Place.Line} has it in service '{other.Name}'; {ports}");
            }

            others.Add(service);
        }
    }

    private static bool Overlap(DsrService one, DsrService other) => one.Ports.Count == 0 || other.Ports.Count == 0
        || one.Ports.Any(port => other.Ports.Any(each => each.Protocol == port.Protocol && each.First <= port.Last && port.First <= each.Last));
}
