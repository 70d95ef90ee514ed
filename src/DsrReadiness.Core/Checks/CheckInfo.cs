using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>What a check is, as data. Ids are never reused or renumbered.</summary>
internal sealed class CheckInfo(
    string id,
    string name,
    string title,
    IReadOnlyList<Severity> severities,
    IReadOnlyList<Outcome> outcomes,
    IReadOnlyList<ReadingId> reads,
    CheckNeeds needs = CheckNeeds.None,
    Shown? shown = null)
{
    /// <summary>The letter of its area and its number there.</summary>
    public string Id { get; } = id;

    /// <summary>The class name without its ending.</summary>
    public string Name { get; } = name;

    /// <summary>What holds when it passes, as a short sentence without a full stop.</summary>
    public string Title { get; } = title;

    /// <summary>The severities that it can give, worst first.</summary>
    public IReadOnlyList<Severity> Severities { get; } = severities;

    /// <summary>The outcomes that it can give.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; } = outcomes;

    /// <summary>The readings that it may look at.</summary>
    public IReadOnlyList<ReadingId> Reads { get; } = reads;

    /// <summary>What must be there for it to be asked at all.</summary>
    public CheckNeeds Needs { get; } = needs;

    /// <summary>Whether a packet shows what it finds: errors, unless it says otherwise.</summary>
    public Shown Shown { get; } = shown ?? (severities.Contains(Severity.Error) ? Shown.ByPacket : Shown.Nowhere);

    /// <summary>The worst severity that it can give, which is the severity of what it cannot observe.</summary>
    public Severity Severity { get; } = severities.Max();

    /// <summary>The same check, which needs more.</summary>
    public CheckInfo Needing(CheckNeeds more) => new(Id, Name, Title, Severities, Outcomes, Reads, Needs | more, Shown);
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
