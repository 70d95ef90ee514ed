using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Servers;

/// <summary>A computer itself.</summary>
internal sealed class LiveAccess(string name) : IServerAccess
{
    public IJournalStore? Journals => null;

    public Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken) =>
        throw new FailureException(Failures.LiveServerNotSupported(name));

    public Task<ServerChanges> OpenAsync(CancellationToken cancellationToken) => throw new FailureException(Failures.LiveServerNotSupported(name));
}
