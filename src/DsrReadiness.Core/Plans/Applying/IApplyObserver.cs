using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Applying;

/// <summary>What is said to a change.</summary>
public enum Approval
{
    /// <summary>No: the run ends before it.</summary>
    Declined,

    /// <summary>Yes, after a question. It may have stood for an hour: what was seen before it decides nothing any more.</summary>
    Answered,

    /// <summary>Yes, at once: nobody was asked, and nothing was waited for.</summary>
    Unasked,
}

/// <summary>Who is asked and told while changes are made. Called one call at a time, on the thread that makes the changes.</summary>
public interface IApplyObserver
{
    /// <summary>Asks whether a change may be made.</summary>
    Approval Approve(Change change);

    /// <summary>Tells of one operation, in words, before it is carried out.</summary>
    void Tell(string operation);

    /// <summary>Tells how far the run has come.</summary>
    void Progress(int done, int total, string what);
}
