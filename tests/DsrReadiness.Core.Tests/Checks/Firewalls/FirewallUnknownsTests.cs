using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Readings and values that are not there, or are not what they should be.</summary>
public sealed class FirewallUnknownsTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    /// <summary>Values that some property of some class may not expect.</summary>
    private static readonly object?[] s_values =
    [
        null, true, -1L, 0L, 3L, long.MaxValue, ulong.MaxValue, 1.5, "", "banana", "\0", "-", "/", "10.0.0.0/", "Any", "NotConfigured",
        System.Array.Empty<object>(), new object?[] { null }, new object?[] { "", "443", 7L }, new object?[] { new object?[] { "443" } },
    ];

    public static TheoryData<string> Readings() =>
        new(FirewallRules.Classes.Append(NetFirewallProfileClass.Class).Append(NetConnectionProfileClass.Class).Select(each => each.Name));

    [Theory]
    [MemberData(nameof(Readings))]
    public void Is_unknown_when_a_class_could_not_be_read_and_names_it(string name)
    {
        CimClass @class = CimClasses.Find(name)!;
        CheckResult result = Expect(
            Outcome.Unknown, Server.Ready().Fail(@class, @class.HasStores ? CimStore.Active : CimStore.None, FailureKind.AccessDenied));
        Assert.StartsWith(name, result.Reason);
        Assert.Equal("Collect again from an elevated session.", result.Recommendation);
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Is_unknown_when_a_class_was_not_collected(string name)
    {
        CimClass @class = CimClasses.Find(name)!;
        Expect(Outcome.Unknown, Server.Ready().NotCollected(@class, @class.HasStores ? CimStore.Active : CimStore.None));
    }

    [Fact]
    public void Rules_that_could_not_be_read_do_not_matter_where_the_firewall_is_off() => Expect(
        Outcome.Passed,
        Server.Ready().Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False)
            .Fail(NetFirewallRuleClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Theory]
    [InlineData("Enabled", false, Outcome.Passed)]
    [InlineData("Enabled", true, Outcome.Unknown)]
    [InlineData("DisabledInterfaceAliases", false, Outcome.Passed)]
    [InlineData("DisabledInterfaceAliases", true, Outcome.Unknown)]
    [InlineData("DefaultInboundAction", false, Outcome.Passed)]
    [InlineData("DefaultInboundAction", true, Outcome.Unknown)]
    [InlineData("AllowInboundRules", false, Outcome.Unknown)]
    [InlineData("AllowInboundRules", true, Outcome.Failed)]
    public void A_setting_that_cannot_be_read_matters_only_if_the_answer_hangs_on_it(string property, bool withoutRules, Outcome outcome)
    {
        Server server = Server.Ready().Without(NetFirewallProfileClass.Class.Find(property)!);
        CheckResult result = Expect(outcome, withoutRules ? server.NoRules() : server);
        if (outcome == Outcome.Unknown)
            Assert.Contains(property + " of the Domain profile of Ethernet is not collected", result.Reason);
    }

    [Theory]
    [InlineData("Enabled")]
    [InlineData("AllowInboundRules")]
    [InlineData("DefaultInboundAction")]
    public void Not_configured_says_nothing(string property)
    {
        object notConfigured = property == "DefaultInboundAction" ? FirewallAction.NotConfigured : GpoBoolean.NotConfigured;
        Server server = Server.Ready().Profile(NetFirewallProfileClass.Class.Find(property)!, notConfigured);
        Expect(Outcome.Unknown, property == "AllowInboundRules" ? server : server.NoRules());
    }

    [Fact]
    public void Is_unknown_without_the_profile_s_row() =>
        Expect(Outcome.Unknown, Server.Ready().Remove(NetFirewallProfileClass.Class, (NetFirewallProfileClass.Name, "Domain")));

    [Theory]
    [InlineData(3)]
    [InlineData(null)]
    [InlineData("banana")]
    public void Is_unknown_when_the_category_is_none(object? category) =>
        Expect(Outcome.Unknown, Server.Ready().Set(NetConnectionProfileClass.NetworkCategory, category));

    /// <summary>An error of ours would be told as such by the runner; no value may bring one about.</summary>
    [Theory]
    [MemberData(nameof(Readings))]
    public void No_value_of_any_property_makes_a_check_throw(string name)
    {
        var catalogue = new Catalogue(new InboundTrafficIsAllowedCheck(), new AllowedInLoopbackCategoryTooCheck(), new FirewallIsOnCheck());
        var runner = new CheckRunner(catalogue);
        DsrService service = Server.Service().DualStack().Probe("icmp/192.168.11.50");
        Server server = Server.Ready();
        CimClass @class = CimClasses.Find(name)!;
        List<Dictionary<CimProperty, object?>> rows = server.Rows(@class, @class.HasStores ? CimStore.Active : CimStore.None);
        foreach (CimProperty property in @class.Properties)
        {
            object?[] before = rows.Select(row => row.GetValueOrDefault(property)).ToArray();
            foreach (object? value in s_values)
            {
                rows.ForEach(row => row[property] = value);
                Assert.All(
                    runner.Run(server.Build(), service).Results,
                    result => Assert.False(result.Recommendation?.Contains("This is a bug") == true, $"{property} = {value}: {result.Reason}"));
            }

            for (int i = 0; i < rows.Count; i++)
                rows[i][property] = before[i];
        }
    }
}
