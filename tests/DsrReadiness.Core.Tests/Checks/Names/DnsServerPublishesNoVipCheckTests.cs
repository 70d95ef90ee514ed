using DsrReadiness.Checks.Names;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Names;

public sealed class DnsServerPublishesNoVipCheckTests() : CheckTest(new DnsServerPublishesNoVipCheck())
{
    [Fact]
    public void Does_not_apply_without_the_roles() => Expect(Outcome.NotApplicable, Server.Ready());

    [Fact]
    public void Fails_when_the_dns_server_publishes_every_address()
    {
        CheckResult result = Expect(Outcome.Failed, DnsServer());
        Assert.Equal((Severity.Warning, "DNS Server role", "all addresses"), (result.Severity, result.Subject, result.Actual));
        Assert.Contains($"-Value '{Server.Dip} {Server.Dip6}'", result.Command);
        Expect(Outcome.Failed, DnsServer().Registry(RegistryNames.PublishAddresses, RegistryType.Text, " "));
    }

    [Theory]
    [InlineData(Outcome.Passed, "192.168.11.11")]
    [InlineData(Outcome.Passed, "192.168.11.11 2001:db8:11::11")]
    [InlineData(Outcome.Failed, "192.168.11.11 192.168.11.50")]
    [InlineData(Outcome.Unknown, "192.168.11.11 here")]
    public void Judges_the_addresses_that_the_dns_server_publishes(Outcome outcome, string published) =>
        Expect(outcome, DnsServer().Registry(RegistryNames.PublishAddresses, RegistryType.Text, published));

    [Fact]
    public void Fails_when_a_domain_controller_registers_its_addresses()
    {
        CheckResult result = Expect(Outcome.Failed, Controller());
        Assert.Equal(("Netlogon", "LdapIpAddress, GcIpAddress"), (result.Subject, result.Actual));
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.Contains("(GcIpAddress)", Expect(Outcome.Failed, Avoiding(RegistryNames.DnsAvoidRegisterRecords, "ldapipaddress", "Pdc")).Reason);
    }

    [Fact]
    public void Passes_when_a_domain_controller_registers_no_addresses()
    {
        Expect(Outcome.Passed, Controller().Registry(RegistryNames.RegisterDnsARecords, RegistryType.Number, "0"));
        Expect(Outcome.Failed, Controller().Registry(RegistryNames.RegisterDnsARecords, RegistryType.Number, "1"));
        Expect(Outcome.Passed, Controller().Registry(RegistryNames.UseDynamicDns, RegistryType.Number, "0"));
        Expect(Outcome.Passed, Avoiding(RegistryNames.DnsAvoidRegisterRecords, "GcIpAddress", "LdapIpAddress"));
        Expect(Outcome.Passed, Avoiding(RegistryNames.DnsAvoidRegisterRecordsPolicy, "GcIpAddress LdapIpAddress"));
    }

    [Fact]
    public void Lets_policy_count_before_what_is_set_on_the_server()
    {
        Expect(
            Outcome.Failed,
            Controller().Registry(RegistryNames.UseDynamicDns, RegistryType.Number, "0").Registry(RegistryNames.UseDynamicDnsPolicy, RegistryType.Number, "1"));
        Expect(
            Outcome.Failed,
            Avoiding(RegistryNames.DnsAvoidRegisterRecords, "GcIpAddress", "LdapIpAddress")
                .Registry(RegistryNames.DnsAvoidRegisterRecordsPolicy, RegistryType.Text, "Pdc"));
    }

    [Fact]
    public void Judges_both_roles_of_one_server()
    {
        Server server = Controller().Set(DnsAnswerClass.Status, null).AddService("dns", "Stopped").Registry(RegistryNames.RegisterDnsARecords, RegistryType.Number, "0");
        Assert.Equal("DNS Server role", Expect(Outcome.Failed, server).Subject);
        Expect(Outcome.Passed, server.Registry(RegistryNames.PublishAddresses, RegistryType.Text, Server.Dip));
    }

    [Fact]
    public void Is_unknown_when_a_reading_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(ServiceClass.Class, CimStore.None, FailureKind.Timeout));
        Expect(Outcome.Unknown, Server.Ready().Fail(OperatingSystemClass.Class, CimStore.None, FailureKind.Timeout));
        Expect(Outcome.Unknown, Server.Ready().Without(OperatingSystemClass.ProductType));
        Expect(Outcome.Unknown, DnsServer().NotCollected(RegistryValueClass.Class));
        Expect(Outcome.Unknown, Controller().NotCollected(RegistryValueClass.Class));
        Expect(Outcome.Unknown, Controller().Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "DnsAvoidRegisterRecords")));
        Expect(Outcome.Unknown, Server.Ready().Remove(OperatingSystemClass.Class));
    }

    [Fact]
    public void Passes_where_the_dns_server_has_no_socket_for_the_vip()
    {
        Server elsewhere = Sockets.None().AddService("DNS", "Running").Udp(Server.Dip, 53).Udp("127.0.0.1", 53).Tcp(Server.Dip, 53);
        Assert.Contains("does not listen", Expect(Outcome.Passed, elsewhere).Reason);
        Expect(Outcome.Failed, elsewhere.Registry(RegistryNames.PublishAddresses, RegistryType.Text, Server.Vip));
        Expect(Outcome.Failed, Sockets.None().Set(DnsAnswerClass.Status, null).AddService("DNS", "Running").Udp(Server.Vip, 53));
        Expect(Outcome.Failed, Sockets.None().Set(DnsAnswerClass.Status, null).AddService("DNS", "Running").Tcp("0.0.0.0", 53));
        Expect(Outcome.Failed, Sockets.None().Set(DnsAnswerClass.Status, null).AddService("DNS", "Stopped")); // What it listens on once it runs is not known.
        Expect(Outcome.Failed, DnsServer().Fail(NetUdpEndpointClass.Class, CimStore.None, FailureKind.Timeout));
    }

    [Fact]
    public void Passes_the_dns_server_under_whose_name_dns_has_no_vip()
    {
        Server seen = Server.Ready().AddService("DNS", "Running").Udp("0.0.0.0", 53).Tcp("0.0.0.0", 53);
        Assert.Contains("no VIP under srv19a.lab.example", Expect(Outcome.Passed, seen).Reason);
        Expect(Outcome.Failed, seen.Registry(RegistryNames.PublishAddresses, RegistryType.Text, Server.Vip));
        seen.Registry(RegistryNames.PublishAddresses, RegistryType.Text).Set(DnsAnswerClass.Addresses, new[] { Server.Vip });
        Expect(Outcome.Failed, seen);
        Expect(Outcome.Failed, seen.Set(DnsAnswerClass.Addresses, new[] { Server.Dip }).Set(DnsAnswerClass.Status, DnsStatus.NoSuchName));
    }

    [Fact]
    public void Passes_the_domain_controller_under_whose_domain_dns_has_no_vip()
    {
        Assert.Contains("no VIP under lab.example", Expect(Outcome.Passed, DomainHas(Server.Dip, Server.Dip6)).Reason);
        Assert.Contains("has a VIP under lab.example", Expect(Outcome.Failed, DomainHas(Server.Dip, Server.Dip6, Server.Vip)).Reason);
        Expect(Outcome.Passed, DomainHas(Server.Dip), Server.Service().DualStack());
        Expect(Outcome.Failed, DomainHas(Server.Dip).Remove(DnsAnswerClass.Class, (DnsAnswerClass.Name, "lab.example"), (DnsAnswerClass.Type, DnsRecordType.Aaaa)), Server.Service().DualStack());
        Expect(Outcome.Failed, DomainHas().Set(DnsAnswerClass.Status, null, (DnsAnswerClass.Name, "lab.example")));
    }

    [Fact]
    public void Asks_the_dns_server_of_a_domain_controller_about_both_names()
    {
        Server both = DomainHas(Server.Dip).AddService("DNS", "Running").Udp("0.0.0.0", 53).Tcp("0.0.0.0", 53);
        Assert.Contains("under srv19a.lab.example and lab.example", Expect(Outcome.Passed, both).Details[0]);
        Assert.Equal("DNS Server role", Expect(Outcome.Failed, both.Set(DnsAnswerClass.Addresses, new[] { Server.Vip }, (DnsAnswerClass.Name, "lab.example"))).Subject);
    }

    [Fact]
    public void Does_not_ask_about_a_dns_server_that_is_stopped_and_disabled()
    {
        Server server = DnsServer().Set(ServiceClass.State, "Stopped", (ServiceClass.Name, "DNS"));
        Expect(Outcome.Failed, server);
        Expect(Outcome.NotApplicable, server.Set(ServiceClass.StartMode, "Disabled", (ServiceClass.Name, "DNS")));
        Expect(Outcome.Failed, server.Set(ServiceClass.State, "Running", (ServiceClass.Name, "DNS")));
    }

    /// <summary>A DNS server that listens everywhere, on a server whose own name nobody could look up.</summary>
    private static Server DnsServer() => Server.Ready().AddService("DNS", "Running").Udp("0.0.0.0", 53).Tcp("0.0.0.0", 53).Set(DnsAnswerClass.Status, null);

    private static Server DomainHas(params string[] addresses)
    {
        Server server = Controller();
        foreach (DnsRecordType type in new[] { DnsRecordType.A, DnsRecordType.Aaaa })
        {
            server.Add(
                DnsAnswerClass.Class,
                CimStore.None,
                (DnsAnswerClass.Name, "lab.example"),
                (DnsAnswerClass.Type, type),
                (DnsAnswerClass.Server, Server.Gateway),
                (DnsAnswerClass.Status, DnsStatus.NoError),
                (DnsAnswerClass.Addresses, addresses));
        }

        return server;
    }

    private static Server Controller() => Server.Ready().Set(OperatingSystemClass.ProductType, 2);

    private static Server Avoiding(RegistryName name, params string[] records) => Controller().Registry(name, RegistryType.Texts, records);
}
