using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>One contracted class as the lab answers for it.</summary>
internal abstract class LabClass(CimClass contract)
{
    public CimClass Contract { get; } = contract;

    /// <summary>The rows that a query selects. The query fits the class: <see cref="QueryCheck"/> has looked at it.</summary>
    public abstract IReadOnlyList<CimRow> Read(CimQuery query);

    /// <summary>True if not even reading is allowed without elevation.</summary>
    public virtual bool ReadingNeedsElevation => false;

    /// <summary>Carries an operation out, or refuses it and changes nothing. Its target fits the class.</summary>
    public abstract CimOutcome Execute(CimOperation operation);

    /// <summary>What somebody hears who is not elevated.</summary>
    public virtual CimOutcome WithoutElevation(CimOperation operation) => Refusal.AccessDenied();
}
