using System;
using System.Globalization;
using System.Text.RegularExpressions;

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

/// <summary>A binding of a site of IIS.</summary>
internal sealed class SiteBinding(CimRow row)
{
    private static readonly Regex s_information = new(
        @"\A(?<address>.*):(?<port>[0-9]{1,5}):[^:]*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(5));

    public string Site => row.Get(SiteBindingClass.Site).Or(string.Empty);

    public string Address { get; } = row.Require(SiteBindingClass.Address);

    public uint Port { get; } = row.Require(SiteBindingClass.Port);

    /// <summary>A row for a binding as IIS writes it: address, port and host name with colons between them, an IPv6 address in brackets. Null for what HTTP.sys has nothing to do with.</summary>
    public static CimRow? RowOf(string? site, string? protocol, string? information)
    {
        bool isHttp = string.Equals(protocol, "http", StringComparison.OrdinalIgnoreCase) || string.Equals(protocol, "https", StringComparison.OrdinalIgnoreCase);
        if (!isHttp || s_information.Match(information ?? string.Empty) is not { Success: true } match || !ushort.TryParse(match.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
            return null;
        string address = match.Groups["address"].Value.Trim('[', ']');
        return CimRow.From(
            SiteBindingClass.Class,
            [
                new(SiteBindingClass.Site.Name, site),
                new(SiteBindingClass.Protocol.Name, protocol),
                new(SiteBindingClass.Address.Name, address.Length == 0 ? "*" : address),
                new(SiteBindingClass.Port.Name, (long)port),
            ]);
    }
}
