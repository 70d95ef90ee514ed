using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests;

public sealed class LabShapesTests
{
    private static readonly DsrService s_dualStack = new(
        [IPAddress.Parse(Some.Vip), IPAddress.Parse("2001:db8::10")], [ServicePort.Parse("tcp/443"), ServicePort.Parse("udp/5000-5002")]);

    [Theory]
    [InlineData(LabShape.Clean, Verdict.NotReady, "A01")]
    [InlineData(LabShape.HalfDone, Verdict.NotReady, "M01")]
    [InlineData(LabShape.VipOnTrafficInterface, Verdict.NotReady, "V03")]
    [InlineData(LabShape.ForeignLoopback, Verdict.NotReady, "V01")]
    public async Task A_shape_has_the_fault_that_it_is_for(LabShape shape, Verdict expected, string failed)
    {
        ServerVerdict verdict = await JudgeAsync(LabShapes.Describe("LAB01", 1, shape, s_dualStack).Build());

        Assert.Equal(expected, verdict.Verdict);
        Assert.Contains(verdict.Results, result => result.Id == failed && result.Outcome == Outcome.Failed);
    }

    [Fact]
    public async Task Ready_is_ready_without_a_warning_and_still_is_after_a_restart()
    {
        LabServer server = LabShapes.Describe("LAB01", 1, LabShape.Ready, s_dualStack).Build();

        AssertNothingIsWrong(await JudgeAsync(server));
        server.Restart();
        AssertNothingIsWrong(await JudgeAsync(server));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LabShapes.LargestPool + 1)]
    public void A_pool_has_room_for_so_many(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LabShapes.Describe("LAB01", number, LabShape.Clean, s_dualStack));

    [Fact]
    public void The_last_of_a_pool_has_an_address_too() =>
        Assert.Equal("LAB200", LabShapes.Describe("LAB200", LabShapes.LargestPool, LabShape.Clean, s_dualStack).Build().ComputerName);

    private static void AssertNothingIsWrong(ServerVerdict verdict)
    {
        string[] wrong = [.. verdict.Results.Where(each => each.Outcome is Outcome.Failed or Outcome.Unknown).Select(each => each.Id + " " + each.Reason)];
        Assert.Empty(wrong);
        Assert.Equal(Verdict.Ready, verdict.Verdict);
    }

    private static async Task<ServerVerdict> JudgeAsync(LabServer server) => new CheckRunner(Catalogue.All).Run(
        await SnapshotCollector.CollectAsync(server, server.Clock, null, "tests", CancellationToken.None), s_dualStack);
}
