using System;
using System.Globalization;
using System.Text.RegularExpressions;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
