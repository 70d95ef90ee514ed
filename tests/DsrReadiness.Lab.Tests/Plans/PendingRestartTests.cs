using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>An adapter whose removal waits for a restart is still there, and takes what is put on it along.</summary>
public sealed class PendingRestartTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse(Some.Vip)], [ServicePort.Parse("443")]);
    private readonly Admin _admin = new(new LabServerBuilder("WEB01").Listens("tcp/443").Build());

    [Fact]
    public async Task Nothing_is_set_up_on_an_adapter_that_goes_until_the_server_was_restarted()
    {
        await ApplyAsync(await _admin.PlanAsync(s_service));
        _admin.Server.Behaviour.InstallationNeedsRestart = true;
        Assert.True((await ApplyAsync(await _admin.PlanRemovalAsync(s_service))).RestartNeeded);
        Assert.NotEmpty(await Ports.Of(_admin.Server).RowsAsync(On.Adapter("DSR Loopback")));

        PlanOptions nothingKnown = new();
        AssertRefused(await _admin.PlanAsync(s_service));
        AssertRefused(PartialPlanner.NewLoopback(await _admin.LookAsync(), s_service, nothingKnown, null));
        AssertRefused(PartialPlanner.AddAddresses(await _admin.LookAsync(), s_service, nothingKnown));
        AssertRefused(PartialPlanner.EnableWeakHost(await _admin.LookAsync(), s_service, nothingKnown));
        AssertRefused(Planner.Plan(await _admin.LookAsync(), s_service, new PlanOptions { Loopback = "DSR Loopback" }));
        Assert.NotEmpty(PartialPlanner.RemoveLoopback(await _admin.LookAsync(), s_service, nothingKnown).Changes);

        await RestartAsync();
        await AssertGetsReadyForGoodAsync();
    }

    [Fact]
    public async Task A_VIP_on_an_adapter_that_goes_is_taken_off_before_the_restart()
    {
        await ApplyAsync(await _admin.PlanAsync(s_service));
        DeviceReading devices = await _admin.Server.FindAsync(CancellationToken.None);
        _admin.Server.Behaviour.InstallationNeedsRestart = true;
        await _admin.Server.RemoveAsync(Assert.Single(devices.Devices!).InstanceId, CancellationToken.None);

        ServerVerdict verdict = await _admin.JudgeAsync(s_service);
        Assert.Equal(Verdict.NotReady, verdict.Verdict);
        Assert.Equal(["A03", "H04"], verdict.Results.Where(result => result.Outcome == Outcome.Failed).Select(result => result.Id).Order());
        uint index = _admin.Server.IndexOf("DSR Loopback");
        Refusal refusal = Assert.Single((await _admin.PlanAsync(s_service)).Refusals);
        Assert.Equal($"Remove-NetIPAddress -InterfaceIndex {index} -IPAddress {Some.Vip} -Confirm:$false\nRestart-Computer -Confirm", refusal.Command);

        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            if ((await Ports.Of(_admin.Server).RowsAsync(On.Address(Some.Vip, store))).Count > 0)
                await Ports.Of(_admin.Server).DoAsync(CimOperation.Delete(On.Address(Some.Vip, store)));
        }

        await RestartAsync();
        await AssertGetsReadyForGoodAsync();
    }

    private static void AssertRefused(Plan plan)
    {
        Assert.Empty(plan.Changes);
        Refusal refusal = Assert.Single(plan.Refusals);
        Assert.Equal(("H04", "Restart-Computer -Confirm"), (refusal.CheckId, refusal.Command));
        Assert.Contains("DSR Loopback", refusal.Reason, StringComparison.Ordinal);
    }

    private async Task RestartAsync()
    {
        _admin.Server.Restart();
        _admin.Server.Behaviour.InstallationNeedsRestart = false;
        Assert.Empty(await Ports.Of(_admin.Server).RowsAsync(On.Adapter("DSR Loopback")));
    }

    private async Task AssertGetsReadyForGoodAsync()
    {
        await ApplyAsync(await _admin.PlanAsync(s_service));
        Assert.Equal(Verdict.Ready, (await _admin.JudgeAsync(s_service)).Verdict);
        _admin.Server.Restart();
        _admin.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Verdict.Ready, (await _admin.JudgeAsync(s_service)).Verdict);
    }

    private async Task<ApplyReport> ApplyAsync(Plan plan)
    {
        Assert.Empty(plan.Refusals.Select(refusal => refusal.ToString()));
        ApplyReport report = await _admin.ApplyAsync(plan);
        Assert.True(report.Result == ApplyResult.Applied, report.Reason);
        return report;
    }
}
