using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Reads one reading of a snapshot file.</summary>
internal sealed class ReadingReader(byte[] buffer)
{
    private readonly RowReader _rows = new(buffer);

    /// <summary>Reads the reading whose opening brace was just read; null if it is of a class without contract.</summary>
    public CimReading? Read(JsonReader reader)
    {
        var members = new ObjectMembers(reader, "namespace", "class", "store", "rows", "error");
        IReadOnlyList<CimRow>? rows = null;
        while (members.ReadNext(out string? member))
        {
            if (member == "rows" && members.Has("class") && members.Has("namespace") && FindClass(members) is { } early)
                rows = _rows.ReadRows(reader, early);
            else
                reader.SkipValue();
        }

        if (FindClass(members) is not { } @class)
            return null;
        CimStore store = ReadStore(members, @class);
        if (rows is null && members.Find("rows") is { } later)
            rows = _rows.ReadRows(later, @class);
        CimFailure? failure = members.Find("error") is { } error ? ReadFailure(error) : null;
        return (rows, failure) switch
        {
            (not null, null) => CimReading.Of(@class, store, rows),
            (null, not null) => CimReading.Failed(@class, store, failure),
            (null, null) => throw members.Fail($"found neither 'rows' nor 'error' in the reading of {@class}, expected one of them"),
            _ => throw members.Fail($"found both 'rows' and 'error' in the reading of {@class}, expected one of them"),
        };
    }

    private static CimClass? FindClass(ObjectMembers members)
    {
        CimClass? @class = CimClasses.Find(members.Require("class").ReadString("the name of a class"));
        if (@class is null)
            return null;
        string @namespace = members.Require("namespace").ReadString("the name of a namespace");
        return string.Equals(@namespace.Replace('\\', '/'), @class.Namespace, StringComparison.OrdinalIgnoreCase) ? @class : null;
    }

    private static CimStore ReadStore(ObjectMembers members, CimClass @class)
    {
        if (!@class.HasStores)
        {
            if (members.Find("store") is { } given && given.ReadValue() != JsonToken.Null)
                throw given.NotExpected($"null, since {@class} has no stores");
            return CimStore.None;
        }

        string expected = $"\"{CimStore.Active}\" or \"{CimStore.Persistent}\", since {@class} has both stores";
        if (members.Find("store") is not { } store)
            throw members.Fail("found no member 'store', expected " + expected);
        string text = store.ReadString(expected);
        foreach (CimStore each in new[] { CimStore.Active, CimStore.Persistent })
        {
            // The parameter -PolicyStore of the cmdlets has them with the ending.
            if (string.Equals(text, each.ToString(), StringComparison.OrdinalIgnoreCase) || string.Equals(text, each + "Store", StringComparison.OrdinalIgnoreCase))
                return each;
        }

        throw store.NotExpected(expected);
    }

    private static CimFailure? ReadFailure(JsonReader reader)
    {
        const string Expected = "an error, which is an object of kind and message";
        if (reader.ReadValue() == JsonToken.Null)
            return null;
        if (reader.Token != JsonToken.StartObject)
            throw reader.NotExpected(Expected);
        var members = new ObjectMembers(reader, "kind", "message");
        while (members.ReadNext(out _))
            reader.SkipValue();
        string kind = members.Require("kind").ReadString("the kind of failure");
        string message = members.Find("message")?.ReadStringOrNull("a message") ?? string.Empty;
        foreach (FailureKind each in (FailureKind[])Enum.GetValues(typeof(FailureKind)))
        {
            if (string.Equals(kind, each.ToString(), StringComparison.OrdinalIgnoreCase))
                return new CimFailure(each, message);
        }

        return new CimFailure(FailureKind.Failed, message.Length == 0 ? kind : kind + ": " + message);
    }
}
