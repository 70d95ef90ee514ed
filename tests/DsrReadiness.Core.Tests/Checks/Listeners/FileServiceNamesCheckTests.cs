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

    /// <summary>Of Multichannel nothing is read: with names in order, that it is unknown is what is left, and no more than a warning.</summary>
    [Theory]
    [InlineData("1", null, Outcome.Passed)]
    [InlineData("0", null, Outcome.Failed)]
    [InlineData("0", "FILES", Outcome.Passed)]
    [InlineData(null, "FILES", Outcome.Passed)]
    [InlineData(null, " ", Outcome.Failed)]
    public void Looks_at_strict_name_checking_and_at_other_names(string? strict, string? names, Outcome outcome)
    {
        Server server = Server.Ready();
        if (strict is not null)
            server.Registry(RegistryNames.DisableStrictNameChecking, RegistryType.Number, strict);
        if (names is not null)
            server.Registry(RegistryNames.OptionalNames, RegistryType.Texts, names);
        Assert.Equal(outcome, Ask(server, Server.Service().Ports("tcp/139")).Outcome);
        CheckResult result = Ask(server, Files);
        Assert.Equal(outcome == Outcome.Failed ? Outcome.Failed : Outcome.Unknown, result.Outcome);
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.Contains(result.Details, detail => detail.Contains("Multichannel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tcp/443")]
    [InlineData("udp/445")]
    [InlineData("tcp/137")]
    public void Does_not_apply_to_other_services(string port) => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports(port));

    [Fact]
    public void Is_unknown_where_the_registry_was_not_asked() => Expect(
        Outcome.Unknown, Server.Ready().Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "OptionalNames")), Server.Service().Ports("tcp/139"));
}
