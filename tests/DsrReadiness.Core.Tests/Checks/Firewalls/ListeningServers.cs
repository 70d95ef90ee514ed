using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Servers on which another process than the kernel listens.</summary>
internal static class ListeningServers
{
    private const int Process = 900;

    /// <summary>Process 900 listens, which runs a program; null if Windows keeps it back.</summary>
    public static Server Listening(this Server server, string? program) => server
        .Set(NetTcpConnectionClass.OwningProcess, Process)
        .Add(ProcessClass.Class, CimStore.None, (ProcessClass.ProcessId, Process), (ProcessClass.ExecutablePath, program));

    /// <summary>Process 900 runs a service.</summary>
    public static Server Runs(this Server server, string service, string? commandLine) => server.Add(
        ServiceClass.Class,
        CimStore.None,
        (ServiceClass.Name, service),
        (ServiceClass.State, "Running"),
        (ServiceClass.StartMode, "Auto"),
        (ServiceClass.ProcessId, Process),
        (ServiceClass.PathName, commandLine));

    /// <summary>What the registry says of a service's id; null for nothing.</summary>
    public static Server SidType(this Server server, string service, int? type) => server.Add(
        RegistryValueClass.Class,
        CimStore.None,
        (RegistryValueClass.Hive, RegistryName.Hive),
        (RegistryValueClass.Key, RegistryNames.ServiceSidType(service).Key),
        (RegistryValueClass.Name, RegistryNames.ServiceSidType(service).Value),
        (RegistryValueClass.Type, type is null ? null : RegistryType.Number),
        (RegistryValueClass.Data, type is { } number ? new[] { number.ToString(System.Globalization.CultureInfo.InvariantCulture) } : null));
}
