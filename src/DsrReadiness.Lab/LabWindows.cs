using System;
using DsrReadiness.Cim;
using DsrReadiness.Releases;

namespace DsrReadiness.Lab;

/// <summary>A Windows release that a lab server can be.</summary>
public sealed class LabWindows
{
    private LabWindows(ScriptRelease release, WindowsRelease? classes = null)
    {
        var facts = ReleaseFacts.Of(release);
        Release = classes ?? facts.Classes;
        Caption = $"Microsoft {facts.Name} Standard";
        Version = facts.Version;
        Build = System.Version.Parse(facts.Version).Build;
    }

    /// <summary>Windows Server 2008 R2, which has none of the network classes.</summary>
    public static LabWindows Server2008R2 { get; } = new(ScriptRelease.Server2008R2);

    /// <summary>Windows Server 2012.</summary>
    public static LabWindows Server2012 { get; } = new(ScriptRelease.Server2012);

    /// <summary>Windows Server 2012 R2.</summary>
    public static LabWindows Server2012R2 { get; } = new(ScriptRelease.Server2012R2);

    /// <summary>Windows Server 2016.</summary>
    public static LabWindows Server2016 { get; } = new(ScriptRelease.Server2016);

    /// <summary>Windows Server 2019.</summary>
    public static LabWindows Server2019 { get; } = new(ScriptRelease.Server2019);

    /// <summary>Windows Server 2022.</summary>
    public static LabWindows Server2022 { get; } = new(ScriptRelease.Server2022);

    /// <summary>Windows Server 2025.</summary>
    public static LabWindows Server2025 { get; } = new(ScriptRelease.Server2025);

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
    internal static LabWindows Readable(ScriptRelease release) => new(release, WindowsRelease.Server2019);

    /// <summary>The release of a name.</summary>
    internal static LabWindows Of(string release) => new((ScriptRelease)Enum.Parse(typeof(ScriptRelease), release));

    /// <inheritdoc/>
    public override string ToString() => Caption;

    internal bool Has(CimClass @class) => @class.Since <= Release;

    internal bool Has(CimProperty property) => property.Since <= Release;
}
