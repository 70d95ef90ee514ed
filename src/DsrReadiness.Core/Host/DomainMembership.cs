using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Whether the server is a member of a domain. A workgroup server says False; NULL leaves it open, and so does this.</summary>
internal static class DomainMembership
{
    public static Fact<bool> Of(Snapshot snapshot)
    {
        Reading<ComputerSystem> reading = snapshot.ComputerSystems;
        if (!reading.TryGet(out IReadOnlyList<ComputerSystem>? rows, out Missing? missing))
            return missing;
        if (rows.FirstOrDefault() is not { } computer)
            return Missing.Unknown(reading.Name + " has no row.", "Collect again.");
        return computer.PartOfDomain.TryGet(out bool isMember)
            ? isMember
            : Missing.Property("PartOfDomain of the computer", computer.PartOfDomain);
    }
}
