using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Services.Files;

/// <summary>Makes services of the values of a file. Nothing that was written is passed over: what cannot be meant is refused with its place.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="comparison">How names of members are compared.</param>
internal sealed class ServiceFileReader(string file, StringComparison comparison)
{
    /// <exception cref="ServiceFileException">They are no services.</exception>
    public IReadOnlyList<ListedService> Read(DataNode root)
    {
        if (root.Kind != DataKind.Object)
            throw Fail(root.Place, $"found {root.Shown}, expected an object with the members 'format' and 'service'");
        DataObject members = new DataObject(this, root, "the file", ServiceMembers.OfFile);
        DataNode format = members[ServiceMembers.Format]!;
        if (format.Text != ServiceFile.Format)
            throw Fail(format.Place, $"found format {format.Shown}, expected '{ServiceFile.Format}'");
        ListedService[] services = members[ServiceMembers.Service]!.Items.Select(ReadService).ToArray();
        RefuseRepeated(services.Select(service => (service.Name, service.Place)), "a second service");
        ServiceConflicts.Refuse(services, Fail);
        return services;
    }

    public ServiceFileException Fail(DataPlace place, string problem) => new(file, problem, place);

    public bool IsSame(string one, string other) => string.Equals(one, other, comparison);

    private ListedService ReadService(DataNode node)
    {
        DataObject members = new DataObject(this, node, "a service", ServiceMembers.OfService);
        if (members[ServiceMembers.Server] is not null && members[ServiceMembers.Pool] is { } both)
            throw Fail(both.Place, "found 'pool' beside 'server', expected one of them: 'server' is for the servers of the only pool");
        DsrService service = Try(node.Place, () => new DsrService(
            members.Texts(ServiceMembers.VirtualIPAddress, ServiceText.ReadAddress),
            members.Texts(ServiceMembers.Port, ServicePort.Parse),
            members.Texts(ServiceMembers.Balancer, ServiceText.ReadAddress),
            members.Text(ServiceMembers.Probe, Probe.Parse),
            members.Texts(ServiceMembers.ClientAddress, ServiceText.ReadPrefix),
            members[ServiceMembers.TrafficInterface]?.Text,
            members[ServiceMembers.Environment] is { } environment ? ReadName<DsrEnvironment>(ServiceMembers.Environment, environment) : null,
            members[ServiceMembers.Name]!.Text,
            members[ServiceMembers.UdpAnswer] is { } answer ? ReadName<DsrUdpAnswer>(ServiceMembers.UdpAnswer, answer) : null));
        string[] witnesses = members[ServiceMembers.Witness]?.Items.Select(ReadServerName).ToArray() ?? [];
        return new ListedService(service, ReadPools(members), witnesses, node.Place);
    }

    private IReadOnlyList<ServicePool> ReadPools(DataObject service)
    {
        if (service[ServiceMembers.Server] is { } servers)
            return [new ServicePool(null, ReadServers(servers))];
        if (service[ServiceMembers.Pool] is not { } list)
            return [];
        (ServicePool Pool, DataPlace Place)[] pools = list.Items.Select(node =>
        {
            DataObject members = new DataObject(this, node, "a pool", ServiceMembers.OfPool);
            return (new ServicePool(members[ServiceMembers.Name]!.Text, ReadServers(members[ServiceMembers.Server]!)), node.Place);
        }).ToArray();
        RefuseRepeated(pools.Select(each => (each.Pool.Name!, each.Place)), "a second pool");
        return pools.Select(each => each.Pool).ToArray();
    }

    private PoolServer[] ReadServers(DataNode list)
    {
        PoolServer[] servers = list.Items.Select(ReadServer).ToArray();
        RefuseRepeated(servers.Select(server => (PoolServer.HostPart(server.Name), server.Place)), "a second server");
        return servers;
    }

    private PoolServer ReadServer(DataNode node)
    {
        if (node.Kind == DataKind.Text)
            return new PoolServer(ReadServerName(node), null, null, node.Place);
        DataObject members = new DataObject(this, node, "a server", ServiceMembers.OfServer);
        return new PoolServer(
            ReadServerName(members[ServiceMembers.Name]!),
            members.Text(ServiceMembers.Probe, Probe.Parse),
            members[ServiceMembers.TrafficInterface]?.Text,
            node.Place);
    }

    /// <summary>Snapshots are told apart by the names that computers call themselves by, and an address is none.</summary>
    private string ReadServerName(DataNode node) => Array.TrueForAll(node.Text.ToCharArray(), c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        && !System.Net.IPAddress.TryParse(node.Text, out _)
            ? node.Text
            : throw Fail(node.Place, $"found {node.Shown} as a server, expected the name of a computer, such as WEB01 or web01.example.com");

    /// <summary>By name alone: the framework would also read numbers and lists.</summary>
    private T ReadName<T>(string member, DataNode node)
        where T : struct, Enum
    {
        string[] names = Enum.GetNames(typeof(T));
        return Array.Find(names, name => IsSame(name, node.Text)) is { } found
            ? (T)Enum.Parse(typeof(T), found)
            : throw Fail(node.Place, $"found {member} {node.Shown}, expected one of {string.Join(", ", names)}{Meant(node.Text, names)}");
    }

    /// <summary>Names what may be meant, to be added to a message.</summary>
    public static string Meant(string written, IReadOnlyCollection<string> words) => Nearest.Of(written, words) is { } word ? $"; '{word}' may be meant" : string.Empty;

    public T Try<T>(DataPlace place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ServiceDefinitionException e)
        {
            throw Fail(place, e.Message.TrimEnd('.'));
        }
    }

    private void RefuseRepeated(IEnumerable<(string Name, DataPlace Place)> named, string what)
    {
        var first = new Dictionary<string, DataPlace>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, DataPlace place) in named)
        {
            if (first.TryGetValue(name, out DataPlace earlier))
                throw Fail(place, $"found {what} '{name}', where line {earlier.Line} has the first; give it another name or take it out");
            first.Add(name, place);
        }
    }
}
