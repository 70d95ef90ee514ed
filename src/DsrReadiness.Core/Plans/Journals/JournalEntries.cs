using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Json;

namespace DsrReadiness.Plans.Journals;

/// <summary>The entries of a journal as text: one JSON object a line.</summary>
internal static class JournalEntries
{
    public const string Family = "dsr-journal/";
    public const string Format = Family + "1";

    public static byte[] Run(JournalRun run) => Line(
    [
        ("entry", "run"),
        ("format", Format),
        ("id", run.Id),
        ("computerName", run.ComputerName),
        ("startedAt", Moment(run.StartedAt)),
        ("virtualIPAddress", run.VirtualIPAddresses),
        .. IfAny("port", run.Ports),
        ("removal", run.IsRemoval),
    ]);

    public static byte[] Step(JournalStep step)
    {
        Change change = step.Change;
        return Line(
        [
            ("entry", "step"),
            ("number", step.Number),
            ("text", change.Text),
            ("check", change.CheckId),
            .. IfAny("setting", change.Setting?.Name),
            ("shared", change.IsShared),
            ("class", change.Row.Class.Name),
            ("interface", Of(step.On)),
            ("where", Values(change.Row.Where.Select(condition => new KeyValuePair<CimProperty, object?>(condition.Property, condition.Value)))),
            ("to", Of(change.To)),
            ("before", step.Before.Select(before => (before.Key.ToString(), Of(before.Value))).ToArray()),
            ("options", change.Options.Select(Of)),
            ("devices", step.KnownDevices),
        ]);
    }

    public static byte[] Status(JournalStep step) => Line(
    [
        ("entry", "status"),
        ("number", step.Number),
        ("status", step.Status),
        ("note", step.Note),
        ("forOthers", step.IsKeptForOthers),
        ("madeDevice", step.MadeDevice),
        .. IfAny("unansweredAt", step.UnansweredAt is { } at ? Moment(at) : null),
        .. IfAny("undoing", step.IsUndoingUnanswered ? true : null),
    ]);

    public static byte[] End(RunStatus status) => Line([("entry", "end"), ("status", status)]);

    private static byte[] Line((string Name, object? Value)[] members)
    {
        using var stream = new MemoryStream();
        var json = new JsonWriter(stream);
        json.Object(members, onOneLine: true);
        json.Flush();
        return stream.ToArray();
    }

    private static string Moment(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    private static (string Name, object? Value)[] IfAny(string name, object? value) => value is null ? [] : [(name, value)];

    private static object? Of(InterfaceRef? on) => on is null ? null
        : Members(("kind", on.Kind), ("guid", on.InterfaceGuid), ("instanceId", on.DeviceInstanceId), ("alias", on.Alias));

    private static object? Of(RowState state) => state.IsPresent ? Values(state.Values) : null;

    private static object Of(CimAssignment option) => Members(("name", option.Name), ("type", option.Type), ("value", option.Value));

    private static (string Name, object? Value)[] Values(IEnumerable<KeyValuePair<CimProperty, object?>> values) => [.. values.Select(pair => (pair.Key.Name, pair.Value))];

    private static (string Name, object? Value)[] Members(params (string Name, object? Value)[] members) => members;
}
