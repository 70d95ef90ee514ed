namespace DsrReadiness.Cim.Classes;

/// <summary>Name and domain of the computer.</summary>
public static class ComputerSystemClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_ComputerSystem", CimEvidence.Referenced, since: WindowsRelease.Server2008);

    /// <summary>The NetBIOS name.</summary>
    public static CimProperty<string> Name { get; } = s_class.String("Name", key: true);

    /// <summary>The host name.</summary>
    public static CimProperty<string> DNSHostName { get; } = s_class.String("DNSHostName");

    /// <summary>The domain, or the workgroup.</summary>
    public static CimProperty<string> Domain { get; } = s_class.String("Domain");

    /// <summary>NULL: not joined, or not known.</summary>
    public static CimProperty<bool> PartOfDomain { get; } = s_class.Boolean("PartOfDomain");

    /// <summary>Who made the computer, such as <c>Google</c> or <c>VMware, Inc.</c></summary>
    public static CimProperty<string> Manufacturer { get; } = s_class.String("Manufacturer");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
