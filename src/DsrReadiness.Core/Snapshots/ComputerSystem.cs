using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The computer's place in a domain.</summary>
internal sealed class ComputerSystem(CimRow row)
{
    /// <summary>NULL: not joined, or not known.</summary>
    public Field<bool> PartOfDomain => row.Get(ComputerSystemClass.PartOfDomain);
}
