namespace DsrReadiness.Firewall;

/// <summary>
/// How far a condition of a rule, or the rule as a whole, holds for a flow. The conditions of a rule must hold together, so the rule
/// matches as far as the lowest of them.
/// </summary>
internal enum Match
{
    /// <summary>The rule is about other traffic.</summary>
    No,

    /// <summary>The rule is about other traffic, but near enough to be named where nothing lets the flow in.</summary>
    Beside,

    /// <summary>The rule can hold for a part of the flow at most, so nothing may rest on it.</summary>
    Part,

    /// <summary>The condition cannot be read.</summary>
    Unknown,

    /// <summary>It holds for all of the flow.</summary>
    Yes,
}

/// <summary>How far a condition holds, and what there is to say of it: a clause with the rule as its subject.</summary>
internal readonly record struct Answer(Match Match, string? Clause = null)
{
    public static Answer No => new(Match.No);

    public static Answer Yes => new(Match.Yes);

    public static implicit operator Answer(bool holds) => holds ? Yes : No;

    /// <summary>The condition cannot be read.</summary>
    public static Answer Unknown(string property, object state) =>
        new(Match.Unknown, "is unclear, since its " + property + " is " + ServerText.Short(state.ToString()));
}
