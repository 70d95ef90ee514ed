using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A Windows service.</summary>
internal sealed class WindowsService(CimRow row)
{
    public string Name { get; } = row.Require(ServiceClass.Name);

    public Field<string> State => row.Get(ServiceClass.State);

    public Field<string> StartMode => row.Get(ServiceClass.StartMode);
}
