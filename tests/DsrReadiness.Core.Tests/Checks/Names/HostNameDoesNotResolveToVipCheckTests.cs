using DsrReadiness.Checks.Names;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Names;

public sealed class HostNameDoesNotResolveToVipCheckTests() : CheckTest(new HostNameDoesNotResolveToVipCheck())
{
    private static readonly (CimProperty, object) s_a = (DnsAnswerClass.Type, DnsRecordType.A);
    private static readonly (CimProperty, object) s_aaaa = (DnsAnswerClass.Type, DnsRecordType.Aaaa);

    [Fact]
    public void Passes_when_the_name_has_the_servers_own_address() => Assert.Equal(Server.Dip, Expect(Outcome.Passed, Server.Ready()).Actual);

    [Fact]
    public void Fails_when_the_vip_is_among_the_addresses()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(DnsAnswerClass.Addresses, new[] { Server.Dip, Server.Vip }, s_a));
        Assert.Equal((Severity.Error, "srv19a.lab.example", Server.Dip + ", " + Server.Vip), (result.Severity, result.Subject, result.Actual));
    }

    [Fact]
    public void Judges_each_family_that_has_a_vip()
    {
        Server server = Server.Ready().Set(DnsAnswerClass.Addresses, new[] { Server.Vip6 }, s_aaaa);
        Expect(Outcome.Passed, server);
        Expect(Outcome.Failed, server, Server.Service().DualStack());
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
    }

    [Fact]
    public void Warns_when_dns_does_not_know_a_member_of_a_domain_by_that_name()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(DnsAnswerClass.Status, DnsStatus.NoSuchName).Set(DnsAnswerClass.Addresses, System.Array.Empty<string>()));
        Assert.Equal((Severity.Warning, "no such name"), (result.Severity, result.Actual));
        Assert.DoesNotContain("primary DNS suffix", result.Reason);
        Server unread = Server.Ready().Set(DnsAnswerClass.Status, DnsStatus.NoSuchName).Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "Domain"));
        Assert.Contains("primary DNS suffix", Expect(Outcome.Failed, unread).Reason);
    }

    [Fact]
    public void Asks_of_the_servers_own_name_and_not_of_its_domains()
    {
        Server server = Server.Ready().Add(
            DnsAnswerClass.Class, CimStore.None, (DnsAnswerClass.Name, "lab.example"), s_a, (DnsAnswerClass.Server, Server.Gateway), (DnsAnswerClass.Status, DnsStatus.NoError), (DnsAnswerClass.Addresses, new[] { Server.Vip }));
        Expect(Outcome.Passed, server);
        Expect(Outcome.Unknown, server.Remove(DnsAnswerClass.Class, (DnsAnswerClass.Name, "srv19a.lab.example"), s_a));
    }

    [Fact]
    public void Passes_when_dns_has_no_such_record()
    {
        Expect(Outcome.Passed, Server.Ready().Set(DnsAnswerClass.Addresses, System.Array.Empty<string>()));
    }

    [Fact]
    public void Does_not_apply_without_a_dns_server_or_a_full_name()
    {
        Expect(Outcome.NotApplicable, NothingAsked().Set(DnsClientServerAddressClass.ServerAddresses, null));
        Expect(Outcome.NotApplicable, NothingAsked().Set(DnsClientServerAddressClass.ServerAddresses, new[] { "fec0:0:0:ffff::1" }));
        Expect(Outcome.NotApplicable, NothingAsked().Set(ComputerSystemClass.PartOfDomain, false));
    }

    [Fact]
    public void Is_unknown_when_a_member_of_a_domain_was_not_asked_about() => Expect(Outcome.Unknown, NothingAsked());

    [Fact]
    public void Is_unknown_when_dns_did_not_answer_or_answered_with_an_error()
    {
        Expect(Outcome.Unknown, Server.Ready().Set(DnsAnswerClass.Status, null));
        Expect(Outcome.Unknown, Server.Ready().Without(DnsAnswerClass.Status));
        Assert.Contains("ServerFailure", Expect(Outcome.Unknown, Server.Ready().Set(DnsAnswerClass.Status, DnsStatus.ServerFailure)).Reason);
        Expect(Outcome.Unknown, Server.Ready().Remove(DnsAnswerClass.Class, s_a));
        Expect(Outcome.Passed, Server.Ready().Remove(DnsAnswerClass.Class, s_aaaa));
    }

    [Fact]
    public void Is_unknown_when_an_answer_makes_no_sense() => Expect(Outcome.Unknown, Server.Ready().Set(DnsAnswerClass.Addresses, new[] { "elsewhere" }, s_a));

    [Fact]
    public void Is_unknown_when_a_reading_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().NotCollected(DnsAnswerClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Fail(DnsAnswerClass.Class, CimStore.None, FailureKind.Timeout));
        Expect(Outcome.Unknown, NothingAsked().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.Timeout));
        Expect(Outcome.Unknown, NothingAsked().Fail(ComputerSystemClass.Class, CimStore.None, FailureKind.Timeout));
    }

    private static Server NothingAsked() => Server.Ready().Remove(DnsAnswerClass.Class);
}
