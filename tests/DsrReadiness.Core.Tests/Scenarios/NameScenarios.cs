using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>Names and descriptions are translated, changed by people, and anything at all; no check goes by one.</summary>
public sealed class NameScenarios : ScenarioTest
{
    public static TheoryData<string> HostileNames => new(
        "<script>alert(1)</script><!-- ]]>",
        "\"; Remove-Item C:\\ -Recurse #",
        "'$(Stop-Computer)`n'",
        "a\u001b[31mb\r\nH02 Passed\0c\u202Ed",
        "{0} {1:X} {",
        "%s%n%PATH%",
        "\ud800",
        "Loopback",
        "*MSLOOP",
        new string('x', 100_000));

    [Theory]
    [InlineData("Подключение по локальной сети", "Адаптер Microsoft замыкания на себя для тестирования KM-TEST")]
    [InlineData("Ethernet-Verbindung 2", "Microsoft KM-TEST Loopbackadapter")]
    [InlineData("以太网 2", "Microsoft KM-TEST 环回适配器")]
    public void A_localised_server_is_judged_as_any_other(string alias, string description)
    {
        Server server = Server.Ready().Rename(Server.Loopback, alias).Describe(Server.Loopback, description)
            .Rename(Server.Ethernet, alias + " 1").Rename(Server.BuiltIn, description);
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server, Server.Service().DualStack()));
        Assert.Equal((alias, alias + " 1"), (results["A03"].Subject, results["M01"].Subject));
        ExpectPassedBut(Judge(server, Server.Service().Interface(alias + " 1")));
        ExpectAsReady(server, Server.Service().DualStack());
    }

    [Fact]
    public void Adapters_that_were_given_each_others_names_are_not_mixed_up()
    {
        Server server = Server.Ready().Rename(Server.Loopback, "net").Rename(Server.Ethernet, "Loopback Pseudo-Interface 1").Rename(Server.BuiltIn, "Ethernet");
        IReadOnlyDictionary<string, CheckResult> results = ExpectPassedBut(Judge(server));
        Assert.Equal(("Loopback Pseudo-Interface 1", "net"), (results["H02"].Subject, results["M02"].Subject));
        ExpectAsReady(server, Server.Service().DualStack());
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_name_changes_no_result_and_is_in_no_command(string name)
    {
        ExpectAsReady(Server.Ready().Rename(Server.Loopback, "net").Rename(Server.Ethernet, name).Describe(Server.Ethernet, name), Server.Service().DualStack());
        ExpectAsReady(Server.Ready().Rename(Server.Loopback, name).Describe(Server.Loopback, name), Server.Service().DualStack());
        ExpectPassedBut(Judge(Server.Ready().Rename(Server.Ethernet, name), Server.Service().Interface(name)), "H02", "H01", "M01");

        IReadOnlyDictionary<string, CheckResult> results = Judge(Broken().Rename(Server.Ethernet, name).Rename(Server.Loopback, name));
        Expect(Outcome.Failed, results, "A03", "A08", "M01", "M02");
        Assert.All(results.Values, result => Assert.DoesNotContain(name, CommandsOf(result), StringComparison.Ordinal));
        Assert.Contains(name, results["M01"].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_name_among_candidates_is_in_no_command(string name)
    {
        Server server = Server.Ready().AddNic(9, name, "192.168.11.12", 24);
        CheckResult result = Expect(Outcome.Unknown, Judge(server), "H02")["H02"];
        Assert.Contains(name, result.Reason, StringComparison.Ordinal);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
    }

    private static Server Broken() => Server.Ready()
        .Set(NetAdapterClass.InterfaceOperationalStatus, InterfaceStatus.Down, Server.On(NetAdapterClass.Class, Server.Loopback))
        .SetIn(CimStore.Active, NetIPInterfaceClass.Dhcp, Toggle.Enabled)
        .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled)
        .SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, Toggle.Disabled);

    /// <summary>What a person might paste into a shell.</summary>
    private static string CommandsOf(CheckResult result) => result.Command ?? string.Empty;
}
