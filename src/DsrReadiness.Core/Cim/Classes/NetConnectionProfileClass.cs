namespace DsrReadiness.Cim.Classes;

/// <summary>The network that an interface is connected to.</summary>
public static class NetConnectionProfileClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetConnectionProfile", CimEvidence.Captured, otherKeys: InheritedKeys.Instance);

    /// <summary>The interface.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static CimProperty<string> InterfaceAlias { get; } = s_class.String("InterfaceAlias");

    /// <summary>Decides which firewall profile applies.</summary>
    public static CimProperty<NetworkCategory> NetworkCategory { get; } = s_class.Enum<NetworkCategory>("NetworkCategory", CimType.UInt32);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
