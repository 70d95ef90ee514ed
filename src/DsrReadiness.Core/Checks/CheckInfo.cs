using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>What a check is, as data. Ids are never reused or renumbered.</summary>
/// <param name="Id">The letter of its area and its number there.</param>
/// <param name="Title">What holds when it passes, as a short sentence without a full stop.</param>
/// <param name="Severities">The severities that it can give, worst first.</param>
/// <param name="Reads">The readings that it may look at.</param>
/// <param name="Needs">What must be there for it to be asked at all.</param>
internal sealed record CheckInfo(
    string Id, string Title, IReadOnlyList<Severity> Severities, IReadOnlyList<ReadingId> Reads, CheckNeeds Needs = CheckNeeds.None)
{
    /// <summary>The class name without its ending, which <see cref="Check"/> gives it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The outcomes that it can give: all, unless it says otherwise; what only reports fails nothing.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = Severities.All(severity => severity == Severity.Information)
        ? [Outcome.Passed, Outcome.NotApplicable, Outcome.Unknown]
        : [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown];

    /// <summary>Whether a packet shows what it finds: errors, unless it says otherwise.</summary>
    public Shown Shown { get; init; } = Severities.Contains(Severity.Error) ? Shown.ByPacket : Shown.Nowhere;

    /// <summary>The worst severity that it can give, which is the severity of what it cannot observe.</summary>
    public Severity Severity { get; } = Severities.Max();

    /// <summary>The same, where a packet shows something else of it than usual.</summary>
    public CheckInfo With(Shown shown) => this with { Shown = shown };

    /// <summary>The same, where it can give other outcomes than usual.</summary>
    public CheckInfo With(params Outcome[] outcomes) => this with { Outcomes = outcomes };
}

/// <summary>Whether a packet of today, or a question for the VIP's link-layer address, shows what a check finds.</summary>
internal enum Shown
{
    /// <summary>It does not: it is of another time, of other servers, or of names.</summary>
    Nowhere,

    /// <summary>It does.</summary>
    ByPacket,

    /// <summary>It does where the check knows: it wants to know more than a packet needs.</summary>
    ByPacketIfKnown,
}
