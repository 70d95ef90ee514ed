using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>What Windows says of a rule as a whole: whether it is in force, and for what else than traffic it is limited.</summary>
public sealed class RuleForceTests : RuleMatchTest
{
    [Theory]
    [InlineData(null, nameof(Match.Yes))]
    [InlineData(new long[0], nameof(Match.Yes))]
    [InlineData(new long[] { 0 }, nameof(Match.Yes))]
    [InlineData(new long[] { 1 }, nameof(Match.Yes))]
    [InlineData(new long[] { 2, 5, 1 }, nameof(Match.Yes))] // as captured from a server of Windows Server 2022's level
    [InlineData(new long[] { 16, 1 }, nameof(Match.Yes))]
    [InlineData(new long[] { 2 }, nameof(Match.Yes))]
    [InlineData(new long[] { 5, 5 }, nameof(Match.Yes))]
    [InlineData(new long[] { 15 }, nameof(Match.Beside))]
    [InlineData(new long[] { 4, 7 }, nameof(Match.Beside))]
    [InlineData(new long[] { 24 }, nameof(Match.Beside))]
    [InlineData(new long[] { 16, 5 }, nameof(Match.Unknown))]
    [InlineData(new long[] { 3 }, nameof(Match.Unknown))]
    [InlineData(new long[] { 19, 4 }, nameof(Match.Unknown))]
    [InlineData(new long[] { 25 }, nameof(Match.Unknown))]
    [InlineData(new long[] { 26 }, nameof(Match.Part))]
    [InlineData(new long[] { 0, 4 }, nameof(Match.Part))]
    public void Enforcement(long[]? status, string match) => Both(match, NetFirewallRuleClass.EnforcementStatus, status is null ? null : System.Array.ConvertAll(status, each => (object?)each));

    [Fact]
    public void Enforcement_in_the_words_of_the_cmdlets()
    {
        Both(nameof(Match.Yes), NetFirewallRuleClass.EnforcementStatus, new[] { "DisabledInProfile", "ProfileInactive", "Enforced" });
        Both(nameof(Match.Yes), NetFirewallRuleClass.EnforcementStatus, "NotApplicable");
        Both(nameof(Match.Unknown), NetFirewallRuleClass.EnforcementStatus, "banana");
    }

    [Theory]
    [InlineData(new string[0], nameof(Match.Yes))]
    [InlineData(new[] { "10.0" }, nameof(Match.Yes))]
    [InlineData(new[] { "6.2+" }, nameof(Match.Yes))]
    [InlineData(new[] { "6.3", "10.0+" }, nameof(Match.Yes))]
    [InlineData(new[] { "6.3" }, nameof(Match.Beside))]
    [InlineData(new[] { "10.1+" }, nameof(Match.Beside))]
    [InlineData(new[] { "ten" }, nameof(Match.Part))]
    public void Platforms(string[] platforms, string match) => Both(match, NetFirewallRuleClass.Platforms, platforms);

    [Fact]
    public void Platforms_of_a_release_that_is_not_known() =>
        Assert.All(
            [Server.Ready().NotCollected(OperatingSystemClass.Class), Server.Ready().Remove(OperatingSystemClass.Class)],
            server => Assert.Equal(nameof(Match.Unknown), Ask(server.NoRules().Rule("r", (NetFirewallRuleClass.Platforms, new[] { "10.0" })))));

    [Fact]
    public void Limits_of_younger_releases()
    {
        Both(nameof(Match.Part), NetFirewallRuleClass.RemoteDynamicKeywordAddresses, new[] { "{6F2A1C55-0000-4000-8000-000000000001}" });
        Both(nameof(Match.Yes), NetFirewallRuleClass.RemoteDynamicKeywordAddresses, System.Array.Empty<string>());
        Both(nameof(Match.Unknown), NetFirewallRuleClass.RemoteDynamicKeywordAddresses, true);
        foreach (CimProperty property in new[] { NetFirewallRuleClass.PolicyAppId, NetFirewallRuleClass.PackageFamilyName })
        {
            Both(nameof(Match.Part), property, "Contoso.App_8wekyb3d8bbwe");
            Both(nameof(Match.Yes), property, null);
            Both(nameof(Match.Unknown), property, true);
        }
    }

    /// <summary>The rules that other tests make have none of these: as in older snapshots and on older releases.</summary>
    [Fact]
    public void What_is_not_there_limits_nothing() => Assert.Equal(nameof(Match.Yes), Ask(Server.Ready().NoRules().Rule("r")));

    private static void Both(string match, CimProperty property, object? value)
    {
        Server With(Server server)
        {
            server.Rows(NetFirewallRuleClass.Class, CimStore.Active).ForEach(row => row[property] = value is string[] texts ? System.Array.ConvertAll(texts, each => (object?)each) : value);
            return server;
        }

        Assert.Equal(match, Ask(With(Server.Ready().NoRules().Rule("r"))));
        Assert.Equal(match, Ask(With(Server.Ready().NoRules().Block("r")), role: FirewallAction.Block));
    }
}
