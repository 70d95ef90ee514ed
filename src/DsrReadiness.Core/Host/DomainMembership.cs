using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Whether the server is a member of a domain. A workgroup server says False; NULL leaves it open, and so does this.</summary>
internal static class DomainMembership
{
    public static Fact<bool> Of(Snapshot snapshot)
    {
        if (!snapshot.ComputerSystems.TryGetSingle(out ComputerSystem? computer, out Missing? missing))
            return missing;
        return computer.PartOfDomain.TryGet(out bool isMember)
            ? isMember
            : Missing.Property("PartOfDomain of the computer", computer.PartOfDomain);
    }
}
