namespace DsrReadiness.Cim.Classes;

/// <summary>The Windows release.</summary>
public static class OperatingSystemClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/cimv2", "Win32_OperatingSystem", CimEvidence.Referenced, since: WindowsRelease.Server2008, otherKeys: ["Name"]);

    /// <summary>Such as 10.0.17763.</summary>
    public static CimProperty<string> Version { get; } = s_class.String("Version");

    /// <summary>A number as text.</summary>
    public static CimProperty<string> BuildNumber { get; } = s_class.String("BuildNumber");

    /// <summary>For people; partly translated.</summary>
    public static CimProperty<string> Caption { get; } = s_class.String("Caption");

    /// <summary>1 workstation, 2 domain controller, 3 server.</summary>
    public static CimProperty<uint> ProductType { get; } = s_class.UInt32("ProductType");

    /// <summary>Where Windows is, such as <c>C:\Windows</c>: what %SystemRoot% stands for.</summary>
    public static CimProperty<string> WindowsDirectory { get; } = s_class.String("WindowsDirectory");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
