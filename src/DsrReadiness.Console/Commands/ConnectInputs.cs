using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Network;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Commands;

/// <summary>What was asked on the command line, with names that are not looked up yet.</summary>
/// <param name="VirtualIPAddresses">The VIPs; none if a file names them.</param>
/// <param name="Ports">What is asked of them.</param>
/// <param name="Servers">Names or addresses, as given.</param>
/// <param name="Balancers">The balancers' own addresses.</param>
/// <param name="Talk">What is said on TCP.</param>
/// <param name="Payload">What datagrams hold.</param>
/// <param name="Timeout">How long an answer may take.</param>
/// <param name="Services">The service file; null for none.</param>
/// <param name="Snapshots">Snapshots of the servers: files and patterns, as given.</param>
/// <param name="Format">What results are written as.</param>
/// <param name="Output">The file to write; null for standard output.</param>
internal sealed record ConnectRequest(
    IReadOnlyList<IPAddress> VirtualIPAddresses,
    IReadOnlyList<ConnectionPort> Ports,
    IReadOnlyList<string> Servers,
    IReadOnlyList<IPAddress> Balancers,
    ConnectionTalk Talk,
    Payload? Payload,
    TimeSpan Timeout,
    ServiceSource? Services,
    IReadOnlyList<string> Snapshots,
    OutputFormat Format,
    string? Output);

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
        if (asked.Services is not { } source)
            return Request(asked, asked.VirtualIPAddresses, asked.Ports, names, asked.Balancers, null);
        ServiceChoice choice = source.Open();
        DsrService service = choice.Single();
        ConnectionPort[] ports = [.. service.Ports.Select(ConnectionPort.Of)];
        string?[] open =
        [
            ports.Length == 0 ? "The service names no port." : null,
            names.Count == 0 && choice.Servers.Count == 0 ? "The service names no server: give it as --server." : null,
            WhyNoPayload(ports, asked.Payload),
        ];
        string[] errors = [.. open.OfType<string>()];
        return errors.Length > 0 ? throw new UsageException(CommandName, errors)
            : Request(asked, service.VirtualIPAddresses, ports, names.Count > 0 ? names : choice.Servers, service.Balancers, service.Environment);
    }

    public SnapshotView ReadSnapshots(ConnectRequest asked, ConnectionRequest request)
    {
        var snapshots = new List<Snapshot>();
        foreach (SnapshotInput input in SnapshotInputs.Find(asked.Snapshots, host.OpenInput, host.Cancellation, asked.Output, asked.Services?.File))
        {
            Answer<Snapshot> read = input.Ask(Fault.Judging, snapshot => snapshot);
            if (read.Value is { } snapshot)
                snapshots.Add(snapshot);
            else
                messages.Say(read.Problem!);
            Failed |= read.Value is null;
        }

        return new SnapshotView(snapshots, request);
    }

    /// <summary>Why a datagram to a port has nothing to say; null if it has.</summary>
    public static string? WhyNoPayload(IEnumerable<ConnectionPort> ports, Payload? payload) =>
        Payload.FirstMute(ports, payload) is { } mute
            ? $"--payload is missing: for {mute} say what to send, such as --payload text:hello, or hexadecimal digits."
            : null;

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
