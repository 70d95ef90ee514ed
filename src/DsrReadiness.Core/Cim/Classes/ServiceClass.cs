namespace DsrReadiness.Cim.Classes;

/// <summary>Windows services.</summary>
public static class ServiceClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_Service", CimEvidence.DocumentedOnly, since: WindowsRelease.Server2008);

    /// <summary>The service name, not its display name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Service, key: true);

    /// <summary>Running, Stopped and so on, in English on every locale seen.</summary>
    public static readonly CimProperty<string> State = s_class.String("State", RedactionKind.Words);

    /// <summary>Boot, System, Auto, Manual or Disabled.</summary>
    public static readonly CimProperty<string> StartMode = s_class.String("StartMode", RedactionKind.Words);

    /// <summary>The process that the service runs in, which it may share; 0 if it does not run.</summary>
    public static readonly CimProperty<uint> ProcessId = s_class.UInt32("ProcessId");

    /// <summary>The command line that starts the service, its program first.</summary>
    public static readonly CimProperty<string> PathName = s_class.String("PathName", RedactionKind.CommandLine);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

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
