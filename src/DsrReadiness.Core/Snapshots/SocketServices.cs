using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>The services whose process has a socket open: those that a firewall rule for a service may be about.</summary>
internal static class SocketServices
{
    /// <summary>Their names, of readings of services and of sockets; a reading that failed tells of none.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<CimReading> readings)
    {
        IEnumerable<CimRow> Rows(CimClass @class) => readings.Where(reading => reading.Class == @class).SelectMany(reading => reading.Rows ?? []);
        var processes = new HashSet<uint>(Rows(NetTcpConnectionClass.Class).Select(row => row.Get(NetTcpConnectionClass.OwningProcess))
            .Concat(Rows(NetUdpEndpointClass.Class).Select(row => row.Get(NetUdpEndpointClass.OwningProcess)))
            .Where(process => process.HasValue).Select(process => process.Value));
        return Rows(ServiceClass.Class)
            .Where(row => row.Get(ServiceClass.ProcessId).TryGet(out uint process) && process != 0 && processes.Contains(process))
            .Select(row => row.Get(ServiceClass.Name).Or(string.Empty))
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }
}
