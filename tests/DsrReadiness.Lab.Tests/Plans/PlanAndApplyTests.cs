using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

public sealed class PlanAndApplyTests
{
    public static TheoryData<string, LabOmittedStore> States()
    {
        var data = new TheoryData<string, LabOmittedStore>();
        foreach (StartingState state in StartingStates.All)
        {
            data.Add(state.Name, LabOmittedStore.BothStores);
            data.Add(state.Name, LabOmittedStore.ActiveStoreOnly);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Plan_and_apply_make_it_ready_a_second_plan_is_empty_and_undo_restores(string name, LabOmittedStore omitted)
    {
        StartingState state = StartingStates.All.Single(each => each.Name == name);
        LabServer server = state.Build(omitted);
        var admin = new Admin(server);
        IReadOnlyList<string> before = ServerState.Of(server);
        Assert.NotEqual(Verdict.Ready, (await admin.JudgeAsync(state.Service)).Verdict);

        ApplyReport report = await admin.ApplyAsync(state.Service);
        Assert.True(report.Result == ApplyResult.Applied, $"{report.Result}: {report.Reason}");
        ServerVerdict verdict = await admin.JudgeAsync(state.Service);
        Assert.True(verdict.Verdict == Verdict.Ready, string.Join("\n", Bad(verdict)));
        Plan second = await admin.PlanAsync(state.Service);
        Assert.True(second.IsEmpty, string.Join("\n", second.Changes.Select(change => change.Text).Concat(second.Refusals.Select(refusal => refusal.ToString()))));
        server.Restart();
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        verdict = await admin.JudgeAsync(state.Service);
        Assert.True(verdict.Verdict == Verdict.Ready, "After a restart:\n" + string.Join("\n", Bad(verdict)));

        ApplyReport undone = await admin.UndoAsync(report.Run!.Id);
        Assert.Equal(ApplyResult.Applied, undone.Result);
        AssertSame(WithoutVipOnNic(before, state), ServerState.Of(server));
        Assert.Equal(before.Count == WithoutVipOnNic(before, state).Count, undone.Left.Count == 0);
        Assert.DoesNotContain("Tentative", string.Join("\n", Bad(await admin.JudgeAsync(state.Service))), StringComparison.Ordinal); // What is put back is in use again.
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Removal_takes_the_VIPs_off_every_interface_for_good_and_undo_restores(string name, LabOmittedStore omitted)
    {
        StartingState state = StartingStates.All.Single(each => each.Name == name);
        LabServer server = state.Build(omitted);
        var admin = new Admin(server);

        // A disabled adapter has no rows of the host model that could be set.
        if (name.StartsWith("Disabled", StringComparison.Ordinal))
            server.Backdoor.Execute(Do.Call(On.Adapter("Loopback"), "Enable"));
        IReadOnlyList<string> before = ServerState.Of(server);
        bool isThere = ServerState.Holders(server, state.Service.VirtualIPAddresses).Count > 0;

        ApplyReport report = await admin.ApplyAsync(await admin.PlanRemovalAsync(state.Service));
        Assert.True(report.Result == ApplyResult.Applied || (!isThere && report.Result == ApplyResult.NothingToDo), $"{report.Result}: {report.Reason}");
        Assert.Empty((await admin.PlanRemovalAsync(state.Service)).Changes);
        server.Restart();
        Assert.Empty(ServerState.Holders(server, state.Service.VirtualIPAddresses));
        if (report.Run is null)
            return;
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        await admin.UndoAsync(report.Run.Id);
        AssertSame(WithoutVipOnNic(before, state), ServerState.Of(server));
    }

    [Fact]
    public void There_are_many_starting_states() => Assert.True(StartingStates.All.Count >= 25);

    /// <summary>What stood on an interface that answers for it is never put back.</summary>
    internal static IReadOnlyList<string> WithoutVipOnNic(IReadOnlyList<string> lines, StartingState state) => [.. lines.Where(line =>
        !(line.Contains(" address LAN ") && state.Service.VirtualIPAddresses.Any(vip => line.Contains(" " + vip + "/"))))];

    internal static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual) => Assert.True(
        expected.SequenceEqual(actual),
        "Gone:\n" + string.Join("\n", expected.Except(actual)) + "\nNew:\n" + string.Join("\n", actual.Except(expected)));

    internal static IEnumerable<string> Bad(ServerVerdict verdict) => verdict.Results
        .Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error)
        .Select(result => $"{result.Id} {result.Outcome} {result.Reason}");
}
