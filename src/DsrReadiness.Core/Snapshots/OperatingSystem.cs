using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
