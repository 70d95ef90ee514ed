using System;

namespace DsrReadiness.Cim.Classes;

/// <summary>The Windows release.</summary>
public static class OperatingSystemClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/cimv2", "Win32_OperatingSystem", CimEvidence.Referenced, since: WindowsRelease.Server2008, otherKeys: ["Name"]);

    /// <summary>Such as 10.0.17763.</summary>
    public static readonly CimProperty<string> Version = s_class.String("Version", RedactionKind.Words);

    /// <summary>A number as text.</summary>
    public static readonly CimProperty<string> BuildNumber = s_class.String("BuildNumber", RedactionKind.Words);

    /// <summary>For people; partly translated.</summary>
    public static readonly CimProperty<string> Caption = s_class.String("Caption", RedactionKind.Dropped);

    /// <summary>1 workstation, 2 domain controller, 3 server.</summary>
    public static readonly CimProperty<uint> ProductType = s_class.UInt32("ProductType");

    /// <summary>Where Windows is, such as <c>C:\Windows</c>: what %SystemRoot% stands for.</summary>
    public static readonly CimProperty<string> WindowsDirectory = s_class.String("WindowsDirectory", RedactionKind.Program);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>The Windows release.</summary>
internal sealed class OperatingSystem(CimRow row)
{
    public Field<string> VersionText => row.Get(OperatingSystemClass.Version);

    public Field<string> Caption => row.Get(OperatingSystemClass.Caption);

    public Field<string> WindowsDirectory => row.Get(OperatingSystemClass.WindowsDirectory);

    /// <summary>2 is a domain controller.</summary>
    public Field<uint> ProductType => row.Get(OperatingSystemClass.ProductType);

    /// <summary>The version number, if the text is one.</summary>
    public Version? Version => VersionText.TryGet(out string text) && System.Version.TryParse(text, out Version? version) ? version : null;
}
