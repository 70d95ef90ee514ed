namespace DsrReadiness.Plans.Journals;

/// <summary>Tells a run to its journal as it happens: each entry is durable before what it announces is done.</summary>
internal sealed class JournalWriter(IJournalStore store, JournalRun run)
{
    public JournalRun Run { get; } = run;

    /// <summary>Begins the journal of a new run.</summary>
    public static JournalWriter Begin(IJournalStore store, JournalRun run)
    {
        store.Append(run.ComputerName, run.Id, JournalEntries.Run(run));
        return new JournalWriter(store, run);
    }

    /// <summary>Goes on with the journal of an earlier run, which is open again.</summary>
    public static JournalWriter Resume(IJournalStore store, JournalRun run)
    {
        var writer = new JournalWriter(store, run);
        writer.End(RunStatus.Open);
        return writer;
    }

    public void Begin(JournalStep step)
    {
        Append(JournalEntries.Step(step));
        Run.Add(step);
    }

    public void Set(JournalStep step, StepStatus status, string? note = null, bool forOthers = false)
    {
        step.Status = status;
        step.Note = note;
        step.IsKeptForOthers = forOthers;
        Append(JournalEntries.Status(step));
    }

    public void End(RunStatus status)
    {
        Run.Status = status;
        Append(JournalEntries.End(status));
    }

    private void Append(byte[] line) => store.Append(Run.ComputerName, Run.Id, line);
}
