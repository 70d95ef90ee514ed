using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>The contract of one CIM class: of its properties, those that this project reads or writes.</summary>
public sealed class CimClass
{
    private readonly Dictionary<string, CimProperty> _byName = new(StringComparer.OrdinalIgnoreCase);

    internal CimClass(
        string @namespace,
        string name,
        bool hasStores,
        WindowsRelease since,
        CimEvidence evidence,
        IReadOnlyList<CimProperty> properties,
        IReadOnlyList<string> keys,
        CimWriting writing)
    {
        Writing = writing;
        Namespace = @namespace;
        Name = name;
        HasStores = hasStores;
        Since = since;
        Evidence = evidence;
        Properties = properties;
        Keys = keys;
        foreach (CimProperty property in properties)
            _byName.Add(property.Name, property);
    }

    /// <summary>The namespace with forward slashes, such as <c>root/StandardCimv2</c>; compared ignoring case.</summary>
    public string Namespace { get; }

    /// <summary>The class name; compared ignoring case.</summary>
    public string Name { get; }

    /// <summary>True if the class is read from the active and from the persistent store.</summary>
    public bool HasStores { get; }

    /// <summary>The first Windows release that has the class.</summary>
    public WindowsRelease Since { get; }

    /// <summary>How well the declaration is known.</summary>
    public CimEvidence Evidence { get; }

    /// <summary>The contracted properties, in the order of their slots in a row.</summary>
    public IReadOnlyList<CimProperty> Properties { get; }

    /// <summary>
    /// The names of the class's key properties, contracted or not. An instance that was read without them cannot be changed. Empty where
    /// they are not known.
    /// </summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The cmdlet of Windows that reads the class from either store; null where <c>Get-CimInstance</c> reads it.</summary>
    internal string? Cmdlet { get; init; }

    /// <summary>How rows are written.</summary>
    internal CimWriting Writing { get; }

    /// <summary>Finds a property by name, ignoring case.</summary>
    public CimProperty? Find(string name) => _byName.TryGetValue(name, out CimProperty? property) ? property : null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
