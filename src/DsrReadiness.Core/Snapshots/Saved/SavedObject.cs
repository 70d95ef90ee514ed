using System;
using System.Collections.Generic;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>One object that a cmdlet gave, as a file holds it.</summary>
/// <param name="at">Where it begins: the byte in JSON, the line in XML.</param>
internal sealed class SavedObject(int at)
{
    private readonly Dictionary<string, object?> _members = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string>? _twofold;

    public int At { get; } = at;

    /// <summary>The class, with its namespace before it where that is known: <c>ROOT/StandardCimv2/MSFT_NetRoute</c>.</summary>
    public string? ClassPath { get; set; }

    /// <summary>The computer that it came from; null where it does not say.</summary>
    public string? Server { get; set; }

    /// <summary>What type it is, for messages.</summary>
    public string? TypeName { get; set; }

    /// <summary>The members that were read, each as a raw value of CIM.</summary>
    public IReadOnlyDictionary<string, object?> Members => _members;

    /// <summary>Adds a member. PowerShell writes a property and its own view of it under one name, in JSON where their case differs.</summary>
    public void Add(string name, object? value)
    {
        if (!_members.TryGetValue(name, out object? known))
            _members.Add(name, value);
        else if (!Equals(known, value))
            (_twofold ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(name);
    }

    /// <summary>Adds a member that is no more than another view of one that may be there already.</summary>
    public void AddView(string name, object? value)
    {
        if (!_members.ContainsKey(name))
            _members.Add(name, value);
    }

    /// <summary>True if the member has two values.</summary>
    public bool IsTwofold(string name) => _twofold?.Contains(name) == true;

    /// <summary>Takes what the object says of its class and server, under the names that CIM and WMI give that.</summary>
    public void AddOrigin(string? @namespace, string? className, string? server)
    {
        if (!string.IsNullOrEmpty(className))
            ClassPath ??= string.IsNullOrEmpty(@namespace) ? className : @namespace!.Replace('\\', '/') + "/" + className;
        if (!string.IsNullOrEmpty(server))
            Server ??= server;
    }
}
