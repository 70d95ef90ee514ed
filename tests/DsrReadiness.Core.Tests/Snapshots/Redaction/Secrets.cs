using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Paths;

namespace DsrReadiness.Tests.Snapshots.Redaction;

/// <summary>Puts texts into snapshots that nobody may find there afterwards: each holds <see cref="Word"/>.</summary>
internal static class Secrets
{
    public const string Word = "Zqxj"; // no hexadecimal digit, and in no word of ours

    /// <summary>Shapes that a disguise could take for something that stays.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        Word, "ZQXJ Payroll", Word + "-Net*", Word + ".example.com", Word + "/192.168.11.50", "192.168.11.50/" + Word, "192.168.11.50 (" + Word + ")", "{" + Word + "}", "0x" + Word,
        "DsrReadiness-192.168.11.50-" + Word, "DsrReadiness-192.168.11.50-tcp-443-" + Word, "DsrReadiness" + Word, "@firewallapi.dll,-1" + Word, "@" + Word + ".dll,-1",
        "DSR tcp/443 to " + Word, "fe80::1%" + Word, "443," + Word, "443-" + Word, Word + "-443", "Any " + Word, "Ethernet " + Word, @"ROOT\NET\" + Word, @"ROOT\" + Word + @"\0000", "TCP" + Word,
        "ms_" + Word, "ms_tcpip " + Word, "System" + Word, "Any\n" + Word, Word + "\u0000", "10.0." + Word, "8:" + Word, "::ffff:" + Word, "1." + Word + ".2", "192.168.11.1-" + Word,
    ];

    /// <summary>The snapshot with secrets in some of its cells; head and failures hold one each.</summary>
    public static Snapshot Plant(Snapshot snapshot, Dice dice, int count) => Plant(snapshot, dice, count, Texts);

    /// <summary>The snapshot with some of these texts in some of its cells.</summary>
    public static Snapshot Plant(Snapshot snapshot, Dice dice, int count, IReadOnlyList<string> texts)
    {
        CimReading[] readings = [.. snapshot.Readings];
        var cells = new HashSet<(int Reading, int Row, CimProperty Property)>();
        for (int i = 0; i < count; i++)
        {
            int at = dice.Below(readings.Length);
            if (readings[at].Rows is { Count: > 0 } rows)
                cells.Add((at, dice.Below(rows.Count), dice.Of(readings[at].Class.Properties)));
        }

        return new Snapshot(texts[^1] + "01", snapshot.CollectedAt.ToOffset(TimeSpan.FromMinutes(765)), texts[^1], readings.Select((reading, at) => reading.Rows is { } rows
            ? CimReading.Of(reading.Class, reading.Store, [.. rows.Select((row, number) => WithSecrets(row, property => cells.Contains((at, number, property)), dice, texts))])
            : CimReading.Failed(reading.Class, reading.Store, new CimFailure(reading.Failure!.Kind, "Access to " + texts[0] + " is denied."))));
    }

    /// <summary>A row of which every cell is a secret.</summary>
    public static CimRow Row(CimClass @class, string text, bool asArray) => CimRow.From(
        @class, @class.Properties.Select(property => new KeyValuePair<string, object?>(property.Name, asArray ? new object?[] { text, new object?[] { text } } : text)));

    private static CimRow WithSecrets(CimRow row, Func<CimProperty, bool> isChosen, Dice dice, IReadOnlyList<string> texts) => CimRow.From(row.Class, row.Class.Properties
        .Select(property => (property.Name, HasValue: row.TryGetRaw(property, out object? raw), Raw: raw, IsChosen: isChosen(property), property.IsArray))
        .Where(each => each.HasValue || each.IsChosen)
        .Select(each => new KeyValuePair<string, object?>(each.Name, each.IsChosen ? Secret(each.Raw, each.IsArray, dice, texts) : each.Raw)));

    /// <summary>Mostly beside what an array holds already.</summary>
    private static object Secret(object? raw, bool isArray, Dice dice, IReadOnlyList<string> texts)
    {
        string text = dice.Of(texts);
        return !isArray ? text : dice.Once(2) || raw is not object?[] items ? new object?[] { text } : items.Append(text).ToArray();
    }
}
