using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Commands;

/// <summary>Counts judgements, and knows the exit status that they add up to.</summary>
internal sealed class ExitCode
{
    private readonly List<Verdict?> _verdicts = [];
    private bool _hasFault;

    public int Ready => Count(Verdict.Ready);

    public int NotReady => Count(Verdict.NotReady);

    public int Inconclusive => Count(Verdict.Inconclusive);

    /// <summary>Inputs without a verdict.</summary>
    public int Unreadable => Count(null);

    public int Total => _verdicts.Count;

    /// <summary>A fault of ours beats an unreadable file, that beats a server that is not ready, and that one that is not certain.</summary>
    public int ExitStatus => _hasFault ? Console.ExitStatus.Internal
        : Unreadable > 0 ? Console.ExitStatus.BadInput
        : NotReady > 0 ? Console.ExitStatus.NotReady
        : Inconclusive > 0 ? Console.ExitStatus.Inconclusive
        : Console.ExitStatus.Ready;

    public void Add(Answer<Judgement> judgement)
    {
        _hasFault |= judgement.Status == Console.ExitStatus.Internal;
        _verdicts.Add(judgement.Value?.Verdict.Verdict);
    }

    private int Count(Verdict? verdict) => _verdicts.Count(each => each == verdict);
}
