using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Desired;

/// <summary>The addresses of a server, for a plan that takes something away: what serves every VIP goes with the last one, and a VIP that cannot be seen may be another one.</summary>
internal static class SeenAddresses
{
    /// <summary>The rows of both stores.</summary>
    /// <exception cref="PlanRefusedException">A store could not be read.</exception>
    public static IReadOnlyList<HostAddress> Of(Snapshot snapshot) => [.. new[] { CimStore.Active, CimStore.Persistent }.SelectMany(
        store => snapshot.Addresses(store).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing) ? rows : throw Refused(missing))];

    private static PlanRefusedException Refused(Missing missing) => new(new Refusal("V07", missing.Reason, missing.Recommendation));
}
