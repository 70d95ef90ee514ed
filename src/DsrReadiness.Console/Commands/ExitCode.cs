using DsrReadiness.Console.Inputs;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Commands;

/// <summary>Counts judgements, and knows the exit status that they add up to.</summary>
internal sealed class ExitCode
{
    private bool _hasFault;

    public int Ready { get; private set; }

    public int NotReady { get; private set; }

    public int Inconclusive { get; private set; }

    /// <summary>Inputs without a verdict.</summary>
    public int Unreadable { get; private set; }

    public int Total => Ready + NotReady + Inconclusive + Unreadable;

    /// <summary>A fault of ours beats an unreadable file, that beats a server that is not ready, and that one that is not certain.</summary>
    public int ExitStatus => _hasFault ? Console.ExitStatus.Internal
        : Unreadable > 0 ? Console.ExitStatus.BadInput
        : NotReady > 0 ? Console.ExitStatus.NotReady
        : Inconclusive > 0 ? Console.ExitStatus.Inconclusive
        : Console.ExitStatus.Ready;

    public void Add(Answer<Judgement> judgement)
    {
        _hasFault |= judgement.Status == Console.ExitStatus.Internal;
        switch (judgement.Value?.Verdict.Verdict)
        {
            case Verdict.Ready:
                Ready++;
                break;
            case Verdict.NotReady:
                NotReady++;
                break;
            case Verdict.Inconclusive:
                Inconclusive++;
                break;
            default:
                Unreadable++;
                break;
        }
    }
}
