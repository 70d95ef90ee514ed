using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>Which MAC address belongs to which server of a pool, and what neighbour tables have for an address.</summary>
internal sealed class PoolAddresses
{
    private readonly Dictionary<string, List<PoolMember>> _owners = [];
    private readonly List<(PoolMember Member, Missing Missing)> _missing = [];

    public PoolAddresses(IEnumerable<PoolMember> members)
    {
        foreach (PoolMember member in members)
        {
            if (!MacAddress.AnsweringOf(member.Snapshot).TryGet(out IReadOnlyCollection<string>? addresses, out Missing? missing))
                _missing.Add((member, Of(member, missing)));
            foreach (string address in addresses ?? [])
            {
                if (!_owners.TryGetValue(address, out List<PoolMember>? owners))
                    _owners.Add(address, owners = []);
                owners.Add(member);
            }
        }
    }

    /// <summary>What is missing, with the computer that it is missing of.</summary>
    public static Missing Of(PoolMember computer, Missing missing) => Missing.Unknown($"Of {computer.Name}, {missing.Reason}", missing.Recommendation);

    /// <summary>Why the addresses of a server are not known; null if they are of all but perhaps the given one.</summary>
    public Missing? MissingBut(Snapshot than) => _missing.FirstOrDefault(each => !each.Member.Is(than)).Missing;

    /// <summary>The server that answers under a MAC address; null if none does but perhaps the given one.</summary>
    public string? OwnerBut(Snapshot than, string macAddress) =>
        _owners.TryGetValue(macAddress, out List<PoolMember>? owners) ? owners.FindLast(owner => !owner.Is(than))?.Name : null;

    /// <summary>The MAC addresses that a server's neighbour table has for an address; entries that nobody answered have none.</summary>
    public static Fact<IReadOnlyList<string>> Known(Snapshot snapshot, IPAddress address)
    {
        if (!snapshot.Neighbors.TryGet(out IReadOnlyList<Neighbor>? rows, out Missing? missing))
            return missing;
        return rows
            .Where(row => row.Address.Equals(address) && !row.State.Is(NeighborState.Unreachable) && !row.State.Is(NeighborState.Incomplete))
            .Select(row => MacAddress.Read(row.LinkLayerAddress)).OfType<string>().Distinct().ToArray();
    }
}
