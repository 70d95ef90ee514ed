using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Time;

namespace DsrReadiness.Snapshots;

/// <summary>Takes the snapshot of a server: all readings are asked for side by side, so that the slowest one is all there is to wait for.</summary>
internal static class SnapshotCollector
{
    /// <summary>Collects readings.</summary>
    /// <param name="reader">The server.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="readings">What to read; null for every contracted class in each of its stores.</param>
    /// <param name="collector">The name under which the snapshot says who took it.</param>
    /// <param name="cancellationToken">Cancels the collection as a whole.</param>
    /// <returns>The snapshot; a reading that failed is in it as a failure.</returns>
    public static async Task<Snapshot> CollectAsync(
        ICimReader reader, IClock clock, IEnumerable<ReadingId>? readings, string collector, CancellationToken cancellationToken)
    {
        CimReading[] taken = await Task.WhenAll((readings ?? All()).Distinct().Select(
            id => reader.ReadAsync(new CimQuery(id.Class, id.Store), cancellationToken))).ConfigureAwait(false);
        return new Snapshot(reader.ComputerName, clock.UtcNow, collector, taken.Where(reading => !IsNotOffered(reading)));
    }

    /// <summary>Every contracted class in each of its stores.</summary>
    public static IEnumerable<ReadingId> All() => CimClasses.All.SelectMany(each => each.HasStores
        ? new ReadingId[] { new(each, CimStore.Active), new(each, CimStore.Persistent) }
        : [new(each)]);

    /// <summary>This project's own readings are no part of Windows: a reader that does not know one has not collected it.</summary>
    private static bool IsNotOffered(CimReading reading) =>
        reading.Class.Evidence == CimEvidence.Own && reading.Failure?.Kind is FailureKind.InvalidNamespace or FailureKind.InvalidClass;
}
