using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The computer: its place in a domain, and who made it.</summary>
internal sealed class ComputerSystem(CimRow row)
{
    /// <summary>NULL: not joined, or not known.</summary>
    public Field<bool> PartOfDomain => row.Get(ComputerSystemClass.PartOfDomain);

    public Field<string> Manufacturer => row.Get(ComputerSystemClass.Manufacturer);
}
