using System.Threading.Tasks;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Reads what a planner has to know besides the snapshot: which loopbacks earlier runs made.</summary>
internal static class PlanOptionsReader
{
    /// <exception cref="FailureException">A journal cannot be read.</exception>
    public static async Task<PlanOptions> ReadAsync(ServerJob job, string? loopbackAlias)
    {
        if (job.Server.Kind == DsrServerKind.Snapshot)
            return new PlanOptions { Loopback = loopbackAlias };
        using ServerChanges changes = await job.Server.Access.OpenAsync(job.Stopping).ConfigureAwait(false);
        DeviceReading present = await changes.Ports.Devices.FindAsync(job.Stopping).ConfigureAwait(false);
        try
        {
            return new PlanOptions
            {
                Loopback = loopbackAlias,
                OwnDevices = Applier.OwnDevices(changes.Journals, changes.Ports.Reader.ComputerName, present.Devices ?? []),
            };
        }
        catch (JournalStoreException e)
        {
            throw new FailureException(Failures.JournalNotAvailable(job.Server, e));
        }
    }
}
