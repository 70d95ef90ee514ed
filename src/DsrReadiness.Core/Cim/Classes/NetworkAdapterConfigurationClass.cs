using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>The old adapter configuration; the one that knows NetBIOS.</summary>
public static class NetworkAdapterConfigurationClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_NetworkAdapterConfiguration", CimEvidence.Referenced, since: WindowsRelease.Server2008);

    /// <summary>The class's own key; not the interface index.</summary>
    public static CimProperty<uint> Index { get; } = s_class.UInt32("Index", key: true);

    /// <summary>The interface index.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>The adapter's GUID.</summary>
    public static CimProperty<string> SettingID { get; } = s_class.String("SettingID");

    /// <summary>Its methods need true.</summary>
    public static CimProperty<bool> IPEnabled { get; } = s_class.Boolean("IPEnabled");

    /// <summary>NULL when not IP enabled: not known.</summary>
    public static CimProperty<NetBiosOptions> TcpipNetbiosOptions { get; } = s_class.Enum<NetBiosOptions>("TcpipNetbiosOptions", CimType.UInt32);

    /// <summary>NULL when not IP enabled: not known.</summary>
    public static CimProperty<bool> FullDNSRegistrationEnabled { get; } = s_class.Boolean("FullDNSRegistrationEnabled");

    /// <summary>The DHCP server of the lease; NULL without one.</summary>
    public static CimProperty<string> DHCPServer { get; } = s_class.String("DHCPServer");

    /// <summary>The first WINS server; NULL without one.</summary>
    public static CimProperty<string> WINSPrimaryServer { get; } = s_class.String("WINSPrimaryServer");

    /// <summary>The second WINS server; NULL without one.</summary>
    public static CimProperty<string> WINSSecondaryServer { get; } = s_class.String("WINSSecondaryServer");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build(new CimWriting
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
