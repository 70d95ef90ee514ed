using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>Which MAC address belongs to which server of a pool, and what neighbour tables have for an address.</summary>
internal sealed class PoolAddresses
{
    private readonly Dictionary<string, string> _ownerOf = [];

    public PoolAddresses(IEnumerable<PoolMember> members)
    {
        foreach (PoolMember member in members)
        {
            if (!MacAddress.AnsweringOf(member.Snapshot).TryGet(out IReadOnlyCollection<string>? addresses, out Missing? missing))
                Missing ??= Checks.Missing.Unknown($"Of {member.Name}, {missing.Reason}", missing.Recommendation);
            foreach (string address in addresses ?? [])
                _ownerOf[address] = member.Name;
        }
    }

    /// <summary>Why a member's addresses are not known; null if all are.</summary>
    public Missing? Missing { get; }

    /// <summary>The member that answers under a MAC address; null if none does.</summary>
    public string? OwnerOf(string macAddress) => _ownerOf.TryGetValue(macAddress, out string? owner) ? owner : null;

    /// <summary>The MAC addresses that a server's neighbour table has for an address; entries that nobody answered have none.</summary>
    public static Fact<IReadOnlyList<string>> Known(Snapshot snapshot, IPAddress address)
    {
        Reading<Neighbor> reading = snapshot.Neighbors;
        if (!reading.TryGet(out IReadOnlyList<Neighbor>? rows, out CimFailure? failure))
            return Checks.Missing.Reading(reading.Name, failure);
        return rows
            .Where(row => row.Address.Equals(address) && !row.State.Is(NeighborState.Unreachable) && !row.State.Is(NeighborState.Incomplete))
            .Select(row => MacAddress.Read(row.LinkLayerAddress)).OfType<string>().Distinct().ToArray();
    }
}
