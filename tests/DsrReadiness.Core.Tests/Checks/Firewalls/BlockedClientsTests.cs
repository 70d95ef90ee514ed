using System.Linq;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Block rules that leave out the balancer, as they are left over from balancing by NAT, or a part of the clients: for W01 and for the path.</summary>
public sealed class BlockedClientsTests() : CheckTest(new InboundTrafficIsAllowedCheck())
{
    private const string ButBalancer = "0.0.0.0-192.168.11.4|192.168.11.6-255.255.255.255";

    [Theory]
    [InlineData(ButBalancer, null)]
    [InlineData("1.0.0.0-192.168.11.4|192.168.11.6-223.255.255.255", null)]
    [InlineData("0.0.0.0-192.168.11.4|192.168.11.6-192.168.11.10|192.168.11.12-255.255.255.255", null)] // nor is the server itself a client
    [InlineData(ButBalancer, "192.168.11.0/24")]
    [InlineData("192.168.11.6-192.168.11.255|192.168.11.0-192.168.11.4", "192.168.11.0/24")]
    [InlineData("192.168.11.4|192.168.11.6/31", "192.168.11.4/30")]
    [InlineData("192.168.11.4", "192.168.11.4/31")]
    public void A_block_rule_for_all_but_the_balancer_and_the_server_is_one_for_all_clients(string remote, string? clients)
    {
        DsrService service = Service(clients);
        CheckResult result = Expect(Outcome.Failed, Blocked(remote), service);
        Assert.Equal(Severity.Error, result.Severity);
        Assert.StartsWith("Rule 'b0' (b0) blocks tcp/443 to 192.168.11.50", result.Reason);
        Assert.EndsWith("What it leaves out are addresses of balancers or of this server: no client has them, and packets come with the client's address.", result.Reason);
        Assert.Equal(HopOutcome.Dropped, HopOf(Blocked(remote), service).Outcome);
    }

    [Fact]
    public void Two_block_rules_may_do_that_together()
    {
        string reason = Expect(Outcome.Failed, Blocked("1.0.0.0-192.168.11.4", "192.168.11.6-223.255.255.255"), Service(null)).Reason;
        Assert.StartsWith("Rules 'b0' (b0), 'b1' (b1) together block tcp/443", reason);
        Assert.Contains("What they leave out are addresses of balancers", reason);
    }

    [Fact]
    public void A_block_rule_that_leaves_nobody_out_is_not_said_to_do_so() =>
        Assert.EndsWith("no allow rule goes before that.", Expect(Outcome.Failed, Blocked("Any"), Service(null)).Reason);

    [Fact]
    public void The_balancers_are_those_of_the_service_and_they_probe()
    {
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, Blocked(ButBalancer), Server.Service().Balancers("192.168.11.6")).Severity);
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, Blocked(ButBalancer), Server.Service().Balancers()).Severity);
        Server server = Blocked("192.168.11.5");
        Assert.Equal(Severity.Error, Expect(Outcome.Failed, server, Server.Service().Probe("tcp/192.168.11.50:443")).Severity);
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Theory]
    [InlineData(null, "1.0.0.0-126.255.255.255", true)]
    [InlineData(null, "1.0.0.0-110.255.255.255", false)]
    [InlineData(null, "1.0.0.0-60.255.255.255|128.0.0.0-191.255.255.255|20.0.0.0-60.255.255.255", true)]
    [InlineData(null, "10.0.0.0/8|172.16.0.0/12|192.168.0.0/16", false)]
    [InlineData(null, "0.0.0.0/8|224.0.0.0-255.255.255.255|127.0.0.0/8", false)]
    [InlineData("10.1.0.0/16", "10.0.0.0-10.1.127.255", true)]
    [InlineData("10.1.0.0/16", "10.1.0.0-10.1.127.254", false)]
    public void Block_rules_for_half_of_all_clients_are_warned_of(string? clients, string remote, bool isHalf)
    {
        CheckResult result = Expect(isHalf ? Outcome.Failed : Outcome.Passed, Blocked("9.9.9.9", remote), Service(clients));
        string clause = isHalf ? "At least half of the addresses that clients may have are blocked: 'b1' (b1) is limited to the remote addresses " : " A part of it may be blocked: ";
        if (isHalf || clients is null)
            Assert.Contains(clause, result.Reason);
        if (!isHalf)
            return;
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.StartsWith("If clients with these addresses are to be served, switch the block rule off or narrow it", result.Recommendation);
    }

    [Fact]
    public void Half_of_the_clients_on_a_part_of_the_ports_is_warned_of_as_well()
    {
        Server server = Server.Ready().NoRules().Rule("a").Block("b", (NetProtocolPortFilterClass.LocalPort, new[] { "444" }), (NetAddressFilterClass.RemoteAddress, new[] { "0.0.0.0/1" }));
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server, Server.Service().Ports("tcp/443-445")).Severity);
    }

    [Fact]
    public void Half_of_the_clients_of_IPv6_are_half_of_the_internet()
    {
        CheckResult Of(string remote) => Ask(Blocked(remote), Server.Service().Vips(Server.Vip6));
        Assert.Equal((Outcome.Failed, Severity.Warning), (Of("2000::/4").Outcome, Of("2000::/4").Severity));
        Assert.Equal(Outcome.Passed, Of("2000::/5").Outcome);
    }

    /// <summary>The path follows a client, which neither a balancer nor the server itself is.</summary>
    [Theory]
    [InlineData("192.168.11.4/30", "192.168.11.6")]
    [InlineData("192.168.11.4/31", "192.168.11.4")]
    [InlineData("192.168.11.10/30", "192.168.11.9")]
    [InlineData("192.168.11.5/32", "192.168.11.5")]
    public void The_path_follows_a_client(string clients, string client) =>
        Assert.Equal(client, PathTracer.Trace(Server.Ready().Build(), Service(clients))[0].Packet.Client.ToString());

    private static DsrService Service(string? clients) => clients is null ? Server.Service() : Server.Service().Clients(clients);

    private static Server Blocked(params string[] remotes)
    {
        Server server = Server.Ready();
        for (int i = 0; i < remotes.Length; i++)
            server.Block("b" + i, (NetAddressFilterClass.RemoteAddress, remotes[i].Split('|')));
        return server;
    }

    private static Hop HopOf(Server server, DsrService service) => PathTracer.Trace(server.Build(), service)[0].Hops.Single(each => each.Kind == HopKind.Firewall);
}
