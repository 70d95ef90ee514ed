using System;
using System.Net;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Commands.Tests.Commands;

public sealed class InterfaceGuardTests
{
    [Theory]
    [InlineData("Ethernet")]
    [InlineData("ETHERNET")]
    [InlineData("7")]
    [InlineData("Loopback")]
    [InlineData(null)]
    public void An_interface_that_exists_is_for_the_checks_to_judge(string? given) => Check(given, Some.Snapshot());

    [Theory]
    [InlineData("Ethernet 2")]
    [InlineData("07")]
    [InlineData("99")]
    public void One_that_does_not_is_an_error_that_says_which_do(string given)
    {
        var e = Assert.Throws<FailureException>(() => Check(given, Some.Snapshot()));

        Assert.Equal(nameof(Failures.InterfaceNotFound), e.Failure.Id);
        Assert.Contains($"no interface '{given}'; it has: 'Ethernet' (7).", e.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_for_the_checks_to_say() => Check("Ethernet", new Snapshot("WEB01", DateTimeOffset.UnixEpoch, "tests", []));

    private static void Check(string? given, Snapshot snapshot) => InterfaceGuard.Check(
        ServerConnector.Snapshot(snapshot), snapshot, new DsrService([IPAddress.Parse(Some.Vip)], trafficInterface: given));
}
