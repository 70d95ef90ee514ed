using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Network;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Connecting;

/// <summary>Makes of what was given what is asked: reads service file and snapshots, and looks names up.</summary>
internal sealed class ConnectInputs(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr connect";

    /// <summary>True if a snapshot could not be read.</summary>
    public bool Failed { get; private set; }

    /// <exception cref="UsageException">A service file leaves open what is asked.</exception>
    public ConnectionRequest Resolve(ConnectRequest asked)
    {
        IReadOnlyList<string> names = asked.Servers;
        if (asked.Services is not { } wish)
            return Request(asked, asked.VirtualIPAddresses, asked.Ports, names, asked.Balancers, null);
        ServiceChoice choice = ServiceSource.Open(wish);
        DsrService service = choice.Single();
        ConnectionPort[] ports = [.. service.Ports.Select(ConnectionPort.Of)];
        string?[] open =
        [
            ports.Length == 0 ? "The service names no port." : null,
            names.Count == 0 && choice.Servers.Count == 0 ? "The service names no server: give it as --server." : null,
            ConnectOptions.WhyNoPayload(ports, asked.Payload),
        ];
        string[] errors = [.. open.OfType<string>()];
        return errors.Length > 0 ? throw new UsageException(CommandName, errors)
            : Request(asked, service.VirtualIPAddresses, ports, names.Count > 0 ? names : choice.Servers, service.Balancers, service.Environment);
    }

    public SnapshotView ReadSnapshots(ConnectRequest asked, ConnectionRequest request)
    {
        var snapshots = new List<Snapshot>();
        foreach (ReadInput read in SnapshotInputs.Find(asked.Snapshots, host.OpenInput, host.Cancellation, asked.Output, asked.Services?.File).Select(ReadInput.Of))
        {
            if (read.Snapshot is { } snapshot)
                snapshots.Add(snapshot);
            else
                Refuse(read.Failure!.Problem!);
        }

        return new SnapshotView(snapshots, request);
    }

    private void Refuse(string problem)
    {
        Failed = true;
        messages.Say(problem);
    }

    private ConnectionRequest Request(
        ConnectRequest asked, IReadOnlyList<IPAddress> vips, IReadOnlyList<ConnectionPort> ports, IReadOnlyList<string> servers, IReadOnlyList<IPAddress> balancers, DsrEnvironment? environment)
    {
        ConnectionServer[] found = Task.WhenAll(servers.Select(name => ServerNames.FindAsync(name, host.Cancellation))).GetAwaiter().GetResult();
        return new ConnectionRequest(vips, ports, Fit(vips, found)) { Balancers = balancers, Environment = environment, Talk = asked.Talk, Payload = asked.Payload, Timeout = asked.Timeout };
    }

    /// <summary>Two families are asked by two addresses of a server: where both are given as addresses, each is asked for the VIPs of its own, so that at least one must be there.</summary>
    private static ConnectionServer[] Fit(IReadOnlyList<IPAddress> vips, ConnectionServer[] servers)
    {
        string[] alone = [.. vips.Where(vip => !servers.Any(server => server.Problem is not null || server.Addresses.Any(address => address.AddressFamily == vip.AddressFamily)))
            .Select(vip => $"{vip} requires a server with an {(vip.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4")} address: give it as --server.")];
        return alone.Length > 0 ? throw new UsageException(CommandName, alone) : servers;
    }
}
