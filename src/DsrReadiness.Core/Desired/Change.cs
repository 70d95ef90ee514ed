using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Desired;

/// <summary>
/// One change of a server, as data: a row, in one store or in both, and what it is to become. Undoing it is the same with what the row was before.
/// </summary>
public sealed class Change
{
    /// <summary>What the change does, in words and with a full stop.</summary>
    public required string Text { get; init; }

    /// <summary>The check that asks for it.</summary>
    public required string CheckId { get; init; }

    /// <summary>The row.</summary>
    public required RowSelector Row { get; init; }

    /// <summary>The stores that the row is to be changed in, in order.</summary>
    public required IReadOnlyList<CimStore> Stores { get; init; }

    /// <summary>What the row is to become, in each of the stores.</summary>
    public required RowState To { get; init; }

    /// <summary>
    /// What the planner saw in each store: the precondition. Null where it could see nothing, on an adapter that is yet to be made.
    /// </summary>
    public IReadOnlyDictionary<CimStore, RowState>? From { get; init; }

    /// <summary>Operation options that go with the creation of a row, such as a firewall rule's conditions.</summary>
    public IReadOnlyList<CimAssignment> Options { get; init; } = [];

    /// <summary>What the row itself must become of its own besides <see cref="To"/>, such as the state of an address.</summary>
    public RowState? Settles { get; init; }

    /// <summary>Other rows that must be so afterwards.</summary>
    public IReadOnlyList<RowExpectation> Proofs { get; init; } = [];

    /// <summary>A warning that is given before the change, such as that it can cut the administrator's own connection.</summary>
    public string? Warning { get; init; }

    /// <summary>True if there is nothing to change where there is no such row, such as a service that is not installed and so not bound.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>True if the change serves every VIP of the server and has to stay while any is left.</summary>
    public bool IsShared { get; init; }

    /// <summary>The setting that it is a step to; null for what was read from a journal.</summary>
    internal Setting? Setting { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
