namespace DsrReadiness.Plans.Journals;

/// <summary>
/// Tells a run to its journal as it happens: each entry is durable before what it announces is done. Once an entry could not be written, it writes no more: the journal may end
/// with a part of that entry, to which nothing must be glued.
/// </summary>
internal sealed class JournalWriter(IJournalStore store, JournalRun run)
{
    public JournalRun Run { get; } = run;

    /// <summary>Why the journal ends before the run does, or null: what happened since is known here alone.</summary>
    public JournalStoreException? Lost { get; private set; }

    /// <summary>Begins the journal of a new run.</summary>
    public static JournalWriter Begin(IJournalStore store, JournalRun run)
    {
        store.Begin(run.ComputerName, run.Id, JournalEntries.Run(run));
        return new JournalWriter(store, run);
    }

    /// <summary>Goes on with the journal of an earlier run, which is open again.</summary>
    public static JournalWriter Resume(IJournalStore store, JournalRun run)
    {
        var writer = new JournalWriter(store, run);
        writer.End(RunStatus.Open);
        return writer;
    }

    /// <summary>Begins a step; nothing of it may be done if this throws.</summary>
    /// <exception cref="JournalStoreException">The journal cannot be written.</exception>
    public void Begin(JournalStep step)
    {
        Append(JournalEntries.Step(step));
        Run.Add(step);
    }

    /// <summary>Says how far a step has come. The step knows it even if this throws.</summary>
    /// <exception cref="JournalStoreException">The journal cannot be written.</exception>
    public void Set(JournalStep step, StepStatus status, string? note = null, bool forOthers = false)
    {
        step.Status = status;
        step.Note = note;
        step.IsKeptForOthers = forOthers;
        Append(JournalEntries.Status(step));
    }

    /// <summary>Says how the run ended. The run knows it even if this throws.</summary>
    /// <exception cref="JournalStoreException">The journal cannot be written.</exception>
    public void End(RunStatus status)
    {
        Run.Status = status;
        Append(JournalEntries.End(status));
    }

    private void Append(byte[] line)
    {
        if (Lost is not null)
            return;
        try
        {
            store.Append(Run.ComputerName, Run.Id, line);
        }
        catch (JournalStoreException e)
        {
            Lost = e;
            throw;
        }
    }
}
