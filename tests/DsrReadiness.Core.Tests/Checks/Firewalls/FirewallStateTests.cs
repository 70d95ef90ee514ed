using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class FirewallStateTests
{
    [Theory]
    [InlineData("NotConfigured", false)]
    [InlineData("Ethernet", null)]
    [InlineData("NotConfigured|Ethernet", null)]
    public void An_interface_without_a_known_alias_may_be_the_one_that_is_left_out(string aliases, bool? isOff)
    {
        Snapshot snapshot = Server.Ready().Profile(NetFirewallProfileClass.DisabledInterfaceAliases, aliases.Split('|')).Build();
        var on = new HostInterface(Server.Ethernet, HostInterface.NameWithoutAlias(Server.Ethernet), InterfaceKind.Answering, null);
        Assert.True(FirewallState.Of(snapshot, on).TryGet(out FirewallState? state, out _));
        Assert.Equal(isOff, state.IsOff);
        Assert.Contains("leaves interfaces out by their aliases", state.WhyNotKnownWhetherOff().Reason);
    }
}
