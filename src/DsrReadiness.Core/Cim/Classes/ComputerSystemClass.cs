namespace DsrReadiness.Cim.Classes;

/// <summary>Name and domain of the computer.</summary>
public static class ComputerSystemClass
{
    private static readonly CimClassBuilder s_class = new("root/cimv2", "Win32_ComputerSystem", CimEvidence.Referenced, since: WindowsRelease.Server2008);

    /// <summary>The NetBIOS name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.HostName, key: true);

    /// <summary>The host name.</summary>
    public static readonly CimProperty<string> DNSHostName = s_class.String("DNSHostName", RedactionKind.HostName);

    /// <summary>The domain, or the workgroup.</summary>
    public static readonly CimProperty<string> Domain = s_class.String("Domain", RedactionKind.HostName);

    /// <summary>NULL: not joined, or not known.</summary>
    public static readonly CimProperty<bool> PartOfDomain = s_class.Boolean("PartOfDomain");

    /// <summary>Who made the computer, such as <c>Google</c> or <c>VMware, Inc.</c></summary>
    public static readonly CimProperty<string> Manufacturer = s_class.String("Manufacturer", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>The computer: its place in a domain, and who made it.</summary>
internal sealed class ComputerSystem(CimRow row)
{
    /// <summary>NULL: not joined, or not known.</summary>
    public Field<bool> PartOfDomain => row.Get(ComputerSystemClass.PartOfDomain);

    public Field<string> Manufacturer => row.Get(ComputerSystemClass.Manufacturer);
}
