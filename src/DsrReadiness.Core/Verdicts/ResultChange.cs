namespace DsrReadiness.Verdicts;

/// <summary>Whether a check found a server better or worse than before.</summary>
public enum ChangeDirection
{
    /// <summary>The check found the same.</summary>
    Same,

    /// <summary>It found something else, which is neither better nor worse.</summary>
    Different,

    /// <summary>What it found is better than before.</summary>
    Better,

    /// <summary>What it found is worse than before.</summary>
    Worse,
}

/// <summary>What one check found of a server at two times.</summary>
internal sealed record ResultChange(CheckResult Before, CheckResult After, ChangeDirection Direction);
