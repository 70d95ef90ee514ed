using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests;

public sealed class LabSegmentTests
{
    private static readonly IPAddress s_vip = IPAddress.Parse(Some.Vip);
    private static readonly DsrService s_service = new([s_vip, IPAddress.Parse("2001:db8::10")], [ServicePort.Parse("tcp/443")]);

    [Fact]
    public void Servers_of_a_pool_have_addresses_of_their_own()
    {
        string[] macs = [.. Enumerable.Range(1, LabShapes.LargestPool).Select(number => MacOf(LabShapes.Describe($"LAB{number:00}", number, LabShape.Clean, s_service).Build()))];
        Assert.Equal(LabShapes.LargestPool, macs.Distinct().Count());
        Assert.All(macs, mac => Assert.Matches("^00155D[0-9A-F]{6}$", mac));
        Assert.Equal(macs[0], MacOf(LabShapes.Describe("lab01", 7, LabShape.Ready, s_service).Build()));
        Assert.NotEqual(MacOf(new LabServerBuilder("WEB01").Build()), MacOf(new LabServerBuilder("APP01").Build()));
    }

    [Fact]
    public void A_server_without_the_vip_has_heard_the_balancer_answer_for_it()
    {
        LabServer[] pool = Pool(LabShape.Clean, LabShape.Ready);
        Assert.Equal(LabShapes.BalancerMac, Heard(pool[0], Some.Vip));
        Assert.Equal(LabShapes.BalancerMac, Heard(pool[0], "2001:db8::10"));
        Assert.Null(Heard(pool[1], Some.Vip));
    }

    [Fact]
    public void A_server_that_answers_is_heard_until_it_stops()
    {
        LabServer[] pool = Pool(LabShape.Clean, LabShape.VipOnTrafficInterface);
        Assert.Equal(MacOf(pool[1]), Heard(pool[0], Some.Vip)!.Replace("-", string.Empty, System.StringComparison.Ordinal));
        pool[1].Backdoor.Connect("Ethernet", isConnected: false);
        Assert.Equal(LabShapes.BalancerMac, Heard(pool[0], Some.Vip));
    }

    [Fact]
    public async Task Who_asks_hears_one_and_then_the_other()
    {
        LabServer[] pool = Pool(LabShape.Clean, LabShape.VipOnTrafficInterface);
        ArpProbe answers = await new NeighborAsker("LAB01", pool[0], pool[0].Clock).AskAsync(s_vip, 4, CancellationToken.None);
        Assert.Equal([2, 2], answers.Answers.Values);
        Assert.Contains(pool[0].Calls, call => call.Text == "Ask who has 192.0.2.10");
        Assert.True((await new NeighborAsker("LAB02", pool[1], pool[1].Clock).AskAsync(s_vip, 1, CancellationToken.None)).HoldsAddress);
    }

    [Fact]
    public void Nobody_answers_without_a_balancer()
    {
        LabServer[] pool = Pool(LabShape.Clean, LabShape.Ready);
        pool[0].Segment!.RemoveHost(LabShapes.BalancerMac);
        Assert.Equal("00-00-00-00-00-00", Heard(pool[0], Some.Vip));
    }

    [Fact]
    public async Task A_question_can_be_made_to_fail()
    {
        LabServer[] pool = Pool(LabShape.Clean, LabShape.Ready);
        pool[0].Faults.AtRead(1).Fail(FailureKind.Timeout);
        Assert.Contains("Timeout", (await new NeighborAsker("LAB01", pool[0], pool[0].Clock).AskAsync(s_vip, 1, CancellationToken.None)).WhyNot);
    }

    [Fact]
    public async Task A_server_that_is_alone_hears_nobody() =>
        Assert.Empty((await new NeighborAsker("WEB01", Some.Server(), new LabClock()).AskAsync(s_vip, 1, CancellationToken.None)).Answers);

    private static LabServer[] Pool(params LabShape[] shapes)
    {
        LabSegment segment = LabShapes.NewSegment(s_service);
        return [.. shapes.Select((shape, i) => LabShapes.Describe($"LAB0{i + 1}", i + 1, shape, s_service).Segment(segment).Build())];
    }

    private static string MacOf(LabServer server) => Assert.Single(server.Backdoor.Read(On.Adapter("Ethernet")).Rows!).Get(NetAdapterClass.PermanentAddress).Value;

    private static string? Heard(LabServer server, string address) => server.Backdoor.Read(On.All(NetNeighborClass.Class, CimStore.Active)).Rows!
        .SingleOrDefault(row => row.Get(NetNeighborClass.IPAddress).Value.ToString() == address)?.Get(NetNeighborClass.LinkLayerAddress).Value;
}
