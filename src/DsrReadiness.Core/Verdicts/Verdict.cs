namespace DsrReadiness.Verdicts;

/// <summary>The answer for one server and one service.</summary>
public enum Verdict
{
    /// <summary>Everything that matters was seen and is as it should be.</summary>
    Ready,

    /// <summary>Something that matters could not be seen.</summary>
    Inconclusive,

    /// <summary>Something that matters is not as it should be.</summary>
    NotReady,
}
