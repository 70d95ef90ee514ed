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
    CheckNeeds needs = CheckNeeds.None)
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

    /// <summary>The worst severity that it can give, which is the severity of what it cannot observe.</summary>
    public Severity Severity { get; } = severities.Max();

    /// <summary>The same check, which needs more.</summary>
    public CheckInfo Needing(CheckNeeds more) => new(Id, Name, Title, Severities, Outcomes, Reads, Needs | more);
}
