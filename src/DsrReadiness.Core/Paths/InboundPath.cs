using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>From the wire to the socket: whose a frame is that has arrived, and whether the host model takes it in.</summary>
internal sealed class InboundPath(HostView host, DsrService service)
{
    /// <summary>The interface that owns the destination; null if none does.</summary>
    public HostLink? Owner(PathPacket packet, HostLink arrival, out Hop hop)
    {
        if (service.VirtualIPAddresses.Contains(packet.Destination) && TheirsAlone(packet.Destination, out string reading) is { } theirs)
        {
            hop = new Hop(HopKind.Destination, null, $"{packet.Destination} is {theirs}.", reading, "No balancer can have it for a VIP: no packet comes.", HopOutcome.Dropped);
            return null;
        }

        if (host.Snapshot.Addresses(CimStore.Active).Failure is { } failure)
        {
            hop = new Hop(HopKind.Destination, null, $"The addresses could not be read ({failure.Kind}).", host.AddressesName,
                "Whether the destination is the server's own cannot be told.", HopOutcome.Undetermined);
            return null;
        }

        HostAddress? row = host.Addresses.Where(each => each.Address.Equals(packet.Destination))
            .OrderBy(each => each.InterfaceIndex == arrival.Index ? 0 : Rank(host.Link(each.InterfaceIndex).Kind))
            .FirstOrDefault();
        if (row is null)
        {
            bool forwards = host.Row(arrival.Index, packet.Family)?.Forwarding.Is(Toggle.Enabled) == true;
            hop = new Hop(HopKind.Destination, null, $"{packet.Destination} is not an address of the server.", host.AddressesName,
                forwards ? "It forwards the packet like a router, and never answers it." : "It drops the packet.", HopOutcome.Dropped);
            return null;
        }

        HostLink owner = host.Link(row.InterfaceIndex);
        hop = Usable(packet, row, owner);
        return owner;
    }

    /// <summary>The host model on receive.</summary>
    public Hop Receive(PathPacket packet, HostLink arrival, HostLink owner)
    {
        Hop At(string statement, string reading, string consequence, HopOutcome outcome) =>
            new(HopKind.Receive, arrival.Name, statement, reading, consequence, outcome);
        if (arrival.Index == owner.Index)
            return At($"The packet arrived where {packet.Destination} is.", host.AddressesName, "It is taken in, whatever the host model.", HopOutcome.Passes);
        if (HostModelGeneration.HasFixedModel(host.Snapshot) == true)
        {
            return packet.Family == IPFamily.IPv4
                ? At("This release is a weak host for IPv4, always.", host.Snapshot.OperatingSystems.Name, "The packet is taken in.", HopOutcome.Passes)
                : At("This release is a strong host for IPv6, always.", host.Snapshot.OperatingSystems.Name, "The packet is dropped.", HopOutcome.Dropped);
        }

        Field<Toggle> toggle = host.Row(arrival.Index, packet.Family)?.WeakHostReceive ?? default;
        string statement = $"Weak host receive ({packet.Family}) of {arrival.Name} is {toggle}.";
        if (!toggle.Is(Toggle.Enabled) && !toggle.Is(Toggle.Disabled))
            return At(statement, host.RowsName, "Whether a packet for another interface's address is taken in cannot be told.", HopOutcome.Undetermined);
        if (toggle.Is(Toggle.Disabled) && host.Row(arrival.Index, packet.Family)!.Forwarding.Is(Toggle.Enabled))
            return At(statement, host.RowsName, $"But {arrival.Name} forwards packets, and what is known of strong hosts was said of those that do not.", HopOutcome.Undetermined);
        return toggle.Is(Toggle.Enabled)
            ? At(statement, host.RowsName, $"The packet for the address of {owner.Name} is taken in.", HopOutcome.Passes)
            : At(statement, host.RowsName, $"The packet is for an address of {owner.Name}, so it is dropped without a word.", HopOutcome.Dropped);
    }

    /// <summary>What an address is that cannot be a VIP, since nobody has it or somebody whom the server needs; null for any other.</summary>
    private string? TheirsAlone(IPAddress address, out string reading)
    {
        reading = host.AddressesName;
        if (SpecialAddresses.KindOf(address) is { } kind)
            return kind;
        string? end = host.Addresses.Where(row => !service.VirtualIPAddresses.Contains(row.Address) && row.OnLinkPrefix is not null)
            .Select(row => SpecialAddresses.EndOf(row.OnLinkPrefix!, address)).FirstOrDefault(each => each is not null);
        if (end is not null)
            return end + " of a subnet of the server";
        reading = host.Snapshot.Routes.Name;
        if (host.Routes.Any(route => route.NextHop.Is(address) && !host.Link(route.InterfaceIndex).HasNoWire))
            return "a gateway of the server";
        reading = host.Snapshot.DnsServers.Name;
        bool isForNames = service.Ports.Any(port => port.Includes(port.Protocol, 53));
        return !isForNames && (host.Snapshot.DnsServers.Rows ?? []).Any(row => row.Servers.Contains(address)) ? "a DNS server of the server" : null;
    }

    /// <summary>Where one address is on several interfaces, the one that was made for it goes first.</summary>
    private static int Rank(LinkKind kind) => kind switch { LinkKind.KmTest => 1, LinkKind.BuiltIn => 2, _ => 3 };

    private Hop Usable(PathPacket packet, HostAddress row, HostLink owner)
    {
        string statement = $"{packet.Destination} is an address of {owner.Name}";
        Hop At(string more, string reading, string consequence, HopOutcome outcome) =>
            new(HopKind.Destination, owner.Name, statement + more, reading, consequence, outcome);
        if (owner.Kind == LinkKind.KmTest && owner.IsUp == false)
            return At(", which is down.", host.Snapshot.Adapters.Name, "Addresses of an interface that is down take nothing: the packet is dropped.", HopOutcome.Dropped);
        if (owner.Kind == LinkKind.Untold || (owner.Kind == LinkKind.KmTest && owner.IsUp is null))
            return At(", and not all of it could be read.", host.Snapshot.Adapters.Name, "Whether it takes the packet cannot be told.", HopOutcome.Undetermined);
        string protocol = packet.Family == IPFamily.IPv4 ? "ms_tcpip" : "ms_tcpip6";
        if (owner.Kind == LinkKind.KmTest && host.IsBound(owner, protocol) is not true and var isBound)
        {
            return isBound is null
                ? At($". Whether {protocol} is bound there could not be read.", host.Snapshot.AdapterBindings.Name, "Whether it takes the packet cannot be told.", HopOutcome.Undetermined)
                : At($", to which {protocol} is not bound.", host.Snapshot.AdapterBindings.Name, "Without it the interface takes no packet: it is dropped.", HopOutcome.Dropped);
        }

        if (!row.State.TryGet(out AddressState state))
            return At($", and its state is {row.State}.", host.AddressesName, "Whether it takes packets cannot be told.", HopOutcome.Undetermined);
        return state is AddressState.Preferred or AddressState.Deprecated
            ? At($", and {state}.", host.AddressesName, "The packet is the server's own.", HopOutcome.Passes)
            : At($", but {state}.", host.AddressesName, "Windows takes nothing for such an address: the packet is dropped.", HopOutcome.Dropped);
    }
}
