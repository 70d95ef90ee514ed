using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Journals that can be written no more, at every single line of a run: the server is as it was, or the journal says what is different, and the error says what to do.</summary>
[Trait("Tier", "Slow")]
public sealed class JournalLossTests
{
    private static readonly DsrService s_service = StartingState.ServiceOf(["192.0.2.10"]);

    public static TheoryData<Loss> Losses => new(Enum.GetValues<Loss>());

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_run_whose_journal_is_lost_is_undone_and_can_be_repeated(Loss loss)
    {
        for (int line = loss == Loss.Vanished ? 2 : 1; ; line++)
        {
            var journals = new LossyJournals(loss, line);
            Admin admin = New(journals);
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            ApplyReport report = await admin.ApplyAsync(s_service);
            if (!journals.HasFailed)
            {
                Assert.True(line > 30, $"The run has only {line} lines.");
                return;
            }

            Assert.Contains(Expected(loss), report.Reason);
            bool isLast = report.Reason!.StartsWith("Every change is made", StringComparison.Ordinal);
            if (!isLast)
            {
                Assert.Equal(line == 1 ? ApplyResult.Refused : ApplyResult.Failed, report.Result);
                Assert.Empty(report.Left);
                PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
            }

            var next = new Admin(admin.Server, journals.Mended);
            admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
            ApplyReport again = await next.ApplyAsync(s_service);
            Assert.True(again.Result == (isLast ? ApplyResult.NothingToDo : ApplyResult.Applied), $"Line {line}: {again.Result}: {again.Reason}");
            Assert.Equal(Verdict.Ready, (await next.JudgeAsync(s_service)).Verdict);
            if (isLast && loss == Loss.Vanished)
                continue;
            await next.UndoAllAsync();
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        }
    }

    [Theory]
    [InlineData(Loss.Full)]
    [InlineData(Loss.FullWithinLine)]
    [InlineData(Loss.Once)]
    public async Task What_is_kept_of_a_run_whose_journal_is_lost_is_in_it(Loss loss)
    {
        for (int line = 2; ; line++)
        {
            var journals = new LossyJournals(loss, line);
            Admin admin = New(journals);
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            ApplyReport report = await admin.ApplyAsync(await admin.PlanAsync(s_service), keep: true);
            if (!journals.HasFailed)
                return;
            Assert.Equal(ApplyResult.Failed, report.Result);
            admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
            var next = new Admin(admin.Server, journals.Mended);
            Assert.Empty((await next.UndoAsync(report.Run!.Id)).Left);
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Undoing_goes_on_without_its_journal_and_says_so(Loss loss)
    {
        int whole = await LinesOfRunAsync();
        for (int line = whole + 1; ; line++)
        {
            var journals = new LossyJournals(loss, line);
            Admin admin = New(journals);
            IReadOnlyList<string> before = ServerState.Of(admin.Server);
            string run = (await admin.ApplyAsync(s_service)).Run!.Id;
            ApplyReport undone = await admin.UndoAsync(run);
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
            if (!journals.HasFailed)
                return;
            Assert.Equal(ApplyResult.Failed, undone.Result);
            Assert.Empty(undone.Left);
            Assert.Contains("Undo the run once more", undone.Reason);
            Assert.Contains(Expected(loss), undone.Reason);
            if (loss == Loss.Vanished)
                continue;
            var next = new Admin(admin.Server, journals.Mended);
            Assert.Equal(ApplyResult.Applied, (await next.UndoAsync(run)).Result);
            Assert.Equal(RunStatus.Undone, Assert.Single(next.Runs()).Status);
            PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_declined_run_whose_journal_cannot_be_ended_says_so_and_can_be_undone(Loss loss)
    {
        var journals = new LossyJournals(loss, 4);
        Admin admin = New(journals);
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        int asked = 0;
        admin.Observer.Answer = _ => ++asked < 2;
        ApplyReport report = await admin.ApplyAsync(s_service);
        Assert.True(journals.HasFailed);
        Assert.NotEqual(ApplyResult.Applied, report.Result);
        Assert.Contains(Expected(loss), report.Reason);
        if (loss == Loss.Vanished)
            return;
        await new Admin(admin.Server, journals.Mended).UndoAllAsync();
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task Nothing_is_begun_where_it_is_not_known_whether_another_run_is_under_way()
    {
        Admin admin = New(new NoJournals());
        ApplyReport report = await admin.ApplyAsync(Planner.Plan(await admin.LookAsync(), s_service));
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Equal(LossyJournals.Message, report.Reason);
        Assert.Equal(ApplyResult.Refused, (await admin.UndoAsync("any")).Result);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
    }

    private static string Expected(Loss loss) => loss == Loss.Vanished ? "is gone" : LossyJournals.Message;

    private static Admin New(IJournalStore journals) => new(new LabServerBuilder("WEB01").Listens("tcp/443").Build(), journals);

    private static async Task<int> LinesOfRunAsync()
    {
        var journals = new LossyJournals(Loss.Full, 0);
        Assert.Equal(ApplyResult.Applied, (await New(journals).ApplyAsync(s_service)).Result);
        return journals.Lines;
    }

    private sealed class NoJournals : IJournalStore
    {
        public IDisposable? TryLock(string computerName) => throw new JournalStoreException(LossyJournals.Message);

        public IReadOnlyList<string> List(string computerName) => throw new NotSupportedException();

        public byte[] Read(string computerName, string runId) => throw new NotSupportedException();

        public void Begin(string computerName, string runId, byte[] line) => throw new NotSupportedException();

        public void Append(string computerName, string runId, byte[] line) => throw new NotSupportedException();

        public void Truncate(string computerName, string runId, int length) => throw new NotSupportedException();

        public string PathOf(string computerName, string runId) => throw new NotSupportedException();
    }
}
