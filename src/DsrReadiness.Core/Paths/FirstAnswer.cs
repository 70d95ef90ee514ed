using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>What a client of a VIP gets once its connection is open, where that is not what it came for. The packet is taken all the same.</summary>
internal sealed class FirstAnswer(HostView host, DsrService service)
{
    private const int FileService = 445;

    /// <summary>HTTP.sys opens a port for all addresses, hands what is for one of them to the site that has it, and shows the certificate that it has for it, whatever became of that.</summary>
    public string OfHttp(PathPacket packet)
    {
        string site = HasSitesElsewhereOnly(packet) ? $", and answers with an error: no site of IIS is bound to {packet.Destination} there" : string.Empty;
        HttpCertificate? bad = (host.Snapshot.HttpCertificates.Rows ?? []).FirstOrDefault(each => MayBeShown(each.Binding, packet) && (each.IsGone || each.NotAfter <= host.Snapshot.CollectedAt));
        return site + (bad is null ? string.Empty : $", and the certificate for {bad.Binding} {(bad.IsGone ? "is in no store any more" : "has expired")}: clients refuse it");
    }

    /// <summary>A file server looks at the name that it is asked by, and tells clients by which other addresses they may go on.</summary>
    public string OfFiles(PathPacket packet)
    {
        SmbServerConfiguration? set = host.Snapshot.SmbServerConfigurations.Single;
        string name = IsAnyNameTaken(set) switch
        {
            true => string.Empty,
            false => ", and refuses clients that ask by another name than the server's own",
            null => ", and which names it takes cannot be told",
        };
        if (packet.Port != FileService)
            return name;
        if (set is null || !set.MultiChannel.TryGet(out bool isOn))
            return name + ", and whether it names other addresses cannot be told";
        IReadOnlyList<SmbServerInterface>? named = host.Snapshot.SmbServerInterfaces.Rows;
        bool hasOthers = named is null || named.Any(each => each.Address.TryGet(out IPAddress address) && !address.IsLinkLocal() && !service.VirtualIPAddresses.Contains(address));
        return isOn && hasOthers ? name + ", and tells the client of other addresses, by which it goes on, past the balancer" : name;
    }

    private bool? IsAnyNameTaken(SmbServerConfiguration? set)
    {
        if (host.Value(RegistryNames.DisableStrictNameChecking) is not { } lenient || host.Value(RegistryNames.OptionalNames) is not { } names)
            return null;
        bool isLenient = set?.StrictNameChecking is { HasValue: true } isStrict ? isStrict.Is(false) : lenient.Number > 0;
        return isLenient || names.Texts.Any(text => text.Trim().Length > 0);
    }

    private bool HasSitesElsewhereOnly(PathPacket packet)
    {
        string[] everywhere = ["*", packet.Family == IPFamily.IPv4 ? "0.0.0.0" : "::"];
        SiteBinding[] sites = (host.Snapshot.SiteBindings.Rows ?? []).Where(site => site.Port == (uint)packet.Port!.Value).ToArray();
        return sites.Length > 0 && sites.All(site =>
            !everywhere.Contains(site.Address) && AddressText.TryParse(site.Address, out IPAddress? only) && !packet.Destination.Equals(only));
    }

    /// <summary>The certificate of the address, of every address, or of a host name, which the client may send.</summary>
    private static bool MayBeShown(string binding, PathPacket packet) =>
        PortOf(binding) == packet.Port && (IsFor(HostOf(binding), packet) || !AddressText.TryParse(HostOf(binding), out _));

    /// <summary>Whether an address of a certificate is the packet's, or stands for it.</summary>
    public static bool IsFor(string bound, PathPacket packet) => bound == "0.0.0.0" || (bound == "::" && packet.Family == IPFamily.IPv6)
        || (AddressText.TryParse(bound, out IPAddress? only) && packet.Destination.Equals(only));

    public static string HostOf(string binding) => binding.LastIndexOf(':') is > 0 and var at ? binding.Substring(0, at).Trim('[', ']') : string.Empty;

    public static int? PortOf(string binding) => ServicePort.TryParseNumber(binding.Substring(binding.LastIndexOf(':') + 1), out int port) ? port : null;
}
