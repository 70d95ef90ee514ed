using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>
/// HTTP.sys opens a port on every address whatever its sites are bound to: that the port is open says nothing of the site. For a TLS port it needs a certificate for the address that is asked, or
/// the handshake fails.
/// </summary>
internal sealed class HttpSiteCoversVipCheck() : Check(new CheckInfo(
    "S06",
    "HTTP.sys has a certificate and a site for the VIP",
    [Severity.Error, Severity.Warning],
    [new ReadingId(RegistryValueClass.Class), new ReadingId(NetTcpConnectionClass.Class), new ReadingId(SiteBindingClass.Class), new ReadingId(HttpCertificateClass.Class)],
    CheckNeeds.Port))
{
    /// <summary>The port that is TLS wherever HTTP.sys has it; another one is where some address has a certificate for it.</summary>
    private const int Https = 443;

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Service.Ports.All(port => port.Protocol != TransportProtocol.Tcp))
            return [NotApplicable("HTTP.sys is asked by TCP, and the service is not.")];
        if (!context.Listeners(TransportProtocol.Tcp).TryGet(out ListenerTable? table, out Missing? missing))
            return [Unknown(missing)];
        Asked[] asked = AskedOf(context.Service, table).Distinct().ToArray();
        if (asked.Length == 0)
            return [NotApplicable("HTTP.sys (process 4) listens on no TCP port of the service.")];
        Asked[] sure = asked.Where(each => each.IsSure).ToArray();
        IEnumerable<Finding> ofSites = sure.Select(each => JudgeSites(context.Snapshot, each.Vip, each.Port)).OfType<Finding>();
        IEnumerable<Finding> ofCertificates = sure.SelectMany(each => JudgeCertificates(context.Snapshot, each.Vip, each.Port));
        return OfTls(context.Snapshot, asked).Concat(ofCertificates).Concat(ofSites).ToArray();
    }

    private IEnumerable<Finding> OfTls(Snapshot snapshot, Asked[] asked)
    {
        if (!TlsBindings.Of(snapshot).TryGet(out TlsBindings? bindings, out Missing? missing))
            return asked.Any(each => each.Port == Https) ? [Unknown(missing)] : [NotApplicable("HTTP.sys listens on no port of the service that is known to be TLS.")];
        Finding[] findings = asked.Where(each => each.Port == Https || bindings.AddressesOf(each.Port).Count > 0 || bindings.For(each.Vip, each.Port) != TlsBindings.Cover.None)
            .Select(each => each.IsSure || bindings.For(each.Vip, each.Port) != TlsBindings.Cover.None ? Judge(bindings, each.Vip, each.Port) : Untold(each)).ToArray();
        return findings.Length > 0 ? findings : [NotApplicable("HTTP.sys has no certificate for a port of the service: it speaks HTTP there, without TLS.")];
    }

    /// <summary>Of those that a client of the VIP may get; as of when the snapshot was taken.</summary>
    private IEnumerable<Finding> JudgeCertificates(Snapshot snapshot, IPAddress vip, int number)
    {
        string port = ServicePort.Single(TransportProtocol.Tcp, number).ToString();
        foreach (HttpCertificate certificate in (snapshot.HttpCertificates.Rows ?? []).Where(each => TlsBindings.MayServe(each.Binding, vip, number)))
        {
            bool isOver = certificate.NotAfter <= snapshot.CollectedAt;
            if (!certificate.IsGone && !isOver)
                continue;
            string binding = ServerText.Short(certificate.Binding);
            string expired = isOver ? "expired on " + certificate.NotAfter!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "is not in its store any more";
            yield return Failed(
                Severity.Warning,
                port + " on " + vip,
                $"The certificate that HTTP.sys has for {binding} {expired}: clients refuse it, or the TLS handshake fails.",
                Advice.Show("Bind a valid certificate, in IIS Manager or in the configuration of the program. The command shows what is bound.", "netsh http show sslcert"),
                "a valid certificate",
                isOver ? "expired" : "gone");
        }
    }

    /// <summary>Null where no site of IIS has the port, or nobody has read what sites have: another program may have registered with HTTP.sys for it.</summary>
    private Finding? JudgeSites(Snapshot snapshot, IPAddress vip, int number)
    {
        SiteBinding[] onPort = (snapshot.SiteBindings.Rows ?? []).Where(binding => binding.Port == number).ToArray();
        if (onPort.Length == 0)
            return null;
        string port = ServicePort.Single(TransportProtocol.Tcp, number).ToString();
        string subject = port + " on " + vip;
        if (onPort.FirstOrDefault(binding => IsFor(binding, vip)) is { } site)
            return Passed(subject, $"The site '{ServerText.Short(site.Site)}' of IIS is bound to {site.Address} on {port}.");
        string others = Wording.Some(onPort.Select(binding => binding.Address).Distinct().ToArray());
        return Failed(
            Severity.Warning,
            subject,
            $"The sites of IIS that have {port} are bound to {others}, and none to {vip}: HTTP.sys takes the connection and answers with an error, unless another of its programs has the address.",
            "Give the site a binding for all addresses, or for the VIP, in IIS Manager.",
            vip.ToString(),
            others);
    }

    /// <summary>A text that is no address is not understood, and counts as any.</summary>
    private static bool IsFor(SiteBinding binding, IPAddress vip) => !AddressText.TryParse(binding.Address, out IPAddress? address)
        || address.Equals(vip) || address.Equals(vip.Family().Wildcard());

    private static IEnumerable<Asked> AskedOf(DsrService service, ListenerTable table) =>
        from vip in service.VirtualIPAddresses
        from port in service.Ports
        where port.Protocol == TransportProtocol.Tcp
        from number in Enumerable.Range(port.First, port.Last - port.First + 1)
        let isHttp = HttpListeners.Have(table, vip, number)
        where isHttp != false
        select new Asked(vip, number, isHttp == true);

    private Finding Untold(Asked asked)
    {
        string port = ServicePort.Single(TransportProtocol.Tcp, asked.Port).ToString();
        return Unknown(
            port + " on " + asked.Vip,
            $"Whether HTTP.sys listens on {port} could not be read (OwningProcess), and it has no certificate for {asked.Vip}.",
            "Collect again with an administrator's rights.");
    }

    private Finding Judge(TlsBindings bindings, IPAddress vip, int number)
    {
        string port = ServicePort.Single(TransportProtocol.Tcp, number).ToString();
        string subject = port + " on " + vip;
        switch (bindings.For(vip, number))
        {
            case TlsBindings.Cover.Address:
                return Passed(subject, $"HTTP.sys has a certificate for {subject}.");
            case TlsBindings.Cover.Name:
                return Passed(subject, $"HTTP.sys has certificates for host names on {port}: the handshake of a client or probe that sends no name (SNI) fails.");
            case TlsBindings.Cover.Store:
                return Passed(subject, $"HTTP.sys takes certificates for {port} from the central store, by host name: the handshake of a client or probe that sends no name (SNI) fails.");
            default:
                IReadOnlyCollection<string> others = bindings.AddressesOf(number);
                string elsewhere = others.Count == 0 ? string.Empty : $" It has one for {Wording.Some(others)}.";
                return Failed(
                    subject,
                    $"HTTP.sys listens on {port} and has no certificate for {vip}: every TLS handshake fails.{elsewhere}",
                    Advice.Show("Bind a certificate to the port for every address: in IIS, give the site an https binding for all addresses or for the VIP. The command shows the certificates.", "netsh http show sslcert"),
                    "a certificate for " + vip,
                    others.Count == 0 ? "none" : Wording.Some(others));
        }
    }

    private sealed record Asked(IPAddress Vip, int Port, bool IsSure);
}
