using System;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class FileServiceNamesCheckTests() : CheckTest(new FileServiceNamesCheck())
{
    private static ServiceBuilder Files => Server.Service().Ports("tcp/445");

    [Fact]
    public void Warns_where_the_file_server_answers_for_its_own_name_alone()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Files);
        Assert.Equal((Severity.Warning, "names"), (result.Severity, result.Subject));
        Assert.Equal("Set-SmbServerConfiguration -EnableStrictNameChecking $false -Confirm:$false", result.Command);
        Assert.True(Pasteable.IsCommand(result.Command!));
        Assert.DoesNotContain("LoopbackCheck", string.Concat(result.Details) + result.Recommendation, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("1", null, Outcome.Passed)]
    [InlineData("0", null, Outcome.Failed)]
    [InlineData("0", "FILES", Outcome.Passed)]
    [InlineData(null, "FILES", Outcome.Passed)]
    [InlineData(null, " ", Outcome.Failed)]
    public void Looks_at_strict_name_checking_in_the_registry_where_the_file_server_does_not_tell(string? strict, string? names, Outcome outcome)
    {
        Server server = Server.Ready().Set(SmbServerConfigurationClass.EnableStrictNameChecking, null);
        if (strict is not null)
            server.Registry(RegistryNames.DisableStrictNameChecking, RegistryType.Number, strict);
        if (names is not null)
            server.Registry(RegistryNames.OptionalNames, RegistryType.Texts, names);
        Assert.Equal(outcome, Ask(server, Server.Service().Ports("tcp/139")).Outcome);
    }

    [Theory]
    [InlineData(false, "0", Outcome.Passed)]
    [InlineData(true, "1", Outcome.Failed)]
    public void What_the_file_server_tells_of_itself_goes_before_the_registry(bool isStrict, string disabled, Outcome outcome) => Expect(
        outcome,
        Server.Ready().Set(SmbServerConfigurationClass.EnableStrictNameChecking, isStrict).Registry(RegistryNames.DisableStrictNameChecking, RegistryType.Number, disabled),
        Server.Service().Ports("tcp/139"));

    [Fact]
    public void Warns_of_Multichannel_which_tells_clients_of_other_addresses()
    {
        CheckResult result = Expect(Outcome.Failed, Named(), Files);
        Assert.Equal((Severity.Warning, "SMB Multichannel"), (result.Severity, result.Subject));
        Assert.Contains("tells every client of the VIP 192.168.11.11, and clients go on with", result.Reason, StringComparison.Ordinal);
        Assert.Equal("Set-SmbServerConfiguration -EnableMultiChannel $false -Confirm:$false", result.Command);
        Assert.Contains("the addresses of all its interfaces", Expect(Outcome.Failed, Named().NotCollected(SmbServerNetworkInterfaceClass.Class), Files).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_where_Multichannel_is_off_or_has_the_VIP_alone_to_tell_of()
    {
        Expect(Outcome.Passed, Named().Set(SmbServerConfigurationClass.EnableMultiChannel, false), Files);
        Expect(Outcome.Passed, Named().Set(SmbServerNetworkInterfaceClass.IpAddress, Server.Vip), Files);
        Expect(Outcome.Passed, Named().Set(SmbServerNetworkInterfaceClass.IpAddress, "fe80::1"), Files);
        Expect(Outcome.Passed, Named(), Server.Service().Ports("tcp/139")); // Multichannel is a matter of SMB 3, and of port 445.
    }

    [Fact]
    public void Is_unknown_where_nobody_asked_the_file_server()
    {
        Assert.Contains("collector", Expect(Outcome.Unknown, Named().NotCollected(SmbServerConfigurationClass.Class), Files).Recommendation, StringComparison.Ordinal);
        Expect(Outcome.Unknown, Named().Fail(SmbServerConfigurationClass.Class, CimStore.None, FailureKind.AccessDenied), Files);
        Expect(Outcome.Unknown, Named().Set(SmbServerConfigurationClass.EnableMultiChannel, null), Files);
        Server without = Named();
        without.Rows(SmbServerConfigurationClass.Class).Clear();
        Expect(Outcome.Unknown, without, Files);
    }

    [Theory]
    [InlineData("tcp/443")]
    [InlineData("udp/445")]
    [InlineData("tcp/137")]
    public void Does_not_apply_to_other_services(string port) => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports(port));

    [Fact]
    public void Is_unknown_where_the_registry_was_not_asked() => Expect(
        Outcome.Unknown, Server.Ready().Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "OptionalNames")), Server.Service().Ports("tcp/139"));

    private static Server Named() => Server.Ready().Registry(RegistryNames.OptionalNames, RegistryType.Texts, "FILES");
}
