namespace DsrReadiness.Cim.Classes;

/// <summary>DNS client settings of each interface. The built-in loopback is listed with registration on.</summary>
public static class DnsClientClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_DNSClient", CimEvidence.Captured, otherKeys: InheritedKeys.Named);

    /// <summary>The interface.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>Are its addresses registered in DNS?</summary>
    public static readonly CimProperty<bool> RegisterThisConnectionsAddress = s_class.Boolean("RegisterThisConnectionsAddress");

    /// <summary>Is the connection's suffix used for that?</summary>
    public static readonly CimProperty<bool> UseSuffixWhenRegistering = s_class.Boolean("UseSuffixWhenRegistering");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>Whether an interface registers its addresses in DNS.</summary>
internal sealed class DnsRegistration(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(DnsClientClass.InterfaceIndex);

    public Field<string> InterfaceAlias => row.Get(DnsClientClass.InterfaceAlias);

    public Field<bool> Registers => row.Get(DnsClientClass.RegisterThisConnectionsAddress);
}
