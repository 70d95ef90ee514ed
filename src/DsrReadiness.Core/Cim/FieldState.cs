namespace DsrReadiness.Cim;

/// <summary>What became of one property of one row.</summary>
public enum FieldState
{
    /// <summary>The row has no such property: it was not asked for, or this Windows release lacks it.</summary>
    Missing,

    /// <summary>The property is there and is NULL.</summary>
    Null,

    /// <summary>The property has a value of the declared type.</summary>
    Value,

    /// <summary>The property has a value that is not of the declared type.</summary>
    Malformed,
}
