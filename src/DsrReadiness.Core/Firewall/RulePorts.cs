using System;
using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Firewall;

/// <summary>Reads ports as firewall rules write them: 443, 5000-5100, Any, or a keyword.</summary>
internal static class RulePorts
{
    /// <summary>As the cmdlets and as policies write them. What ports they stand for, Windows knows only as it runs.</summary>
    public static HashSet<string> Keywords { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "RPC", "RPCEPMap", "RPC-EPMap", "Teredo", "IPHTTPS", "IPHTTPSIn", "IPHTTPSOut", "IPTLSIn", "IPTLSOut", "DHCP",
        "PlayToDiscovery", "Ply2Disc", "mDNS", "CortanaOut", "TcpCDPSvc",
    };

    public static ValueList<PortRange> Read(Field<IReadOnlyList<string>> field) =>
        ValueList<PortRange>.Read(field, PortRange.TryParse, Keywords);
}
