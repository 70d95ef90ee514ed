using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Redaction;

/// <summary>
/// Takes out of snapshots what they reveal about an organisation, and nothing that a verdict, a path or a plan is made of. IP addresses, ports and numbers stay: they are what the verdict is about.
/// </summary>
/// <param name="key">
/// Random bytes. Snapshots that are to be compared, or belong to one pool, are redacted with the same: each name then has the same pseudonym in all of them.
/// </param>
internal sealed class SnapshotRedactor(byte[] key)
{
    /// <summary>What a redacted snapshot is told by.</summary>
    public const string Mark = "redacted";

    private readonly TextRedactor _texts = new(new Pseudonyms(key));

    /// <summary>A snapshot that can be given away.</summary>
    public Snapshot Redact(Snapshot snapshot) => new(
        NameOf(snapshot.ComputerName),
        snapshot.CollectedAt.ToUniversalTime(), // the offset tells a place
        (_texts.Redact(RedactionKind.Words, snapshot.Collector) + " " + Mark).TrimStart(),
        snapshot.Readings.Select(Redact));

    /// <summary>What a computer is called in redacted snapshots.</summary>
    public string NameOf(string computerName) => _texts.HostName(computerName);

    /// <summary>The message of a failure is in words of the server's; its kind decides.</summary>
    private CimReading Redact(CimReading reading) => reading.TryGetRows(out IReadOnlyList<CimRow>? rows, out CimFailure? failure)
        ? CimReading.Of(reading.Class, reading.Store, rows.Select(Redact).ToArray())
        : CimReading.Failed(reading.Class, reading.Store, new CimFailure(failure.Kind, string.Empty));

    private CimRow Redact(CimRow row)
    {
        object?[] values = CimRow.NewSlots(row.Class);
        foreach (CimProperty property in row.Class.Properties)
        {
            RedactionKind disguise = property.Redaction;
            if (disguise != RedactionKind.Dropped && row.TryGetRaw(property, out object? raw))
                values[property.Ordinal] = Redact(property, disguise, raw);
        }

        return new CimRow(row.Class, values);
    }

    private object? Redact(CimProperty property, RedactionKind disguise, object? raw) => raw switch
    {
        object?[] items => items.Select(item => Redact(property, disguise, item)).ToArray(),
        string text when disguise == RedactionKind.Stays => property.Same(text, text) ? text : _texts.Redact(RedactionKind.Words, "?" + text),
        string text => _texts.Redact(disguise, text),
        long number when disguise is not (RedactionKind.Stays or RedactionKind.Words) => _texts.Redact(disguise, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => raw, // Numbers and switches; a number that is not an integer is none of the values that a text property can have.
    };
}
