namespace DsrReadiness.Cim.Classes;

/// <summary>The network that an interface is connected to.</summary>
public static class NetConnectionProfileClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetConnectionProfile", CimEvidence.Captured, otherKeys: InheritedKeys.Instance);

    /// <summary>The interface.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>Decides which firewall profile applies.</summary>
    public static readonly CimProperty<NetworkCategory> NetworkCategory = s_class.Enum<NetworkCategory>("NetworkCategory", CimType.UInt32);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>The network that an interface is connected to.</summary>
internal sealed class ConnectionProfile(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(NetConnectionProfileClass.InterfaceIndex);

    public Field<NetworkCategory> Category => row.Get(NetConnectionProfileClass.NetworkCategory);
}
