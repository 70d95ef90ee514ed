using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>The old adapter configuration; the one that knows NetBIOS.</summary>
public static class NetworkAdapterConfigurationClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_NetworkAdapterConfiguration", CimEvidence.Referenced, since: WindowsRelease.Server2008);

    /// <summary>The class's own key; not the interface index.</summary>
    public static readonly CimProperty<uint> Index = s_class.UInt32("Index", key: true);

    /// <summary>The interface index.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>The adapter's GUID.</summary>
    public static readonly CimProperty<string> SettingID = s_class.String("SettingID", RedactionKind.Guid);

    /// <summary>Its methods need true.</summary>
    public static readonly CimProperty<bool> IPEnabled = s_class.Boolean("IPEnabled");

    /// <summary>NULL when not IP enabled: not known.</summary>
    public static readonly CimProperty<NetBiosOptions> TcpipNetbiosOptions = s_class.Enum<NetBiosOptions>("TcpipNetbiosOptions", CimType.UInt32);

    /// <summary>NULL when not IP enabled: not known.</summary>
    public static readonly CimProperty<bool> FullDNSRegistrationEnabled = s_class.Boolean("FullDNSRegistrationEnabled");

    /// <summary>The DHCP server of the lease; NULL without one.</summary>
    public static readonly CimProperty<string> DHCPServer = s_class.String("DHCPServer", RedactionKind.Words);

    /// <summary>The first WINS server; NULL without one.</summary>
    public static readonly CimProperty<string> WINSPrimaryServer = s_class.String("WINSPrimaryServer", RedactionKind.Words);

    /// <summary>The second WINS server; NULL without one.</summary>
    public static readonly CimProperty<string> WINSSecondaryServer = s_class.String("WINSSecondaryServer", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        Method = (differing, _) => ("SetTcpipNetbios", differing),
        AtStart = new Dictionary<CimProperty, object> { [TcpipNetbiosOptions] = 0L },
        DoneAfterRestart = 1,
        Returned = value => value switch // The class's own numbers, documented by Microsoft.
        {
            84 => new CimFailure(FailureKind.Transient, "IP is not enabled on the adapter (84)"),
            91 => new CimFailure(FailureKind.AccessDenied, "access denied (91)"),
            _ => null,
        },
    });
}

/// <summary>The older class of an adapter's settings, of which NetBIOS and the servers are looked at that nothing else tells.</summary>
internal sealed class AdapterConfiguration(CimRow row)
{
    /// <summary>NULL for an adapter that IP has nothing to do with.</summary>
    public Field<uint> InterfaceIndex => row.Get(NetworkAdapterConfigurationClass.InterfaceIndex);

    public Field<NetBiosOptions> NetBios => row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions);

    public Field<string> DhcpServer => row.Get(NetworkAdapterConfigurationClass.DHCPServer);

    public Field<string> PrimaryWinsServer => row.Get(NetworkAdapterConfigurationClass.WINSPrimaryServer);

    public Field<string> SecondaryWinsServer => row.Get(NetworkAdapterConfigurationClass.WINSSecondaryServer);
}
