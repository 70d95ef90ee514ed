using System;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Lab;
using DsrReadiness.Network;
using DsrReadiness.Network.Linux;
using DsrReadiness.Network.Sockets;
using DsrReadiness.Time;
using DsrReadiness.Windows;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Servers;

/// <summary>What sends real packets.</summary>
/// <param name="Routes">Leases routes.</param>
/// <param name="Neighbors">Asks the segment.</param>
/// <param name="Sockets">Sends packets.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Scope">Which packets take a route, in words.</param>
internal sealed record PacketPorts(IHostRoutes Routes, INeighborProbe Neighbors, IConnectionSockets Sockets, IClock Clock, string Scope) : IDisposable
{
    private IDisposable? _server;

    /// <summary>Opened with them, and closed with them.</summary>
    public PacketPorts With(IDisposable server)
    {
        _server = server;
        return this;
    }

    public void Dispose()
    {
        (Routes as IDisposable)?.Dispose();
        _server?.Dispose();
    }
}

/// <summary>The computer that real packets are sent from: this one, or in a lab one of the servers' segment. Equal for the same computer.</summary>
internal abstract record PacketOrigin
{
    /// <summary>What it is called.</summary>
    public abstract string Name { get; }

    /// <summary>Why no packets can be sent from there; null if they can.</summary>
    public abstract Failure? WhyNot();

    /// <summary>Opens it.</summary>
    /// <param name="lifetime">How long a route lives that nobody gives back.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FailureException">It cannot be opened.</exception>
    public abstract Task<PacketPorts> OpenAsync(TimeSpan lifetime, CancellationToken cancellationToken);

    private protected static string ForAll(TimeSpan lifetime) => $"for all packets of the computer, for {Math.Ceiling(lifetime.TotalSeconds)} s at most";
}

/// <summary>This computer.</summary>
internal sealed record LocalOrigin : PacketOrigin
{
    public override string Name => Environment.MachineName;

    public override Failure? WhyNot()
    {
        if (WindowsServer.IsSupported)
            return WindowsServer.IsElevated ? null : Failures.PacketsNeedElevation("A route for the packets requires an elevated session. Start PowerShell with 'Run as administrator'.");
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            return Failures.PacketsNotSupported("Real packets are sent from Windows and Linux.");
        return LinuxRoutes.Create().Refusal() switch
        {
            null => null,
            { IsRight: true } refusal => Failures.PacketsNeedElevation(refusal.Message),
            { } refusal => Failures.PacketsNotSupported(refusal.Message),
        };
    }

    public override async Task<PacketPorts> OpenAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (!WindowsServer.IsSupported)
            return new PacketPorts(LinuxRoutes.Create(), new LinuxNeighborProbe(), new ConnectionSockets(IpCommand.Mark), new SystemClock(), "for packets of this command alone");
        try
        {
            WindowsServer server = await WindowsServer.OpenThisComputerAsync(cancellationToken).ConfigureAwait(false);
            return new PacketPorts(server.Routes(lifetime), WindowsServer.NeighborProbe, new ConnectionSockets(mark: null), WindowsServer.Clock, ForAll(lifetime)).With(server);
        }
        catch (MiException e)
        {
            throw new FailureException(Failures.ServerUnreachable(Environment.MachineName, e.Failure));
        }
    }
}

/// <summary>The computer of a lab's segment that asks.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="IsElevated">Whether the caller may change routes.</param>
internal sealed record LabOrigin(LabSegment Segment, bool IsElevated) : PacketOrigin
{
    public override string Name => Segment.Asker.ComputerName;

    public override Failure? WhyNot() => IsElevated ? null : Failures.PacketsNeedElevation("A route for the packets requires an elevated session, and the lab has none.");

    public override Task<PacketPorts> OpenAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        LabServer asker = Segment.Asker;
        return Task.FromResult(new PacketPorts(new CimRoutes(asker, asker, Segment.AskerJournals, () => IsElevated, _ => 0, lifetime), asker, new LabSockets(asker), asker.Clock, ForAll(lifetime)));
    }
}
