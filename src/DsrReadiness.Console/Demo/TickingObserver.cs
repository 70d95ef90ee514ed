using DsrReadiness.Desired;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Console.Demo;

/// <summary>Agrees to every change, and ticks each off once the next one is begun: by then it is proved.</summary>
/// <param name="teller">Where to.</param>
/// <param name="undoes">True if it is told of changes that are undone.</param>
internal sealed class TickingObserver(DemoTeller teller, bool undoes) : IApplyObserver
{
    private string? _current;

    public Approval Approve(Change change)
    {
        if (undoes)
            Begin(change.Text);
        else if (change.Text != _current)
            _current = null; // It failed, and what was done is being undone.
        return Approval.Unasked;
    }

    public void Tell(string operation)
    {
        // The single operations are more than a story needs.
    }

    public void Progress(int done, int total, string what) => Begin(what);

    /// <summary>Ticks the last change off. Called only if the run as a whole came to its end.</summary>
    public void End()
    {
        if (_current is not null)
            teller.Tick(_current);
        _current = null;
    }

    private void Begin(string text)
    {
        End();
        _current = text;
    }
}
