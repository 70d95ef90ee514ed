using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A resource of a failover cluster.</summary>
internal sealed class ClusterResource(CimRow row)
{
    public string Name { get; } = row.Require(ClusterResourceClass.Name);

    public Field<string> Type => row.Get(ClusterResourceClass.Type);
}
