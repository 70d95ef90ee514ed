using System;
using System.Linq;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Commands;

/// <summary>Counts judgements, and knows the exit status that they add up to.</summary>
internal sealed class ExitCode
{
    private readonly int[] _verdicts = new int[Enum.GetValues<Verdict>().Length];
    private bool _hasFault;

    public int Ready => _verdicts[(int)Verdict.Ready];

    public int NotReady => _verdicts[(int)Verdict.NotReady];

    public int Inconclusive => _verdicts[(int)Verdict.Inconclusive];

    /// <summary>Inputs without a verdict.</summary>
    public int Unreadable { get; private set; }

    public int Total => _verdicts.Sum() + Unreadable;

    /// <summary>A fault of ours beats an unreadable file, that beats a server that is not ready, and that one that is not certain.</summary>
    public int ExitStatus => _hasFault ? Console.ExitStatus.Internal
        : Unreadable > 0 ? Console.ExitStatus.BadInput
        : NotReady > 0 ? Console.ExitStatus.NotReady
        : Inconclusive > 0 ? Console.ExitStatus.Inconclusive
        : Console.ExitStatus.Ready;

    public void Add(Answer<Judgement> judgement)
    {
        _hasFault |= judgement.Status == Console.ExitStatus.Internal;
        if (judgement.Value is { } judged)
            _verdicts[(int)judged.Verdict.Verdict]++;
        else
            Unreadable++;
    }
}
