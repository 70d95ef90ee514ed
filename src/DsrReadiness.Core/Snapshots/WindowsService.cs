using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A Windows service.</summary>
internal sealed class WindowsService(CimRow row)
{
    public string Name { get; } = row.Require(ServiceClass.Name);

    public Field<string> State => row.Get(ServiceClass.State);

    public Field<string> StartMode => row.Get(ServiceClass.StartMode);

    /// <summary>0 if the service does not run.</summary>
    public Field<uint> ProcessId => row.Get(ServiceClass.ProcessId);

    /// <summary>The command line that starts it.</summary>
    public Field<string> PathName => row.Get(ServiceClass.PathName);
}
