using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class ClusterOrNlbDoesNotOwnVipCheckTests() : CheckTest(new ClusterOrNlbDoesNotOwnVipCheck())
{
    [Fact]
    public void Passes_in_no_cluster_and_without_network_load_balancing() => Assert.Equal(2, Expect(Outcome.Passed, Server.Ready()).Details.Count);

    [Theory]
    [InlineData("IP Address 192.168.11.50", "IP Address")]
    [InlineData("vip (192.168.11.50)", "ip address")]
    public void Warns_when_a_cluster_resource_is_for_the_vip(string name, string type)
    {
        CheckResult result = Expect(Outcome.Failed, Clustered((name, type)));
        Assert.Equal((Severity.Warning, Server.Vip, "no cluster resource"), (result.Severity, result.Subject, result.Expected));
    }

    [Theory]
    [InlineData("IP Address 192.168.11.51", "IP Address")]
    [InlineData("IP Address 192.168.11.50", "Network Name")]
    [InlineData("IPv6 Address 2001:db8:11::50", "IPv6 Address")]
    public void Passes_when_a_resource_is_for_something_else(string name, string type) => Expect(Outcome.Passed, Clustered((name, type)));

    [Fact]
    public void Judges_an_ipv6_vip_too() => Expect(
        Outcome.Failed, Clustered(("IPv6 Address 2001:db8:11:0::50", "IPv6 Address")), Server.Service().DualStack());

    [Theory]
    [InlineData("Cluster IP Address", "IP Address")]
    [InlineData("Anything", null)]
    public void Is_unknown_when_a_resource_does_not_show_its_address(string name, string? type) => Expect(Outcome.Unknown, Clustered((name, type)));

    [Theory]
    [InlineData(true, Outcome.Failed)]
    [InlineData(false, Outcome.Passed)]
    [InlineData(null, Outcome.Unknown)]
    public void Judges_the_binding_of_network_load_balancing_to_the_traffic_interface(bool? isBound, Outcome outcome)
    {
        Expect(outcome, Nlb("Ethernet", isBound));
        Expect(Outcome.Passed, Nlb("Loopback", isBound));
    }

    [Fact]
    public void Does_not_apply_in_a_cluster_that_is_to_have_the_vip() => Expect(
        Outcome.NotApplicable, Clustered(("IP Address 192.168.11.50", "IP Address")), Server.Service().Environment(DsrEnvironment.Cluster));

    [Theory]
    [InlineData(0, Outcome.Passed)]
    [InlineData(1, Outcome.Failed)]
    [InlineData(3, Outcome.Failed)]
    [InlineData(null, Outcome.Unknown)]
    public void Warns_when_the_cluster_uses_the_loopback_as_a_network(int? role, Outcome outcome)
    {
        CheckResult result = Expect(outcome, Networks(role));
        Assert.True(outcome == Outcome.Passed || result.Subject == "Loopback", result.Subject);
        Expect(Outcome.Passed, Networks(role).Set(ClusterInterfaceClass.AdapterId, "{00000000-0000-0000-0000-000000000099}"));
        Expect(Outcome.Unknown, Networks(role).Set(ClusterInterfaceClass.Network, "Another"));
    }

    [Fact]
    public void Is_unknown_in_a_cluster_whose_networks_could_not_be_read()
    {
        Expect(Outcome.Unknown, Networks(0).Fail(ClusterNetworkClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Networks(0).Fail(ClusterInterfaceClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Networks(0).Set(ClusterInterfaceClass.Network, null));
        Expect(Outcome.Passed, Server.Ready().Fail(ClusterNetworkClass.Class, CimStore.None, FailureKind.AccessDenied)); // in no cluster nobody asks
    }

    [Fact]
    public void Is_unknown_when_a_class_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(ClusterResourceClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterBindingClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Passed, Server.Ready().Fail(ClusterResourceClass.Class, CimStore.None, FailureKind.InvalidClass));
    }

    private static Server Networks(int? role)
    {
        Server server = Clustered(("IP Address 192.168.11.51", "IP Address"));
        object guid = server.Rows(NetAdapterClass.Class).Find(row => Equals(row[NetAdapterClass.InterfaceIndex], (long)Server.Loopback))![NetAdapterClass.InterfaceGuid]!;
        return server
            .Add(ClusterInterfaceClass.Class, CimStore.None, (ClusterInterfaceClass.AdapterId, ((string)guid).ToLowerInvariant().Trim('{', '}')), (ClusterInterfaceClass.Network, "Cluster Network 2"))
            .Add(ClusterNetworkClass.Class, CimStore.None, (ClusterNetworkClass.Name, "Cluster Network 2"), (ClusterNetworkClass.Role, role));
    }

    private static Server Clustered((string Name, string? Type) resource) => Server.Ready().Succeed(ClusterResourceClass.Class).Succeed(ClusterNetworkClass.Class).Succeed(ClusterInterfaceClass.Class).Add(
        ClusterResourceClass.Class, CimStore.None, (ClusterResourceClass.Name, resource.Name), (ClusterResourceClass.Type, resource.Type), (ClusterResourceClass.State, 2));

    private static Server Nlb(string alias, bool? isBound) => Server.Ready().Add(
        NetAdapterBindingClass.Class,
        CimStore.None,
        (NetAdapterBindingClass.Name, alias),
        (NetAdapterBindingClass.ComponentID, "MS_NLB"),
        (NetAdapterBindingClass.Enabled, isBound));
}
