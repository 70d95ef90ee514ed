using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Lab;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Servers;

/// <summary>A simulated server. Its journals are gone with it.</summary>
internal sealed class LabAccess(LabServer lab, bool isRemote) : IServerAccess
{
    private readonly MemoryJournals _journals = new();

    public IJournalStore Journals => _journals;

    public NeighborAsker? Asker => isRemote ? null : new NeighborAsker(lab.ComputerName, lab, lab.Clock);

    public PacketOrigin Origin => new LabOrigin(lab.Segment ?? throw new System.InvalidOperationException("A lab server of the module is on a segment."), lab.IsElevated);

    public Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken) =>
        SnapshotCollector.CollectAsync(lab, lab.Clock, readings, "DsrReadiness lab", cancellationToken);

    public Task<ServerChanges> OpenAsync(CancellationToken cancellationToken)
    {
        ILoopbackDevices devices = isRemote ? new RemoteDevices(lab) : lab;
        return Task.FromResult(new ServerChanges(new ServerPorts(lab, lab, devices, lab.Clock), _journals, lab.IsElevated, !isRemote));
    }
}
