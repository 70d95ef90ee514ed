using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>A Windows release that a lab server can be.</summary>
public sealed class LabWindows
{
    private LabWindows(WindowsRelease release, string name, string version, int build)
    {
        Release = release;
        Caption = "Microsoft Windows " + name + " Standard";
        Version = version;
        Build = build;
    }

    /// <summary>Windows Server 2008 R2, which has none of the network classes.</summary>
    public static LabWindows Server2008R2 { get; } = new(WindowsRelease.Server2008, "Server 2008 R2", "6.1.7601", 7601);

    /// <summary>Windows Server 2012.</summary>
    public static LabWindows Server2012 { get; } = new(WindowsRelease.Server2012, "Server 2012", "6.2.9200", 9200);

    /// <summary>Windows Server 2012 R2.</summary>
    public static LabWindows Server2012R2 { get; } = new(WindowsRelease.Server2012R2, "Server 2012 R2", "6.3.9600", 9600);

    /// <summary>Windows Server 2016.</summary>
    public static LabWindows Server2016 { get; } = new(WindowsRelease.Server2016, "Server 2016", "10.0.14393", 14393);

    /// <summary>Windows Server 2019.</summary>
    public static LabWindows Server2019 { get; } = new(WindowsRelease.Server2019, "Server 2019", "10.0.17763", 17763);

    /// <summary>Windows Server 2022.</summary>
    public static LabWindows Server2022 { get; } = new(WindowsRelease.Server2022, "Server 2022", "10.0.20348", 20348);

    /// <summary>Windows Server 2025.</summary>
    public static LabWindows Server2025 { get; } = new(WindowsRelease.Server2025, "Server 2025", "10.0.26100", 26100);

    /// <summary>The name that Windows gives itself.</summary>
    public string Caption { get; }

    /// <summary>The version number.</summary>
    public string Version { get; }

    /// <summary>The build number.</summary>
    public int Build { get; }

    internal WindowsRelease Release { get; }

    /// <summary>
    /// A release that has none of the network classes, and answers for them all the same: so that what a script did there can be looked at. For tests.
    /// </summary>
    internal static LabWindows Readable(string name, string version, int build) => new(WindowsRelease.Server2019, name, version, build);

    /// <inheritdoc/>
    public override string ToString() => Caption;

    internal bool Has(CimClass @class) => @class.Since <= Release;

    internal bool Has(CimProperty property) => property.Since <= Release;
}
