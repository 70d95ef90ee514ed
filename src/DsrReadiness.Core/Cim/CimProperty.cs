using System;

namespace DsrReadiness.Cim;

/// <summary>One property of a contracted class: its name, type and place in a row.</summary>
public abstract class CimProperty
{
    private protected CimProperty(string className, string name, CimType type, bool isArray, int ordinal, Type? values, bool isKey, WindowsRelease since, RedactionKind redaction)
    {
        ClassName = className;
        Name = name;
        Type = type;
        IsArray = isArray;
        Ordinal = ordinal;
        Values = values;
        IsKey = isKey;
        Since = since;
        Redaction = redaction;
    }

    /// <summary>The class that the property belongs to.</summary>
    public string ClassName { get; }

    /// <summary>The property's name as Windows spells it; compared ignoring case.</summary>
    public string Name { get; }

    /// <summary>The declared CIM type, of an element if <see cref="IsArray"/>.</summary>
    public CimType Type { get; }

    /// <summary>True if the property is an array.</summary>
    public bool IsArray { get; }

    /// <summary>True if the class declares the property as a key.</summary>
    public bool IsKey { get; }

    /// <summary>The first Windows release that has the property; a query that names it is refused by earlier ones.</summary>
    public WindowsRelease Since { get; }

    /// <summary>The enumeration that names the property's values, or null.</summary>
    public Type? Values { get; }

    /// <summary>What becomes of it in a redacted snapshot.</summary>
    internal RedactionKind Redaction { get; }

    /// <summary>The slot of the property in a row of its class.</summary>
    internal int Ordinal { get; }

    /// <summary>True if two raw values mean the same: <c>1</c> and <c>Enabled</c>, or two spellings of one address.</summary>
    internal abstract bool Same(object? raw, object? other);

    /// <summary>What values that are the same have in common, to look rows up by; null where only a comparison tells, and for a value that is none.</summary>
    internal abstract object? KeyOf(object? raw);

    /// <summary>A raw value as people read it: the name of an enumerated number.</summary>
    internal abstract string Display(object? raw);

    /// <inheritdoc/>
    public override string ToString() => ClassName + "." + Name;
}
