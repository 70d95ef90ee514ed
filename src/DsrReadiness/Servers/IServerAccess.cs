using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Servers;

/// <summary>The way to one server.</summary>
internal interface IServerAccess
{
    /// <summary>Where the server's journals are kept, to look at; null if there are none.</summary>
    IJournalStore? Journals { get; }

    /// <summary>Asks the server's segment who has an address; null where that cannot be done from there.</summary>
    NeighborAsker? Asker { get; }

    /// <summary>The computer that packets for the server are sent from.</summary>
    PacketOrigin Origin { get; }

    /// <summary>Takes a snapshot, or hands out the one that is all there is.</summary>
    /// <param name="readings">What is needed; null for everything.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FailureException">There is no way to the server.</exception>
    Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken);

    /// <summary>Opens the way to change the server.</summary>
    /// <exception cref="FailureException">It cannot be changed, or not by this caller.</exception>
    Task<ServerChanges> OpenAsync(CancellationToken cancellationToken);
}
