using System;
using System.Linq;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class HttpSiteCoversVipCheckTests() : CheckTest(new HttpSiteCoversVipCheck())
{
    private static ServiceBuilder Six => Server.Service().Vips(Server.Vip6);

    [Fact]
    public void Passes_with_a_certificate_for_every_address()
    {
        Assert.Equal("HTTP.sys has a certificate for tcp/443 on 192.168.11.50.", Expect(Outcome.Passed, Server.Ready()).Reason);
        Expect(Outcome.Passed, Server.Ready(), Six);
    }

    /// <summary>Check and path together, for a VIP of IPv4: what covers it, and what does not.</summary>
    [Theory]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "192.168.11.50:443")]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "0.0.0.0:443")]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "192.168.11.11:443", "0.0.0.0:443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "192.168.11.11:443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "[::]:443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "0.0.0.0:8443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "192.168.11.50:8443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped)]
    [InlineData(Outcome.Unknown, HopOutcome.Undetermined, "here")]
    [InlineData(Outcome.Unknown, HopOutcome.Undetermined, "443")]
    [InlineData(Outcome.Unknown, HopOutcome.Undetermined, "www.example.com:443")]
    public void Judges_the_certificates_of_addresses(Outcome outcome, HopOutcome hop, params string[] bindings) => ExpectBoth(outcome, hop, With(bindings), Server.Service());

    /// <summary>HTTP.sys may be who listens.</summary>
    [Theory]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "0.0.0.0:443")]
    [InlineData(Outcome.Unknown, HopOutcome.Undetermined, "192.168.11.11:443")]
    [InlineData(Outcome.Unknown, HopOutcome.Undetermined)]
    public void Is_unknown_where_it_is_not_told_who_listens_and_no_certificate_fits(Outcome outcome, HopOutcome hop, params string[] bindings) =>
        ExpectBoth(outcome, hop, With(bindings).Set(NetTcpConnectionClass.OwningProcess, null, (NetTcpConnectionClass.LocalPort, 443)), Server.Service());

    [Theory]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "[::]:443")]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "0.0.0.0:443")]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "[2001:db8:11::50]:443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "[2001:db8:11::11]:443")]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "192.168.11.50:443")]
    public void Judges_them_for_ipv6(Outcome outcome, HopOutcome hop, params string[] bindings) => ExpectBoth(outcome, hop, With(bindings), Six);

    /// <summary>Clients that send the name get in; who does not is named.</summary>
    [Fact]
    public void Passes_with_certificates_for_names_and_says_who_fails()
    {
        Server names = With().Registry(RegistryNames.TlsNames, RegistryType.Texts, "www.example.com:443");
        Assert.Contains("sends no name (SNI) fails", ExpectBoth(Outcome.Passed, HopOutcome.Passes, names, Server.Service()).Reason);
        ExpectBoth(Outcome.Failed, HopOutcome.Dropped, With().Registry(RegistryNames.TlsNames, RegistryType.Texts, "www.example.com:8443"), Server.Service());
        Server store = With().Registry(RegistryNames.TlsStores, RegistryType.Texts, "443");
        Assert.Contains("central store", ExpectBoth(Outcome.Passed, HopOutcome.Passes, store, Six).Reason);
        ExpectBoth(Outcome.Unknown, HopOutcome.Undetermined, With().Registry(RegistryNames.TlsNames, RegistryType.Texts, "0A1B2C"), Server.Service());
    }

    [Fact]
    public void Names_the_addresses_that_have_one_and_the_command_that_shows_them()
    {
        CheckResult result = Expect(Outcome.Failed, With("192.168.11.11:443"));
        Assert.Equal((Severity.Error, "tcp/443 on 192.168.11.50", Server.Dip), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("HTTP.sys listens on tcp/443 and has no certificate for 192.168.11.50: every TLS handshake fails. It has one for 192.168.11.11.", result.Reason);
        Assert.Equal("netsh http show sslcert", result.Command);
    }

    /// <summary>Another port than 443 is TLS where some address has a certificate for it.</summary>
    [Theory]
    [InlineData(Outcome.NotApplicable, HopOutcome.Passes)]
    [InlineData(Outcome.Failed, HopOutcome.Dropped, "192.168.11.11:8443")]
    [InlineData(Outcome.Passed, HopOutcome.Passes, "192.168.11.50:8443")]
    public void A_port_without_any_certificate_speaks_plain_http(Outcome outcome, HopOutcome hop, params string[] bindings)
    {
        Server server = With(bindings).Tcp("0.0.0.0", 8443, process: 4);
        ReadyServer.AddRule(server, "8443", "TCP", "8443", Server.Vip);
        ExpectBoth(outcome, hop, server, Server.Service().Ports("tcp/8443"));
    }

    [Fact]
    public void Does_not_apply_to_ports_that_are_not_those_of_http()
    {
        Expect(Outcome.NotApplicable, With().Set(NetTcpConnectionClass.OwningProcess, 1234, (NetTcpConnectionClass.LocalPort, 443)));
        Expect(Outcome.NotApplicable, With().Tcp("0.0.0.0", 445, process: 4), Server.Service().Ports("tcp/445"));
        Expect(Outcome.NotApplicable, With(), Server.Service().Ports("udp/443"));
        Expect(Outcome.NotApplicable, With(), Server.Service().Ports());
    }

    [Fact]
    public void Does_not_ask_who_listens_by_TCP_for_a_service_of_UDP()
    {
        Server server = With().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied);
        Expect(Outcome.NotApplicable, server, Server.Service().Ports("udp/443"));
        Expect(Outcome.Unknown, server, Server.Service().Ports("udp/443", "tcp/443"));
    }

    [Fact]
    public void Is_unknown_for_https_alone_when_the_registry_was_not_asked()
    {
        Server server = Server.Ready().Remove(RegistryValueClass.Class, (RegistryValueClass.Key, RegistryNames.TlsNames.Key));
        ExpectBoth(Outcome.Unknown, HopOutcome.Undetermined, server, Server.Service());
        Expect(Outcome.NotApplicable, server.Tcp("0.0.0.0", 80, process: 4), Server.Service().Ports("tcp/80"));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    private static Server With(params string[] bindings) => Server.Ready().Registry(RegistryNames.TlsAddresses, RegistryType.Texts, bindings);

    private CheckResult ExpectBoth(Outcome outcome, HopOutcome hop, Server server, DsrService service)
    {
        Hop listener = Assert.Single(PathTracer.Trace(server.Build(), service)[0].Hops, each => each.Kind == HopKind.Listener);
        Assert.Equal(hop, listener.Outcome);
        return Expect(outcome, server, service);
    }

    /// <summary>HTTP.sys has the port on every address, whatever its sites are bound to: the packet arrives, and gets an error.</summary>
    [Theory]
    [InlineData("*", Outcome.Passed)]
    [InlineData("0.0.0.0", Outcome.Passed)]
    [InlineData(Server.Vip, Outcome.Passed)]
    [InlineData("?", Outcome.Passed)]
    [InlineData(Server.Dip, Outcome.Failed)]
    [InlineData("::", Outcome.Failed)]
    [InlineData(Server.Vip6, Outcome.Failed)]
    public void Warns_where_the_sites_are_bound_to_other_addresses(string address, Outcome outcome)
    {
        Server server = Server.Ready().Set(SiteBindingClass.Address, address);
        CheckResult result = Expect(outcome, server);
        Hop listener = PathTracer.Trace(server.Build(), Server.Service())[0].Hops.Single(hop => hop.Kind == HopKind.Listener);
        Assert.Equal(HopOutcome.Passes, listener.Outcome);
        Assert.Equal(outcome == Outcome.Failed, listener.Consequence.Contains("answers with an error: no site of IIS is bound to 192.168.11.50 there", StringComparison.Ordinal));
        if (outcome == Outcome.Failed)
            Assert.Equal((Severity.Warning, address), (result.Severity, result.Actual));
    }

    [Fact]
    public void Sites_on_other_ports_and_beside_HTTP_sys_do_not_matter()
    {
        Expect(Outcome.Passed, Server.Ready().Set(SiteBindingClass.Address, Server.Dip).Set(SiteBindingClass.Port, 8443));
        Expect(Outcome.NotApplicable, Server.Ready().Set(SiteBindingClass.Address, Server.Dip).Set(NetTcpConnectionClass.OwningProcess, 900));
        Expect(Outcome.Passed, Server.Ready().NotCollected(SiteBindingClass.Class));
        Expect(Outcome.Passed, Server.Ready().Fail(SiteBindingClass.Class, CimStore.None, FailureKind.InvalidNamespace));
    }

    [Fact]
    public void One_site_for_the_VIP_is_enough()
    {
        Server server = Server.Ready().Set(SiteBindingClass.Address, Server.Dip)
            .Add(SiteBindingClass.Class, CimStore.None, (SiteBindingClass.Site, "Shop"), (SiteBindingClass.Protocol, "https"), (SiteBindingClass.Address, Server.Vip), (SiteBindingClass.Port, 443));
        Expect(Outcome.Passed, server);
    }

    /// <summary>As of when the snapshot was taken, which is 2026-11-22 02:00 here.</summary>
    [Theory]
    [InlineData("0.0.0.0:443", "2026-11-22T02:00:00Z", "expired")]
    [InlineData("0.0.0.0:443", "2026-11-22T02:00:01Z", null)]
    [InlineData("0.0.0.0:443", null, "gone")]
    [InlineData("192.168.11.50:443", "2026-01-02T03:04:05Z", "expired")]
    [InlineData("www.example.com:443", "2026-01-02T03:04:05Z", "expired")]
    [InlineData("192.168.11.11:443", "2026-01-02T03:04:05Z", null)]
    [InlineData("[::]:443", "2026-01-02T03:04:05Z", null)]
    [InlineData("0.0.0.0:444", null, null)]
    public void Warns_of_a_certificate_that_has_expired_or_gone(string binding, string? notAfter, string? actual)
    {
        Server server = Server.Ready().Set(HttpCertificateClass.Binding, binding)
            .Set(HttpCertificateClass.NotAfter, notAfter is null ? null : (uint)DateTimeOffset.Parse(notAfter, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds());
        CheckResult result = Expect(actual is null ? Outcome.Passed : Outcome.Failed, server);
        Assert.Equal(actual is null ? Severity.Error : Severity.Warning, result.Severity);
        if (actual is not null)
            Assert.Equal((actual, "netsh http show sslcert"), (result.Actual, result.Command));
        if (notAfter is not null && actual is not null)
            Assert.Contains($"has for {binding} expired on {notAfter[..10]}:", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_a_store_that_is_not_looked_into_is_not_judged()
    {
        Expect(Outcome.Passed, Server.Ready().Without(HttpCertificateClass.NotAfter));
        Expect(Outcome.Passed, Server.Ready().NotCollected(HttpCertificateClass.Class));
    }
}
