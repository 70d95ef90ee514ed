using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Lab;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Demo;

/// <summary>The part of the demo that is told on simulated servers. Whatever it claims it looks at first.</summary>
internal sealed class LabStory(DemoTeller teller, CancellationToken cancellationToken)
{
    /// <summary>Judges servers, and makes the first of them ready and undoes it again.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="beforeTheProof">Something that happens before the server is compared with what it was, for a test.</param>
    /// <exception cref="BrokenPromiseException">It does not come out.</exception>
    public async Task TellAsync(IReadOnlyList<(LabServer Server, string Story)> servers, Action? beforeTheProof = null)
    {
        teller.Chapter("2. Simulated servers, as servers are found");
        foreach ((LabServer server, string story) in servers)
        {
            if (server != servers[0].Server)
                teller.Pause();
            teller.Say(server.ComputerName + ": " + story);
            teller.Show(await New(server).JudgeAsync().ConfigureAwait(false));
        }

        LabServer first = servers[0].Server;
        DemoAdmin admin = New(first);
        Snapshot before = await admin.LookAsync().ConfigureAwait(false);
        teller.Chapter($"3. What would make {first.ComputerName} ready");
        Plan plan = admin.Plan(before);
        teller.Show(plan);
        string run = await ApplyAsync(admin, plan).ConfigureAwait(false);
        teller.Pause();
        teller.Show(await ReadyAsync(admin, "after the changes").ConfigureAwait(false));

        teller.Chapter("5. A restart, which brings to light what was never made to last");
        first.Restart();
        teller.Show(await ReadyAsync(admin, "after the restart").ConfigureAwait(false));

        await UndoAsync(admin, run).ConfigureAwait(false);
        beforeTheProof?.Invoke();
        Prove(admin, before, await admin.LookAsync().ConfigureAwait(false));
    }

    private DemoAdmin New(LabServer server) => new(server, DemoServers.Service, cancellationToken);

    private async Task<string> ApplyAsync(DemoAdmin admin, Plan plan)
    {
        teller.Chapter("4. The changes: each one written to a journal, done, and proved by reading again");
        var observer = new TickingObserver(teller, undoes: false);
        ApplyReport report = await admin.ApplyAsync(plan, observer).ConfigureAwait(false);
        if (report.Result != ApplyResult.Applied || report.Run is null)
            throw new BrokenPromiseException($"the plan was not applied ({report.Result}): {report.Reason}");
        observer.End();
        return report.Run.Id;
    }

    private async Task UndoAsync(DemoAdmin admin, string run)
    {
        teller.Chapter("6. All of it undone from the journal, newest change first");
        var observer = new TickingObserver(teller, undoes: true);
        ApplyReport report = await admin.UndoAsync(run, observer).ConfigureAwait(false);
        if (report.Result != ApplyResult.Applied || report.Left.Count > 0)
            throw new BrokenPromiseException($"not all was undone ({report.Result}): {string.Join(" ", report.Left.Select(step => step.Change.Text))}");
        observer.End();
    }

    private static async Task<ServerVerdict> ReadyAsync(DemoAdmin admin, string when)
    {
        ServerVerdict verdict = await admin.JudgeAsync().ConfigureAwait(false);
        return verdict.Verdict == Verdict.Ready ? verdict : throw new BrokenPromiseException($"the server is {verdict.Verdict} {when}.");
    }

    private void Prove(DemoAdmin admin, Snapshot before, Snapshot after)
    {
        string[] was = Everything(admin, before);
        string[] now = Everything(admin, after);
        if (!was.SequenceEqual(now))
            throw new BrokenPromiseException("the server is not what it was: " + string.Join("; ", was.Except(now).Concat(now.Except(was))));
        teller.Chapter("7. Is the server what it was?");
        teller.Say($"Compared, before and after: {DemoState.What}. {was.Length} facts: the same.");
    }

    private static string[] Everything(DemoAdmin admin, Snapshot snapshot) =>
        [.. DemoState.Of(snapshot), .. admin.Judge(snapshot).Results.Select(result => $"check {result.Id} {result.Outcome}")];
}
