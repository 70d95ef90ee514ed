using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Netsh;

public sealed class NetshSnapshotTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_ipv6 = NetshSample.Lines().Select(line => line.Replace("15000 ms", "16000 ms", StringComparison.Ordinal)).ToArray();

    [Theory]
    [InlineData("11", Outcome.Passed)]
    [InlineData("net", Outcome.Passed)]
    [InlineData("13", Outcome.Failed)]
    [InlineData("99", Outcome.Unknown)]
    public void The_texts_alone_answer_for_the_host_model_of_the_interface_given(string given, Outcome outcome)
    {
        ServerVerdict verdict = Judge(Texts().Make("WEB01", s_now), given, "192.0.2.10", "2001:db8::10");
        Assert.Equal(outcome, Of(verdict, "M01").Outcome);
        Assert.Equal(outcome == Outcome.Failed ? Verdict.NotReady : Verdict.Inconclusive, verdict.Verdict);
        Assert.All(
            verdict.Results.Where(result => !result.Id.StartsWith('M')),
            result => Assert.Contains(result.Outcome, new[] { Outcome.Unknown, Outcome.NotApplicable }));
    }

    [Fact]
    public void A_family_that_no_text_shows_is_unknown()
    {
        var texts = new NetshSnapshot();
        Read(texts, NetshSample.Lines(), IPFamily.IPv4);
        CheckResult result = Of(Judge(texts.Make("WEB01", s_now), "11", "2001:db8::10"), "M01");
        Assert.Equal((Outcome.Unknown, true), (result.Outcome, result.Reason.Contains("no IPv6 row", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_snapshot_that_lacks_the_reading_is_completed()
    {
        Snapshot lacking = Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.NotCollected).Build();
        Snapshot completed = Texts().AddTo(lacking, "web01.json");
        Assert.Equal((lacking.ComputerName, lacking.CollectedAt, lacking.Readings.Count), (completed.ComputerName, completed.CollectedAt, completed.Readings.Count));
        Assert.Equal(8, completed.Read(NetIPInterfaceClass.Class, CimStore.Active).Rows!.Count);
        NetshTextException refused = Assert.Throws<NetshTextException>(() => Texts().AddTo(completed, "web01.json"));
        Assert.StartsWith("web01.json: the snapshot has the reading", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_makes_is_a_snapshot_file_like_any_other()
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(Texts().Make("WEB01", s_now), stream);
        Snapshot read = SnapshotFile.Read(stream.ToArray(), 0, (int)stream.Length, "web01.json");
        Assert.Equal(("WEB01", "netsh", s_now), (read.ComputerName, read.Collector, read.CollectedAt));
        Assert.Equal(Outcome.Passed, Of(Judge(read, "net", "192.0.2.10"), "M01").Outcome);
    }

    [Fact]
    public void Two_texts_of_two_servers_or_one_text_twice_are_refused()
    {
        var twice = new NetshSnapshot();
        Read(twice, NetshSample.Lines(), IPFamily.IPv4);
        Assert.Contains("the same text", Assert.Throws<NetshTextException>(() => Read(twice, NetshSample.Lines(), IPFamily.IPv6)).Message, StringComparison.Ordinal);
        string[] other = s_ipv6.Select(line => line.Replace("ethernet_32769", "ethernet_5", StringComparison.Ordinal)).ToArray();
        Assert.Contains("not of one server", Assert.Throws<NetshTextException>(() => Read(twice, other, IPFamily.IPv6)).Message, StringComparison.Ordinal);
    }

    private static NetshSnapshot Texts()
    {
        var texts = new NetshSnapshot();
        Read(texts, NetshSample.Lines(), IPFamily.IPv4);
        Read(texts, s_ipv6, IPFamily.IPv6);
        return texts;
    }

    private static void Read(NetshSnapshot texts, string[] lines, IPFamily family) =>
        texts.Read(new MemoryStream(Encoding.UTF8.GetBytes(NetshSample.Text(lines))), family + ".txt", family);

    private static ServerVerdict Judge(Snapshot snapshot, string given, params string[] vips) => new CheckRunner(Catalogue.All).Run(
        snapshot, new DsrService(vips.Select(System.Net.IPAddress.Parse), [ServicePort.Parse("443")], [], trafficInterface: given));

    private static CheckResult Of(ServerVerdict verdict, string id) => verdict.Results.Single(result => result.Id == id);
}
