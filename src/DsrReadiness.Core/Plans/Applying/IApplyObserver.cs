using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Applying;

/// <summary>Who is asked and told while changes are made. Called one call at a time, on the thread that makes the changes.</summary>
public interface IApplyObserver
{
    /// <summary>Asks whether a change may be made. False ends the run before it.</summary>
    bool Approve(Change change);

    /// <summary>Tells of one operation, in words, before it is carried out.</summary>
    void Tell(string operation);

    /// <summary>Tells how far the run has come.</summary>
    void Progress(int done, int total, string what);
}
