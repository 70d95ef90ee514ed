using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Snapshots;
using DsrReadiness.Windows;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Servers;

/// <summary>A computer itself. The way to it is open while something is done with it.</summary>
/// <param name="name">What it was called by.</param>
/// <param name="isThisComputer">True for the one that this runs on.</param>
/// <param name="session">The user's CimSession to it; null to open a way of our own.</param>
internal sealed class LiveAccess(string name, bool isThisComputer, object? session = null) : IServerAccess
{
    private const string Collector = "DsrReadiness";

    public IJournalStore? Journals => WindowsServer.IsSupported ? WindowsServer.Journals : null;

    public NeighborAsker? Asker => isThisComputer && WindowsServer.IsSupported ? new NeighborAsker(name, WindowsServer.NeighborProbe, WindowsServer.Clock) : null;

    public PacketOrigin Origin { get; } = new LocalOrigin();

    public async Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken)
    {
        using WindowsServer server = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        Snapshot snapshot = await SnapshotCollector.CollectAsync(server.Reader, WindowsServer.Clock, WithName(readings), Collector, cancellationToken).ConfigureAwait(false);
        return WhyNothingCame(snapshot.Readings) is { } failure ? throw new FailureException(Failures.ServerUnreachable(name, failure)) : snapshot;
    }

    public async Task<ServerChanges> OpenAsync(CancellationToken cancellationToken)
    {
        WindowsServer server = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        bool isOpen = false;
        try
        {
            // It tells its own name, under which its journals are kept, whatever it was called by.
            CimReading system = await server.Reader.ReadAsync(new CimQuery(ComputerSystemClass.Class), cancellationToken).ConfigureAwait(false);
            if (WhyNothingCame([system]) is { } failure)
                throw new FailureException(Failures.ServerUnreachable(name, failure));
            var changes = new ServerChanges(
                server.Ports(isThisComputer ? null : new RemoteDevices(server.Reader)),
                WindowsServer.Journals,
                !isThisComputer || WindowsServer.IsElevated,
                isThisComputer,
                server);
            isOpen = true;
            return changes;
        }
        finally
        {
            if (!isOpen)
                server.Dispose();
        }
    }

    /// <summary>A reading that failed is part of a snapshot. Where all of them did for want of a way to the server, there is none: the failure then.</summary>
    internal static CimFailure? WhyNothingCame(IEnumerable<CimReading> readings)
    {
        CimFailure? last = null;
        foreach (CimReading reading in readings)
        {
            if (reading.Failure?.Kind is not (FailureKind.Unreachable or FailureKind.Timeout or FailureKind.AccessDenied or FailureKind.Failed))
                return null;
            last = reading.Failure;
        }

        return last;
    }

    /// <summary>The server's own name is read with every snapshot: it may have been called by an address, or by another name.</summary>
    private static IEnumerable<ReadingId>? WithName(IReadOnlyCollection<ReadingId>? readings) => readings?.Append(new ReadingId(ComputerSystemClass.Class));

    private async Task<WindowsServer> ConnectAsync(CancellationToken cancellationToken)
    {
        if (!WindowsServer.IsSupported)
            throw new FailureException(Failures.LiveServerNotSupported(name));
        try
        {
            if (session is not null)
                return WindowsServer.Of(session, name, isThisComputer);
            return await (isThisComputer ? WindowsServer.OpenThisComputerAsync(cancellationToken) : WindowsServer.OpenAsync(name, cancellationToken)).ConfigureAwait(false);
        }
        catch (MiException e)
        {
            throw new FailureException(Failures.ServerUnreachable(name, e.Failure));
        }
    }
}
