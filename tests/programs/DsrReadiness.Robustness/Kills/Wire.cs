using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Robustness.Kills;

/// <summary>What the ports to a server take and give, as bytes between two processes.</summary>
internal static class Wire
{
    public static void Write(BinaryWriter to, CimQuery query)
    {
        to.Write(query.Class.Name);
        to.Write((int)query.Store);
        to.Write(query.Conditions.Count);
        foreach (CimCondition condition in query.Conditions)
        {
            to.Write(condition.Property.Name);
            Write(to, condition.Value);
        }
    }

    public static CimQuery ReadQuery(BinaryReader from)
    {
        CimClass @class = CimClasses.Find(from.ReadString())!;
        var store = (CimStore)from.ReadInt32();
        return new CimQuery(@class, store, Many(from, () => new CimCondition(@class.Find(from.ReadString())!, ReadValue(from)!)));
    }

    public static void Write(BinaryWriter to, CimOperation operation)
    {
        to.Write((int)operation.Verb);
        Write(to, operation.Target);
        to.Write(operation.Method ?? string.Empty);
        Write(to, operation.Assignments);
        Write(to, operation.Options);
    }

    public static CimOperation ReadOperation(BinaryReader from)
    {
        var verb = (CimVerb)from.ReadInt32();
        CimQuery target = ReadQuery(from);
        string method = from.ReadString();
        CimAssignment[] assignments = ReadAssignments(from);
        CimAssignment[] options = ReadAssignments(from);
        return verb switch
        {
            CimVerb.Modify => CimOperation.Modify(target, assignments),
            CimVerb.Create => CimOperation.Create(target, assignments, options),
            CimVerb.Delete => CimOperation.Delete(target),
            _ => CimOperation.Invoke(target, method, assignments),
        };
    }

    public static void Write(BinaryWriter to, CimReading reading)
    {
        Write(to, reading.Failure);
        if (reading.Rows is null)
            return;
        to.Write(reading.Rows.Count);
        foreach (CimRow row in reading.Rows)
        {
            CimProperty[] there = [.. row.Class.Properties.Where(property => row.TryGetRaw(property, out object? raw) && raw is not EmbeddedObject)];
            to.Write(there.Length);
            foreach (CimProperty property in there)
            {
                to.Write(property.Name);
                row.TryGetRaw(property, out object? raw);
                Write(to, raw);
            }
        }
    }

    public static CimReading ReadReading(BinaryReader from, CimQuery query) => ReadFailure(from) is { } failure
        ? CimReading.Failed(query.Class, query.Store, failure)
        : CimReading.Of(query.Class, query.Store, Many(from, () => CimRow.From(query.Class, Many(from, () => KeyValuePair.Create(from.ReadString(), ReadValue(from))))));

    public static void Write(BinaryWriter to, CimOutcome outcome)
    {
        Write(to, outcome.Failure);
        to.Write(outcome.ReturnValue);
        to.Write(outcome.RestartNeeded);
    }

    public static CimOutcome ReadOutcome(BinaryReader from)
    {
        CimFailure? failure = ReadFailure(from);
        CimOutcome done = CimOutcome.Done(from.ReadUInt32(), from.ReadBoolean());
        return failure is null ? done : CimOutcome.Failed(failure);
    }

    public static void Write(BinaryWriter to, DeviceReading reading)
    {
        Write(to, reading.Failure);
        to.Write(reading.Devices?.Count ?? 0);
        foreach (LoopbackDevice device in reading.Devices ?? [])
            to.Write(device.InstanceId);
    }

    public static DeviceReading ReadDevices(BinaryReader from)
    {
        CimFailure? failure = ReadFailure(from);
        LoopbackDevice[] devices = Many(from, () => new LoopbackDevice(from.ReadString()));
        return failure is null ? DeviceReading.Of(devices) : DeviceReading.Failed(failure);
    }

    public static void Write(BinaryWriter to, DeviceOutcome outcome)
    {
        Write(to, outcome.Failure);
        to.Write(outcome.Device?.InstanceId ?? string.Empty);
        to.Write(outcome.RestartNeeded);
    }

    public static DeviceOutcome ReadDeviceOutcome(BinaryReader from)
    {
        CimFailure? failure = ReadFailure(from);
        DeviceOutcome done = DeviceOutcome.Done(new LoopbackDevice(from.ReadString()), from.ReadBoolean());
        return failure is null ? done : DeviceOutcome.Failed(failure);
    }

    private static void Write(BinaryWriter to, CimFailure? failure)
    {
        to.Write(failure is not null);
        if (failure is null)
            return;
        to.Write((int)failure.Kind);
        to.Write(failure.Message);
    }

    private static CimFailure? ReadFailure(BinaryReader from) => from.ReadBoolean() ? new CimFailure((FailureKind)from.ReadInt32(), from.ReadString()) : null;

    private static void Write(BinaryWriter to, IReadOnlyList<CimAssignment> assignments)
    {
        to.Write(assignments.Count);
        foreach (CimAssignment assignment in assignments)
        {
            to.Write(assignment.Name);
            to.Write((int)assignment.Type);
            Write(to, assignment.Value);
        }
    }

    private static CimAssignment[] ReadAssignments(BinaryReader from) =>
        Many(from, () => new CimAssignment(from.ReadString(), (CimType)from.ReadInt32(), ReadValue(from)));

    private static T[] Many<T>(BinaryReader from, Func<T> read)
    {
        var items = new T[from.ReadInt32()];
        for (int i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    private static void Write(BinaryWriter to, object? value)
    {
        switch (value)
        {
            case null:
                to.Write('0');
                break;
            case bool flag:
                to.Write('b');
                to.Write(flag);
                break;
            case long number:
                to.Write('n');
                to.Write(number);
                break;
            case ulong number:
                to.Write('u');
                to.Write(number);
                break;
            case double number:
                to.Write('d');
                to.Write(number);
                break;
            case string text:
                to.Write('s');
                to.Write(text);
                break;
            case object?[] items:
                to.Write('a');
                to.Write(items.Length);
                foreach (object? item in items)
                    Write(to, item);
                break;
            default:
                throw new NotSupportedException($"No raw value is a {value.GetType()}.");
        }
    }

    private static object? ReadValue(BinaryReader from) => from.ReadChar() switch
    {
        '0' => null,
        'b' => from.ReadBoolean(),
        'n' => from.ReadInt64(),
        'u' => from.ReadUInt64(),
        'd' => from.ReadDouble(),
        's' => from.ReadString(),
        _ => Many(from, () => ReadValue(from)),
    };
}
