using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>How a row of a class comes into being.</summary>
internal enum CimCreation
{
    /// <summary>By Windows alone.</summary>
    None,

    /// <summary>As an instance.</summary>
    Instance,

    /// <summary>By the class's static method Create.</summary>
    Method,
}

/// <summary>How rows of a class are written, which stands beside what they are read by. Plans, undo and the adapter share it, since a journal knows classes and values alone.</summary>
internal sealed class CimWriting
{
    /// <summary>Rows are modified as they are, and made by Windows alone.</summary>
    public static CimWriting Plain { get; } = new();

    /// <summary>The method and its arguments that bring a row to values, where there is one; the values that differ, and all that are wanted.</summary>
    public Func<IReadOnlyList<CimAssignment>, RowState, (string Name, IReadOnlyList<CimAssignment> Arguments)>? Method { get; init; }

    public CimCreation Creation { get; init; }

    /// <summary>True if a row cannot be created in the persistent store alone, only in both at once or in the active store.</summary>
    public bool IsNeverPersistentAlone { get; init; }

    /// <summary>What a row is created with besides what tells it apart: of one that was removed, these are given back, and the rest is Windows' own.</summary>
    public IReadOnlyList<CimProperty> Given { get; init; } = [];

    /// <summary>What cannot be changed in place: the row is removed and created.</summary>
    public IReadOnlyList<CimProperty> Fixed { get; init; } = [];

    /// <summary>What Windows takes a NULL for when it starts.</summary>
    public IReadOnlyDictionary<CimProperty, object> AtStart { get; init; } = new Dictionary<CimProperty, object>();

    /// <summary>A property that stands for another one while it has a value, so that the other is not written beside it.</summary>
    public (CimProperty Property, object Value, CimProperty Instead)? Exclusion { get; init; }

    /// <summary>What the return values of the class's methods mean besides zero, which is done; null for Windows' error numbers.</summary>
    public Func<uint, CimFailure?>? Returned { get; init; }

    /// <summary>The return value that says that it is done once Windows was restarted.</summary>
    public uint? DoneAfterRestart { get; init; }
}
