using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>
/// A balancer asks by ARP or ND for the server's own address before it hands a frame to it, and Windows answers only for an address that is in use: not for one that somebody else has, nor while
/// it is still looking whether somebody has.
/// </summary>
internal static class OwnAddressFault
{
    /// <summary>Why nobody resolves the server's own address on the traffic interface; null if it is resolved. Absent where a VIP is the only address there, which V12 finds.</summary>
    public static Fact<InterfaceFault?> Of(HostContext context, HostInterface on, IPFamily family)
    {
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            return missing;
        HostAddress[] all = rows.Where(row => row.InterfaceIndex == on.Index && row.Family == family).ToArray();
        HostAddress[] own = Array.FindAll(all, row => !context.Service.VirtualIPAddresses.Contains(row.Address));
        HostAddress[] lasting = Array.FindAll(own, row => !SpecialAddresses.IsAutomatic(row.Address));
        if (lasting.Length == 0 && all.Length > own.Length && family == IPFamily.IPv4)
            return Missing.Absent($"The VIP is the only address of {on}; see V12.");
        if (lasting.Length == 0 && (family == IPFamily.IPv4 || own.Length == 0))
            return NoAddress(on, family, own);
        HostAddress[] asked = Asked(context, lasting.Length > 0 ? lasting : own);
        HostAddress[] unread = Array.FindAll(asked, row => !row.State.HasValue);
        HostAddress[] lost = Array.FindAll(asked, row => row.State.TryGet(out AddressState state) && state is not (AddressState.Preferred or AddressState.Deprecated));
        if (lost.Length == asked.Length)
            return Lost(on, lost[0]);
        if (unread.Length > 0)
            return Missing.Property($"AddressState of {unread[0].Address} on {on}", unread[0].State);
        if (lost.Length == 0)
            return (InterfaceFault?)null;
        return Missing.Unknown(
            $"{lost[0].Address} of {on} is {lost[0].State}, other addresses there are not, and nobody has said for which of them the balancer asks.",
            $"Correct {lost[0].Address}, or remove it if nobody needs it.");
    }

    /// <summary>The addresses that a balancer may know the server by: the one that it probes, else those on its segment, else all.</summary>
    private static HostAddress[] Asked(HostContext context, HostAddress[] own)
    {
        HostAddress[] probed = Array.FindAll(own, row => row.Address.Equals(context.Service.Probe?.Address));
        HostAddress[] near = Array.FindAll(own, row => context.Service.Balancers.Any(balancer => row.OnLinkPrefix?.Contains(balancer) == true));
        return probed.Length > 0 ? probed : near.Length > 0 ? near : own;
    }

    private static InterfaceFault NoAddress(HostInterface on, IPFamily family, HostAddress[] automatic) => automatic.Length > 0
        ? new InterfaceFault(
            $"{on} has only an autoconfigured address, {automatic[0].Address}: neither DHCP nor anybody else has given it one, so no balancer finds the server.",
            $"Set the address and gateway of {on} again, or repair DHCP. An adapter or virtual switch that was made anew starts without the static address of the old one.",
            "an address of the segment",
            automatic[0].Address.ToString())
        : new InterfaceFault(
            $"{on} has no {family} address of its own, so no balancer finds the server.", $"Set an {family} address on {on}.", "an address of the segment", "none");

    private static InterfaceFault Lost(HostInterface on, HostAddress row)
    {
        string state = row.State.ToString();
        return row.State.Is(AddressState.Duplicate)
            ? new InterfaceFault(
                $"The server's own address {row.Address} on {on} is Duplicate: somebody else answers for it, so Windows does not, and no balancer finds the server.",
                $"Look who has {row.Address}: run arp -a on another computer of the segment. A switch that probes its ports (device tracking) does it too. Then restart {on}.",
                nameof(AddressState.Preferred),
                state,
                InterfaceCure.Restart)
            : new InterfaceFault(
                $"The server's own address {row.Address} on {on} is {state}: Windows does not answer for it yet or any more, and no balancer finds the server.",
                row.State.Is(AddressState.Tentative) ? "Collect again in a few seconds. If it stays Tentative, the interface is not connected." : $"Set the address {row.Address} again.",
                nameof(AddressState.Preferred),
                state);
    }
}
