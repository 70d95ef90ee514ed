using DsrReadiness.Console.Testing;

namespace DsrReadiness.Console.Output;

/// <summary>Where verdicts go, one at a time.</summary>
internal interface IVerdictSink
{
    /// <summary>Writes the verdict of a judgement that has one.</summary>
    void Write(Judgement judgement);

    /// <summary>Ends what was written, once nothing more comes; the exit status.</summary>
    int End(ExitCode tally);
}
