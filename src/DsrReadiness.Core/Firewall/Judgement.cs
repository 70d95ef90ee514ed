namespace DsrReadiness.Firewall;

/// <summary>Whether a limit of a rule fits what listens, and why, as a clause that follows the limit.</summary>
/// <param name="Fits">Null if that cannot be told.</param>
/// <param name="Why">What listens, or what is not known.</param>
internal readonly record struct Judgement(bool? Fits, string Why)
{
    public static Judgement Yes(string why) => new(true, why);

    public static Judgement No(string why) => new(false, why);

    public static Judgement Unknown(string why) => new(null, why);

    /// <summary>The worse of two: what does not fit, then what is not known.</summary>
    public static Judgement Worse(Judgement one, Judgement other) =>
        Rank(one.Fits) <= Rank(other.Fits) ? one : other;

    private static int Rank(bool? fits) => fits switch { false => 0, null => 1, true => 2 };
}
