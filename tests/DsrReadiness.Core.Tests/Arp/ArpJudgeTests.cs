using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Arp;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Neighbors;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Arp;

public sealed class ArpJudgeTests
{
    private const string BalancerMac = "00-00-5E-00-53-05";
    private const string OtherMac = "00-00-5E-00-01-0A";
    private static readonly IPAddress s_vip = IPAddress.Parse(Server.Vip);
    private static readonly IPAddress s_balancer = IPAddress.Parse(Server.Balancer);

    [Fact]
    public void The_named_balancer_alone_is_right()
    {
        ArpFinding finding = Judge(Witness(BalancerMac).AddNeighbor(Server.Balancer, "00005e005305"));
        Assert.Equal((ArpConclusion.Balancer, null), (finding.Conclusion, finding.Recommendation));
        ArpClaimant claimant = Assert.Single(finding.Claimants);
        Assert.Equal((BalancerMac, ArpClaimantKind.Balancer), (claimant.LinkLayerAddress, claimant.Kind));
        ArpSighting sighting = Assert.Single(claimant.Sightings);
        Assert.Equal(("jump01", "Ethernet", NeighborState.Reachable), (sighting.By, sighting.Interface, sighting.State));
    }

    [Fact]
    public void A_real_server_is_named_with_its_interface_and_what_explains_it()
    {
        ArpFinding finding = Judge(
            Witness("00:15:5d:00:00:02").Build("jump01"), WithMac(Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", Server.Vip, 24)).Build("web02"), WithMac(Server.Ready(), "00155D000003").Build("web03"));
        Assert.Equal(ArpConclusion.RealServer, finding.Conclusion);
        ArpClaimant claimant = Assert.Single(finding.Claimants);
        Assert.Equal(("web02", "Ethernet"), (Assert.Single(claimant.Owners).Server.Name, claimant.Owners[0].Interface));
        Assert.Equal("V03", Assert.Single(claimant.Explanation).Id);
        Assert.StartsWith("web02 on Ethernet (00-15-5D-00-00-02) answers for 192.168.11.50: jump01 has it in its neighbour table on Ethernet (Reachable).", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("V03: ", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(
            "On web02: Take the server out of service at the balancer, then remove the VIP there. Test-DsrReadiness has the commands. Then clear the entry where it was seen.",
            finding.Recommendation);
        Assert.Equal("Remove-NetNeighbor -IPAddress 192.168.11.50 -Confirm:$false", finding.Command);
    }

    /// <summary>The entry may be older than the repair.</summary>
    [Fact]
    public void A_real_server_whose_snapshot_explains_nothing_is_still_named()
    {
        ArpFinding finding = Judge(Witness(PoolOf.Mac2).Build("jump01"), WithMac(Server.Ready()).Build("web02"));
        Assert.Equal(ArpConclusion.RealServer, finding.Conclusion);
        Assert.Empty(Assert.Single(finding.Claimants).Explanation);
        Assert.Contains("shows nothing that explains it", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("Take a new snapshot of web02", finding.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_server_beside_the_balancer_comes_first()
    {
        ArpFinding finding = Judge(
            Witness(BalancerMac).AddNeighbor(Server.Balancer, BalancerMac).Build("jump01"), Witness(PoolOf.Mac2).Build("jump02"), WithMac(Server.Ready()).Build("web02"));
        Assert.Equal(ArpConclusion.RealServer, finding.Conclusion);
        Assert.Equal([ArpClaimantKind.RealServer, ArpClaimantKind.Balancer], finding.Claimants.Select(each => each.Kind));
        Assert.Contains("one answer or the other", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_servers_of_one_address_are_both_named()
    {
        ArpFinding finding = Judge(Witness(PoolOf.Mac2).Build("jump01"), WithMac(Server.Ready()).Build("web02"), WithMac(Server.Ready()).Build("web03"));
        Assert.Equal(["web02", "web03"], Assert.Single(finding.Claimants).Owners.Select(owner => owner.Server.Name));
        Assert.StartsWith("web02 on Ethernet or web03 on Ethernet (", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_nobody_known_is_not_taken_for_the_balancers()
    {
        ArpFinding finding = Judge(Witness(OtherMac).AddNeighbor(Server.Balancer, BalancerMac));
        Assert.Equal(ArpConclusion.NoRealServer, finding.Conclusion);
        Assert.Contains("a virtual address as VRRP has it", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_of_whom_none_is_a_server()
    {
        Assert.Equal(ArpConclusion.SeveralClaimants, Judge(Witness(OtherMac).AddNeighbor(Server.Balancer, BalancerMac).AddNeighbor(Server.Vip, BalancerMac)).Conclusion);
        Assert.Equal(
            ArpConclusion.Balancer,
            Judge(Witness(OtherMac).AddNeighbor(Server.Balancer, BalancerMac).AddNeighbor(Server.Balancer, OtherMac).AddNeighbor(Server.Vip, BalancerMac)).Conclusion);
    }

    [Theory]
    [InlineData(NeighborState.Unreachable)]
    [InlineData(NeighborState.Incomplete)]
    public void Nobody_answers_where_somebody_asked_in_vain(NeighborState state)
    {
        ArpFinding finding = Judge(PoolOf.WithoutVip().AddNeighbor(Server.Vip, "00-00-00-00-00-00", state));
        Assert.Equal(ArpConclusion.NobodyAnswers, finding.Conclusion);
        Assert.Empty(finding.Claimants);
    }

    [Fact]
    public void Nothing_can_be_told_where_nobody_asked()
    {
        Assert.Equal(ArpConclusion.Undetermined, Judge(PoolOf.WithoutVip()).Conclusion);
        Assert.Contains("has asked for 192.168.11.50", Judge(PoolOf.WithoutVip()).Reason, StringComparison.Ordinal);
        Assert.Equal(ArpConclusion.Undetermined, new ArpJudge([], []).Judge(Service(), s_vip).Conclusion);
    }

    /// <summary>A permanent entry was written by somebody: it says nothing of who answers.</summary>
    [Fact]
    public void A_permanent_entry_is_no_answer()
    {
        ArpFinding finding = Judge(PoolOf.WithoutVip().AddNeighbor(Server.Vip, BalancerMac, NeighborState.Permanent));
        Assert.Equal(ArpConclusion.Undetermined, finding.Conclusion);
        Assert.Contains("jump01 has a permanent entry 00-00-5E-00-53-05", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_seen_is_never_right()
    {
        Server witness = Witness(BalancerMac).AddNeighbor(Server.Balancer, BalancerMac);
        Assert.Equal(ArpConclusion.Balancer, Judge(witness).Conclusion);
        ArpFinding noTable = Judge(witness.Build("jump01"), PoolOf.WithoutVip().Fail(NetNeighborClass.Class, CimStore.Active, FailureKind.AccessDenied).Build("web02"));
        ArpFinding noAdapters = Judge(witness.Build("jump01"), Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied).Build("web02"));
        foreach (ArpFinding finding in new[] { noTable, noAdapters })
        {
            Assert.Equal(ArpConclusion.Undetermined, finding.Conclusion);
            Assert.StartsWith("Of web02, ", Assert.Single(finding.Unknown), StringComparison.Ordinal);
        }

        ArpFinding unread = new ArpJudge([Member(witness.Build("jump01"))], [], ["web09"]).Judge(Service(), s_vip);
        Assert.Equal((ArpConclusion.Undetermined, "Of web09, nothing could be read."), (unread.Conclusion, Assert.Single(unread.Unknown)));
    }

    [Fact]
    public void Where_an_agent_keeps_the_vip_it_has_to_be_answered_for() => Assert.Equal(
        ArpConclusion.NotApplicable,
        new ArpJudge([Member(Witness(PoolOf.Mac2).Build("jump01")), Member(WithMac(Server.Ready()).Build("web02"))], [])
            .Judge(Server.Service().Environment(DsrEnvironment.Cluster), s_vip).Conclusion);

    [Fact]
    public void A_balancer_that_is_a_windows_computer_is_known_by_its_own_snapshot()
    {
        ArpFinding finding = Judge(
            Witness(PoolOf.Mac2).Build("jump01"), WithMac(PoolOf.WithoutVip().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", Server.Balancer, 24)).Build("lb01"));
        Assert.Equal(ArpConclusion.Balancer, finding.Conclusion);
    }

    [Fact]
    public void Answers_count_as_entries_do()
    {
        ArpFinding balancer = Judge([Probe(s_vip, 3, (BalancerMac, 3)), Probe(s_balancer, 3, (BalancerMac, 3))]);
        Assert.Equal(ArpConclusion.Balancer, balancer.Conclusion);
        Assert.Contains("pc heard it on LAN 3 of 3 times", balancer.Reason, StringComparison.Ordinal);
        Assert.Equal(ArpConclusion.RealServer, Judge([Probe(s_vip, 3, (BalancerMac, 2), (PoolOf.Mac2, 1))], WithMac(Server.Ready()).Build("web02")).Conclusion);
        Assert.Equal(ArpConclusion.NobodyAnswers, Judge([Probe(s_vip, 3)]).Conclusion);
    }

    [Fact]
    public void What_could_not_be_asked_is_unknown()
    {
        ArpProbe failed = Probe(s_vip, 0) with { WhyNot = "pc could not ask" };
        Assert.Equal((ArpConclusion.Undetermined, "pc could not ask."), (Judge([failed]).Conclusion, Assert.Single(Judge([failed]).Unknown)));
        ArpFinding holder = Judge([Probe(s_vip, 0) with { HoldsAddress = true }]);
        Assert.Equal(ArpConclusion.Undetermined, holder.Conclusion);
        Assert.Empty(holder.Unknown);
    }

    private static Server Witness(string mac) => PoolOf.WithoutVip().AddNeighbor(Server.Vip, mac);

    private static Server WithMac(Server server, string mac = PoolOf.Mac2) =>
        server.Set(NetAdapterClass.PermanentAddress, mac, Server.On(NetAdapterClass.Class, Server.Ethernet));

    private static DsrService Service() => Server.Service().Balancers(Server.Balancer);

    private static PoolMember Member(DsrReadiness.Snapshots.Snapshot snapshot) => new(snapshot.ComputerName, snapshot);

    private static ArpProbe Probe(IPAddress address, int questions, params (string Mac, int Times)[] answers) => new(
        "pc", address, answers.ToDictionary(each => (MacAddress.Read(each.Mac)!, "LAN"), each => each.Times), questions, null, false, default);

    private static ArpFinding Judge(Server witness) => Judge(witness.Build("jump01"));

    private static ArpFinding Judge(params DsrReadiness.Snapshots.Snapshot[] computers) => Judge([], computers);

    private static ArpFinding Judge(IReadOnlyCollection<ArpProbe> probes, params DsrReadiness.Snapshots.Snapshot[] computers) =>
        new ArpJudge([.. computers.Select(Member)], probes).Judge(Service(), s_vip);
}
