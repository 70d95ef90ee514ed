using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Verdicts;

/// <summary>What is to be done with a recommendation, and the commands of several that are folded into one result.</summary>
public sealed class AdviceTests
{
    [Fact]
    public void Words_alone_are_for_the_hand()
    {
        Assert.Equal(AdviceKind.Hand, ((Advice)"Look at it.").Kind);
        Assert.Equal(AdviceKind.Hand, Advice.Run("Look at it.", []).Kind);
        Assert.Null(Advice.Run("Look at it.", string.Empty).Command);
        Assert.Equal(AdviceKind.Hand, Advice.Show("Look at it.", "Get-NetRoute").Kind);
    }

    [Fact]
    public void What_waits_for_a_person_is_a_choice()
    {
        Advice advice = Advice.Run("Do it.", "Get-NetRoute").Once("See to it.");
        Assert.Equal((AdviceKind.Choice, "See to it. Do it.", "Get-NetRoute"), (advice.Kind, advice.Words, advice.Command));
        Assert.Equal(AdviceKind.Hand, ((Advice)"Do it.").Once("See to it.").Kind);
    }

    [Fact]
    public void Lines_of_several_stand_in_their_order_and_once()
    {
        Advice one = Advice.Run("Allow it.", "make a rule", "switch Domain on");
        Advice both = one.With([Advice.Run("Allow it.", "make a rule", "switch Public on")]);
        Assert.Equal("make a rule\nswitch Domain on\nswitch Public on", both.Command);
        Assert.Same(one, one.With([one, Advice.Run("Allow it.", "make a rule")]));
    }

    [Fact]
    public void The_commands_of_a_result_are_for_everything_that_is_wrong()
    {
        CheckResult result = Ask(Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
        Assert.Equal(
            ["Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv4 -WeakHostReceive Enabled", "Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv6 -WeakHostReceive Enabled"],
            result.Command!.Split('\n'));
        Assert.Equal("Set WeakHostReceive (IPv4) of Ethernet to Enabled. The other commands are for the other failures in the details.", result.Recommendation);
        Assert.Equal(AdviceKind.Command, result.AdviceKind);
    }

    [Fact]
    public void They_are_not_for_what_is_as_it_should_be()
    {
        CheckResult result = Ask(Server.Ready().SetIn(
            CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet), Server.In(NetIPInterfaceClass.Class, IPFamily.IPv6)));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv6 -WeakHostReceive Enabled", result.Command);
        Assert.Equal("Set WeakHostReceive (IPv6) of Ethernet to Enabled.", result.Recommendation);
    }

    private static CheckResult Ask(Server server) =>
        Assert.Single(new CheckRunner(new Catalogue(Catalogue.All.Checks.Single(check => check.Info.Id == "M01"))).Run(server.Build(), Server.Service().DualStack()).Results);
}
