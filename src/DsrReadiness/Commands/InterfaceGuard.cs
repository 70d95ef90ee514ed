using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Errors;
using DsrReadiness.Host;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Commands;

/// <summary>Tells a mistyped interface from a server that is not ready: the one is an error of the caller's, the other is a verdict.</summary>
internal static class InterfaceGuard
{
    /// <exception cref="FailureException">The server has no interface of that name or index.</exception>
    public static void Check(DsrServer server, Snapshot snapshot, DsrService service)
    {
        if (service.TrafficInterface is not { } given
            || !new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out _)
            || all.Any(each => IsNamed(each, given)))
        {
            return;
        }

        string[] existing = all.Where(each => !each.IsLoopback)
            .Select(each => string.Format(CultureInfo.InvariantCulture, "'{0}' ({1})", each.Alias, each.Index)).ToArray();
        throw new FailureException(Failures.InterfaceNotFound(server, given, existing));
    }

    private static bool IsNamed(HostInterface each, string given) => string.Equals(each.Alias, given, StringComparison.OrdinalIgnoreCase)
        || string.Equals(each.Index.ToString(CultureInfo.InvariantCulture), given, StringComparison.Ordinal);
}
