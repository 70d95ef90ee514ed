using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>
/// On which interfaces' segments addresses are. A prefix that a VIP or a loopback brings is no segment, and a link-local address is on every one, which tells nothing. Of a disabled
/// adapter only what it keeps for when it is enabled is there to be looked at.
/// </summary>
internal static class SegmentSearch
{
    /// <summary>The interfaces, connected ones if there are any; empty if the addresses are on nobody's segment.</summary>
    public static Fact<IReadOnlyList<InterfaceCandidate>> Of(HostContext context, IReadOnlyList<IPAddress> addresses, string what)
    {
        IPAddress[] wanted = addresses.Where(address => !address.IsLinkLocal()).ToArray();
        if (wanted.Length == 0)
            return new List<InterfaceCandidate>();
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing)
            || !Holding(context, rows, wanted, what).TryGet(out List<InterfaceCandidate>? holding, out missing))
        {
            return missing;
        }

        if (holding.Count == 0)
        {
            HostAddress[] kept = (context.Snapshot.Addresses(CimStore.Persistent).Rows ?? [])
                .Where(row => context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? on, out _) && on.IsDisabled).ToArray();
            if (!Holding(context, kept, wanted, what).TryGet(out holding, out missing))
                return missing;
        }

        List<InterfaceCandidate> connected = holding.FindAll(each => !context.Routes.IsDisconnected(each.Interface.Index, each.Family));
        return connected.Count > 0 ? connected : holding.ConvertAll(each => each with { How = each.How + ", though it is disconnected" });
    }

    private static Fact<List<InterfaceCandidate>> Holding(HostContext context, IEnumerable<HostAddress> rows, IPAddress[] wanted, string what)
    {
        var holding = new List<InterfaceCandidate>();
        Missing? unread = null;
        foreach (HostAddress row in rows.Where(each => !context.Service.VirtualIPAddresses.Contains(each.Address)))
        {
            bool couldHold = wanted.Any(address => address.Family() == row.Family);
            IPAddress? held = wanted.FirstOrDefault(address => row.OnLinkPrefix?.Contains(address) == true);
            if (!couldHold || (held is null && row.OnLinkPrefix is not null))
                continue;
            if (!context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? on, out Missing? missing))
                return missing;
            if (on.IsLoopback)
                continue;
            if (held is null)
                unread ??= Missing.Property($"PrefixLength of {row.Address} on {on.Alias}", row.PrefixLength);
            else
                holding.Add(new InterfaceCandidate(on, row.Family, $"the {what} {held} is on its segment {row.OnLinkPrefix}"));
        }

        return holding.Count == 0 && unread is not null ? unread : holding;
    }
}
