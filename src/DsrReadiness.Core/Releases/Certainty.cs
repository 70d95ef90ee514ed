namespace DsrReadiness.Releases;

/// <summary>How sure a fact about a release of Windows is.</summary>
internal enum Certainty
{
    /// <summary>A page or article of Microsoft says so.</summary>
    Documented,

    /// <summary>Published procedures of vendors, or scripts that people run, agree on it.</summary>
    Practised,

    /// <summary>It follows from something documented, and nobody was found who says so.</summary>
    Inferred,
}
