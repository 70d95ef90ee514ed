using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>All contracted classes.</summary>
public static class CimClasses
{
    /// <summary>Every class, in a fixed order.</summary>
    public static IReadOnlyList<CimClass> All { get; } =
    [
        NetIPInterfaceClass.Class,
        NetIPAddressClass.Class,
        NetRouteClass.Class,
        NetAdapterClass.Class,
        NetAdapterBindingClass.Class,
        NetConnectionProfileClass.Class,
        NetNeighborClass.Class,
        NetTcpConnectionClass.Class,
        NetUdpEndpointClass.Class,
        DnsClientClass.Class,
        DnsClientServerAddressClass.Class,
        NetFirewallRuleClass.Class,
        NetAddressFilterClass.Class,
        NetProtocolPortFilterClass.Class,
        NetApplicationFilterClass.Class,
        NetServiceFilterClass.Class,
        NetInterfaceFilterClass.Class,
        NetInterfaceTypeFilterClass.Class,
        NetSecurityFilterClass.Class,
        NetFirewallProfileClass.Class,
        NetConSecRuleClass.Class,
        OperatingSystemClass.Class,
        ComputerSystemClass.Class,
        PnPEntityClass.Class,
        NetworkAdapterConfigurationClass.Class,
        ServiceClass.Class,
        ProcessClass.Class,
        SmbServerConfigurationClass.Class,
        SmbServerNetworkInterfaceClass.Class,
        ClusterResourceClass.Class,
        ClusterNetworkClass.Class,
        ClusterInterfaceClass.Class,
        RegistryValueClass.Class,
        DnsAnswerClass.Class,
        SiteBindingClass.Class,
        HttpCertificateClass.Class,
    ];

    private static readonly Dictionary<string, CimClass> s_byName = ByName();

    /// <summary>Finds a class by name, ignoring case; class names are unique over the namespaces used.</summary>
    public static CimClass? Find(string name) => s_byName.TryGetValue(name, out CimClass? found) ? found : null;

    private static Dictionary<string, CimClass> ByName()
    {
        var byName = new Dictionary<string, CimClass>(StringComparer.OrdinalIgnoreCase);
        foreach (CimClass each in All)
            byName.Add(each.Name, each);
        return byName;
    }
}
