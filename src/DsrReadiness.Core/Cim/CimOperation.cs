using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>The kinds of change that the classes know.</summary>
public enum CimVerb
{
    /// <summary>ModifyInstance on the one row that the target selects.</summary>
    Modify,

    /// <summary>CreateInstance of the target's class.</summary>
    Create,

    /// <summary>DeleteInstance of the one row that the target selects.</summary>
    Delete,

    /// <summary>A method: of the one row that the target selects, or static where the target has no conditions.</summary>
    Invoke,
}

/// <summary>One change of a server, as data.</summary>
public sealed class CimOperation
{
    private static readonly CimAssignment[] s_none = [];

    private CimOperation(
        CimVerb verb, CimQuery target, IReadOnlyList<CimAssignment> assignments, IReadOnlyList<CimAssignment> options, string? method = null)
    {
        Verb = verb;
        Target = target;
        Assignments = assignments;
        Options = options;
        Method = method;
    }

    /// <summary>The kind of change.</summary>
    public CimVerb Verb { get; }

    /// <summary>The class, its store, and the conditions that select exactly one row; no conditions for Create and static methods.</summary>
    public CimQuery Target { get; }

    /// <summary>Properties to set, or the method's parameters.</summary>
    public IReadOnlyList<CimAssignment> Assignments { get; }

    /// <summary>Operation options, such as a firewall rule's conditions on creation.</summary>
    public IReadOnlyList<CimAssignment> Options { get; }

    /// <summary>The method's name, for Invoke.</summary>
    public string? Method { get; }

    /// <summary>Sets properties of one row.</summary>
    public static CimOperation Modify(CimQuery target, params IReadOnlyList<CimAssignment> assignments) =>
        new(CimVerb.Modify, target, assignments, s_none);

    /// <summary>Creates an instance.</summary>
    public static CimOperation Create(CimQuery target, IReadOnlyList<CimAssignment> properties, IReadOnlyList<CimAssignment> options) =>
        new(CimVerb.Create, target, properties, options);

    /// <summary>Deletes one row.</summary>
    public static CimOperation Delete(CimQuery target) => new(CimVerb.Delete, target, s_none, s_none);

    /// <summary>Calls a method.</summary>
    public static CimOperation Invoke(CimQuery target, string method, params IReadOnlyList<CimAssignment> parameters) =>
        new(CimVerb.Invoke, target, parameters, s_none, method);

    /// <inheritdoc/>
    public override string ToString() =>
        Verb + " " + Target + (Method is null ? string.Empty : "." + Method)
        + (Assignments.Count == 0 ? string.Empty : ": " + string.Join(", ", Assignments));
}
