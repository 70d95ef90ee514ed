namespace DsrReadiness.Cim.Classes;

/// <summary>
/// What the sites of IIS are bound to, a row for each binding of each site. No CIM class by itself: the rows are embedded in those of <c>Site</c> in <c>root/WebAdministration</c>, which comes with
/// "IIS Management Scripts and Tools" and not with plain IIS; the collector may read them from IIS' configuration instead. A server without IIS has none.
/// </summary>
public static class SiteBindingClass
{
    private static readonly CimClassBuilder s_class = new("dsr", "SiteBinding", CimEvidence.Own, since: WindowsRelease.Server2008);

    /// <summary>The name of the site.</summary>
    public static readonly CimProperty<string> Site = s_class.String("Site", RedactionKind.App);

    /// <summary>http or https: others have nothing to do with HTTP.sys.</summary>
    public static readonly CimProperty<string> Protocol = s_class.String("Protocol", RedactionKind.Words);

    /// <summary>The address, <c>*</c> for all.</summary>
    public static readonly CimProperty<string> Address = s_class.String("Address", RedactionKind.Words);

    /// <summary>The port.</summary>
    public static readonly CimProperty<uint> Port = s_class.UInt32("Port");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
