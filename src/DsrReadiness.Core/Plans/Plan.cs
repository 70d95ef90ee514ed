using System.Collections.Generic;
using DsrReadiness.Desired;
using DsrReadiness.Services;

namespace DsrReadiness.Plans;

/// <summary>The ordered changes that make one server ready for one service, or that take it away again.</summary>
public sealed class Plan
{
    internal Plan(string computerName, DsrService service, IReadOnlyList<Change> changes, IReadOnlyList<Refusal> refusals)
    {
        ComputerName = computerName;
        Service = service;
        Changes = changes;
        Refusals = refusals;
    }

    /// <summary>The server that the plan is for; it is refused on another.</summary>
    public string ComputerName { get; }

    /// <summary>What the plan is for.</summary>
    public DsrService Service { get; }

    /// <summary>The changes, in order; none if there is nothing to do.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>What is not the plan's to decide, and is left to the administrator.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True if nothing can be planned at all, for the reason that is the one refusal.</summary>
    public bool IsRefused { get; private init; }

    /// <summary>True if the plan takes VIPs out of service, so that whoever carries it out is asked first.</summary>
    public bool IsRemoval { get; init; }

    /// <summary>True if there is nothing to do and nothing in the way.</summary>
    public bool IsEmpty => Changes.Count == 0 && Refusals.Count == 0;

    /// <summary>True if the plan is for one part of the set-up: it neither goes on with a run that was cut off nor completes one.</summary>
    internal bool IsPart { get; init; }

    /// <summary>True once something that it made is in place: the server is another one since, and what the plan rests on is past.</summary>
    internal bool IsSpent { get; set; }

    /// <summary>A plan of nothing, and the reason.</summary>
    internal static Plan Refused(string computerName, DsrService service, Refusal reason) => new(computerName, service, [], [reason]) { IsRefused = true };
}
