using DsrReadiness.Checks.Names;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Names;

public sealed class LoopbackIsNotRegisteredInDnsCheckTests() : CheckTest(new LoopbackIsNotRegisteredInDnsCheck())
{
    private static readonly (CimProperty, object) s_onLoopback = Server.On(DnsClientClass.Class, Server.Loopback);
    private static readonly (CimProperty, object) s_vip = (NetIPAddressClass.IPAddress, Server.Vip);

    [Fact]
    public void Passes_when_the_loopback_does_not_register() => Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Fails_on_a_domain_member_whose_vip_is_a_possible_source()
    {
        CheckResult result = Expect(Outcome.Failed, Exposed());
        Assert.Equal((Severity.Error, "Loopback", "False", "True"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Contains("domain member", result.Reason);
        Assert.Equal("Set-DnsClient -InterfaceIndex 12 -RegisterThisConnectionsAddress $false", result.Command);
    }

    [Fact]
    public void Warns_outside_a_domain()
    {
        CheckResult result = Expect(Outcome.Failed, Exposed().Set(ComputerSystemClass.PartOfDomain, false));
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.Contains("outside a domain", result.Reason);
    }

    [Fact]
    public void Warns_on_a_domain_member_whose_every_vip_is_skipped_as_source()
    {
        CheckResult result = Expect(Outcome.Failed, Registering());
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.Contains("skipped as source", result.Reason);
    }

    [Fact]
    public void Fails_when_one_of_two_vips_there_is_a_possible_source()
    {
        CheckResult result = Expect(Outcome.Failed, Exposed(), Server.Service().DualStack());
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Empty(result.Details);
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, Exposed(), Server.Service().Vips(Server.Vip6)).Severity);
    }

    [Fact]
    public void Fails_when_nothing_tells_that_the_vip_is_skipped_as_source()
    {
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, Registering().Without(NetIPAddressClass.SkipAsSource)).Severity);
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, Registering().Remove(NetIPAddressClass.Class, s_vip)).Severity);
    }

    [Fact]
    public void Does_not_count_what_the_persistent_store_says_of_the_source() => Assert.Equal(
        Severity.Error,
        Expect(Outcome.Failed, Registering().SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, false, s_vip)).Severity);

    [Theory]
    [InlineData(null)]
    [InlineData("perhaps")]
    public void Is_unknown_when_it_registers_and_membership_is_not_known(object? member)
    {
        CheckResult result = Expect(Outcome.Unknown, Exposed().Set(ComputerSystemClass.PartOfDomain, member));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("registers its addresses in DNS", result.Reason);
        Expect(Outcome.Unknown, Exposed().Fail(ComputerSystemClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Exposed().Remove(ComputerSystemClass.Class));
    }

    [Fact]
    public void Does_not_need_to_know_the_membership_when_that_changes_nothing()
    {
        Expect(Outcome.Passed, Server.Ready().Set(ComputerSystemClass.PartOfDomain, null));
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, Registering().Set(ComputerSystemClass.PartOfDomain, null)).Severity);
    }

    [Fact]
    public void Is_unknown_without_a_row_for_the_loopback()
    {
        CheckResult result = Expect(Outcome.Unknown, WithVipAsSource().Remove(DnsClientClass.Class, s_onLoopback));
        Assert.Equal(Severity.Error, result.Severity);
        Assert.Contains("no row for Loopback", result.Reason);
    }

    [Fact]
    public void Is_unknown_no_worse_than_it_could_have_failed() => Assert.Equal(
        Severity.Warning,
        Expect(Outcome.Unknown, WithVipAsSource().Remove(DnsClientClass.Class, s_onLoopback).Set(ComputerSystemClass.PartOfDomain, false)).Severity);

    [Theory]
    [InlineData(null)]
    [InlineData("perhaps")]
    [InlineData(1L)]
    public void Is_unknown_when_the_value_is_no_boolean(object? value) =>
        Expect(Outcome.Unknown, Server.Ready().Set(DnsClientClass.RegisterThisConnectionsAddress, value, s_onLoopback));

    [Fact]
    public void Reads_the_value_as_text()
    {
        Expect(Outcome.Passed, Server.Ready().Set(DnsClientClass.RegisterThisConnectionsAddress, "False", s_onLoopback));
        Expect(Outcome.Failed, Server.Ready().Set(DnsClientClass.RegisterThisConnectionsAddress, "true", s_onLoopback));
    }

    [Fact]
    public void Is_unknown_when_the_class_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(DnsClientClass.Class, CimStore.None, FailureKind.InvalidClass));

    [Fact]
    public void Does_not_apply_when_the_built_in_loopback_holds_the_vip() =>
        Expect(Outcome.NotApplicable, Exposed().Move(Server.Vip, Server.BuiltIn));

    [Fact]
    public void Does_not_apply_without_a_loopback() => Assert.Contains("A01", Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback()).Reason);

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Exposed(), Server.Service().Environment(DsrEnvironment.GcpAgent));

    private static Server Registering() => Server.Ready().Set(DnsClientClass.RegisterThisConnectionsAddress, true, s_onLoopback);

    private static Server WithVipAsSource() => Server.Ready().Set(NetIPAddressClass.SkipAsSource, false, s_vip);

    private static Server Exposed() => WithVipAsSource().Set(DnsClientClass.RegisterThisConnectionsAddress, true, s_onLoopback);
}
