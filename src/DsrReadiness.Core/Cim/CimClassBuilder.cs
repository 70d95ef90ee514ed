using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DsrReadiness.Cim;

/// <summary>Declares a class property by property, and is done with when the class is built. What becomes of a text when a snapshot is redacted has no default: whoever adds one decides.</summary>
internal sealed class CimClassBuilder(
    string @namespace,
    string name,
    CimEvidence evidence,
    bool hasStores = false,
    WindowsRelease since = WindowsRelease.Server2012,
    string[]? otherKeys = null,
    string? cmdlet = null)
{
    private readonly List<CimProperty> _properties = [];

    public CimProperty<bool> Boolean(string property) => Add(property, CimType.Boolean, CimConvert.ToBoolean);

    public CimProperty<uint> UInt8(string property) => Add(property, CimType.UInt8, raw => CimConvert.ToUInt32(raw, byte.MaxValue));

    public CimProperty<uint> UInt16(string property) => Add(property, CimType.UInt16, raw => CimConvert.ToUInt32(raw, ushort.MaxValue));

    public CimProperty<uint> UInt32(string property, bool key = false, WindowsRelease? firstIn = null) =>
        Add(property, CimType.UInt32, raw => CimConvert.ToUInt32(raw, uint.MaxValue), key, firstIn: firstIn);

    public CimProperty<string> String(string property, RedactionKind redaction, bool key = false, WindowsRelease? firstIn = null) =>
        Add(property, CimType.String, CimConvert.ToText, key, redaction: redaction, firstIn: firstIn);

    public CimProperty<IReadOnlyList<string>> Strings(string property, RedactionKind redaction, WindowsRelease? firstIn = null) =>
        Add(property, CimType.String, CimConvert.ToTexts, isArray: true, redaction: redaction, firstIn: firstIn);

    /// <summary>An IP address as text, read without its scope.</summary>
    public CimProperty<IPAddress> Address(string property) => Add(property, CimType.String, CimConvert.ToAddress, redaction: RedactionKind.Words);

    /// <summary>A number whose values the enumeration names; a number it does not name is kept.</summary>
    public CimProperty<T> Enum<T>(string property, CimType type)
        where T : struct, Enum
    {
        var added = new CimProperty<T>(name, property, type, isArray: false, _properties.Count, isKey: false, since, RedactionKind.Stays, CimEnum<T>.Read, typeof(T)); // A method more would be compiled for each enumeration.
        _properties.Add(added);
        return added;
    }

    /// <summary>An array of such numbers.</summary>
    public CimProperty<IReadOnlyList<T>> Enums<T>(string property, CimType type)
        where T : struct, Enum =>
        Add(property, type, CimEnum<T>.ReadAll, isArray: true, values: typeof(T));

    public CimClass Build(CimWriting? writing = null) => new(@namespace, name, hasStores, since, evidence, _properties.ToArray(), Keys(), writing ?? CimWriting.Plain) { Cmdlet = cmdlet };

    private CimProperty<T> Add<T>(
        string property,
        CimType type,
        Func<object, Field<T>> read,
        bool key = false,
        bool isArray = false,
        Type? values = null,
        RedactionKind redaction = RedactionKind.Stays,
        WindowsRelease? firstIn = null)
    {
        var added = new CimProperty<T>(name, property, type, isArray, _properties.Count, key, firstIn ?? since, redaction, read, values);
        _properties.Add(added);
        return added;
    }

    private string[] Keys() => _properties.Where(each => each.IsKey).Select(each => each.Name).Concat(otherKeys ?? []).ToArray();
}
