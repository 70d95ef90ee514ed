using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>The protocols and services of one adapter.</summary>
internal static class Bindings
{
    /// <summary>The rows of an adapter, which has some: every adapter has TCP/IP at least.</summary>
    public static Fact<IReadOnlyList<AdapterBinding>> Of(Snapshot snapshot, HostInterface on)
    {
        Reading<AdapterBinding> reading = snapshot.AdapterBindings;
        if (!reading.TryGet(out IReadOnlyList<AdapterBinding>? rows, out Missing? missing))
            return missing;
        AdapterBinding[] own = rows.Where(row => row.Alias.TryGet(out string alias) && string.Equals(alias, on.Alias, StringComparison.OrdinalIgnoreCase)).ToArray();
        return own.Length > 0
            ? own
            : Missing.Unknown($"{reading.Name} has no row for {on}.", "Collect again, with the names of all adapters.");
    }
}
