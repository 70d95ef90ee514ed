using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Servers;

/// <summary>A snapshot that was taken before: it holds what it holds.</summary>
internal sealed class SnapshotAccess(Snapshot snapshot) : IServerAccess
{
    public Snapshot Snapshot { get; } = snapshot;

    public IJournalStore? Journals => null;

    public NeighborAsker? Asker => null;

    public PacketOrigin Origin { get; } = new LocalOrigin();

    public Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    public Task<ServerChanges> OpenAsync(CancellationToken cancellationToken) =>
        throw new FailureException(Failures.ServerCannotBeChanged(SafeText.Of(Snapshot.ComputerName)));
}
