using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Drift;

/// <summary>Two snapshots of a server beside one another, in the words of the checks: what changed, what that does to the verdict, and what it looks like.</summary>
internal sealed class ServerComparison
{
    private ServerComparison(Snapshot earlier, Snapshot later, ServerVerdict before, ServerVerdict after)
    {
        Earlier = earlier;
        Later = later;
        Before = before;
        After = after;
        All = VerdictComparison.Compare(before, after);
        Changes = All.Where(change => change.Direction != ChangeDirection.Same).ToArray();
        Causes = KnownCauses.Of(this);
    }

    public Snapshot Earlier { get; }

    public Snapshot Later { get; }

    public ServerVerdict Before { get; }

    public ServerVerdict After { get; }

    public DsrService Service => After.Service;

    /// <summary>What every check found at both times.</summary>
    public IReadOnlyList<ResultChange> All { get; }

    /// <summary>What is not the same.</summary>
    public IReadOnlyList<ResultChange> Changes { get; }

    /// <summary>What it looks like; none where nothing that is known does.</summary>
    public IReadOnlyList<LikelyCause> Causes { get; }

    /// <summary>Compares by some checks, each asked of both snapshots alone.</summary>
    public static ServerComparison Of(Snapshot earlier, Snapshot later, DsrService service, Catalogue checks, CancellationToken cancellationToken = default)
    {
        var runner = new CheckRunner(checks);
        return new ServerComparison(earlier, later, runner.Run(earlier, service, cancellationToken), runner.Run(later, service, cancellationToken));
    }

    public int Count(ChangeDirection direction) => Changes.Count(change => change.Direction == direction);

    /// <summary>The likely cause of the change of a check; null where none is known.</summary>
    public LikelyCause? CauseOf(ResultChange change) => Causes.FirstOrDefault(cause => cause.Explains.Contains(change.After.Id));
}
