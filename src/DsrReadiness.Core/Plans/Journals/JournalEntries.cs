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

    public static byte[] Run(JournalRun run) => Line("run", json =>
    {
        json.Member("format", Format);
        json.Member("id", run.Id);
        json.Member("computerName", run.ComputerName);
        json.Member("startedAt", run.StartedAt.ToString("o", CultureInfo.InvariantCulture));
        Texts(json, "virtualIPAddress", run.VirtualIPAddresses.Select(vip => vip.ToString()));
        if (run.Ports is not null)
            Texts(json, "port", run.Ports);
        json.Name("removal");
        json.Boolean(run.IsRemoval);
    });

    public static byte[] Step(JournalStep step) => Line("step", json =>
    {
        Change change = step.Change;
        json.Name("number");
        json.Number(step.Number);
        json.Member("text", change.Text);
        json.Member("check", change.CheckId);
        if (change.Setting is { } setting)
            json.Member("setting", setting.Name);
        json.Name("shared");
        json.Boolean(change.IsShared);
        json.Member("class", change.Row.Class.Name);
        json.Name("interface");
        Interface(json, step.On);
        json.Name("where");
        Values(json, change.Row.Where.Select(condition => new KeyValuePair<CimProperty, object?>(condition.Property, condition.Value)));
        json.Name("to");
        State(json, change.To);
        json.Name("before");
        json.StartObject();
        foreach (KeyValuePair<CimStore, RowState> before in step.Before)
        {
            json.Name(before.Key.ToString());
            State(json, before.Value);
        }

        json.EndObject();
        json.Name("options");
        json.StartArray();
        foreach (CimAssignment option in change.Options)
            Option(json, option);
        json.EndArray();
        Texts(json, "devices", step.KnownDevices);
    });

    public static byte[] Status(JournalStep step) => Line("status", json =>
    {
        json.Name("number");
        json.Number(step.Number);
        json.Member("status", step.Status.ToString());
        json.Member("note", step.Note);
        json.Name("forOthers");
        json.Boolean(step.IsKeptForOthers);
        json.Member("madeDevice", step.MadeDevice);
        if (step.UnansweredAt is { } at)
            json.Member("unansweredAt", at.ToString("o", CultureInfo.InvariantCulture));
        if (!step.IsUndoingUnanswered)
            return;
        json.Name("undoing");
        json.Boolean(true);
    });

    public static byte[] End(RunStatus status) => Line("end", json => json.Member("status", status.ToString()));

    private static byte[] Line(string entry, Action<JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var json = new JsonWriter(stream);
        json.StartObject(onOneLine: true);
        json.Member("entry", entry);
        write(json);
        json.EndObject();
        json.Flush();
        return stream.ToArray();
    }

    private static void Texts(JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.Name(name);
        json.StartArray();
        foreach (string text in texts)
            json.String(text);
        json.EndArray();
    }

    private static void Interface(JsonWriter json, InterfaceRef? on)
    {
        if (on is null)
        {
            json.Null();
            return;
        }

        json.StartObject();
        json.Member("kind", on.Kind.ToString());
        json.Member("guid", on.InterfaceGuid);
        json.Member("instanceId", on.DeviceInstanceId);
        json.Member("alias", on.Alias);
        json.EndObject();
    }

    private static void State(JsonWriter json, RowState state)
    {
        if (state.IsPresent)
            Values(json, state.Values);
        else
            json.Null();
    }

    private static void Values(JsonWriter json, IEnumerable<KeyValuePair<CimProperty, object?>> values)
    {
        json.StartObject();
        foreach (KeyValuePair<CimProperty, object?> pair in values)
        {
            json.Name(pair.Key.Name);
            Value(json, pair.Value);
        }

        json.EndObject();
    }

    private static void Option(JsonWriter json, CimAssignment option)
    {
        json.StartObject();
        json.Member("name", option.Name);
        json.Member("type", option.Type.ToString());
        json.Name("value");
        Value(json, option.Value);
        json.EndObject();
    }

    private static void Value(JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.Null();
                break;
            case bool flag:
                json.Boolean(flag);
                break;
            case long number:
                json.Number(number);
                break;
            case ulong number:
                json.Number(number);
                break;
            case double number:
                json.Number(number);
                break;
            case object?[] items:
                json.StartArray();
                foreach (object? item in items)
                    Value(json, item);
                json.EndArray();
                break;
            default:
                json.String(JsonReal.TextOf(value));
                break;
        }
    }
}
