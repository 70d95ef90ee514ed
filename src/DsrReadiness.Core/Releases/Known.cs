namespace DsrReadiness.Releases;

/// <summary>A fact about a release of Windows: what is so, how sure that is, and who says so.</summary>
/// <param name="Value">What is so.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Source">Who says so.</param>
internal sealed record Known<T>(T Value, Certainty Certainty, string Source);
