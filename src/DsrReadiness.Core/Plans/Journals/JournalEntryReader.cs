using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;

namespace DsrReadiness.Plans.Journals;

/// <summary>Reads one entry of a journal. What is not as <see cref="JournalEntries"/> writes it is a <see cref="FormatException"/>.</summary>
internal sealed class JournalEntryReader(object? entry)
{
    private readonly Dictionary<string, object?> _entry = entry as Dictionary<string, object?> ?? throw new FormatException("there is no object");

    public JournalRun ReadRun(string runId, string computerName)
    {
        if (Text("entry") != "run" || !Text("format").StartsWith(JournalEntries.Family, StringComparison.Ordinal))
            throw new FormatException("there is no journal of DsrReadiness");
        if (Text("format") != JournalEntries.Format)
            throw new FormatException($"the format is {Text("format")}, and this version of DsrReadiness reads {JournalEntries.Format}: update the module to undo this run");
        if (Text("id") != runId || !string.Equals(Text("computerName"), computerName, StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"it says that it is the journal of run {Text("id")} on {Text("computerName")}: it is a copy");
        DateTimeOffset startedAt = Moment("startedAt");
        if (RunIds.IsBeyond(startedAt))
            throw new FormatException("startedAt is in the year 9999: the clock was wrong");
        IPAddress[] vips = Texts("virtualIPAddress")
            .Select(text => AddressText.TryParse(text, out IPAddress? vip) ? vip : throw new FormatException($"'{text}' is not an address")).ToArray();
        return new JournalRun(
            runId, computerName, startedAt, vips, _entry.ContainsKey("port") ? Texts("port") : null, _entry.TryGetValue("removal", out object? removal) && removal is true);
    }

    public void ReadInto(JournalRun run)
    {
        switch (Text("entry"))
        {
            case "step":
                run.Add(ReadStep(run.Steps.Count + 1));
                break;
            case "status":
                ReadStatus(run);
                break;
            case "end":
                run.Status = Enumerated<RunStatus>("status");
                break;
            default:
                throw new FormatException($"there is an entry '{Text("entry")}', which is not known");
        }
    }

    private JournalStep ReadStep(int number)
    {
        if (Number("number") != number)
            throw new FormatException($"step {number} is missing");
        CimClass @class = Text("class") == LoopbackDeviceClass.Class.Name
            ? LoopbackDeviceClass.Class
            : CimClasses.Find(Text("class")) ?? throw new FormatException($"class {Text("class")} is not known");
        InterfaceRef? on = _entry.TryGetValue("interface", out object? value) && value is not null ? ReadInterface(new JournalEntryReader(value)) : null;
        Dictionary<CimStore, RowState> before = Object("before").ToDictionary(pair => Parse<CimStore>(pair.Key), pair => State(@class, pair.Value));
        if (before.Count == 0)
            throw new FormatException("what was there before is missing");
        var change = new Change
        {
            Text = Text("text"),
            CheckId = Text("check"),
            IsShared = Required("shared") is true,
            Row = new RowSelector(@class, on, Values(@class, Object("where")).Select(Condition).ToArray()),
            Stores = before.Keys.ToArray(),
            To = State(@class, Required("to")),
            Options = Array("options").Select(option => ReadOption(new JournalEntryReader(option))).ToArray(),
        };
        return new JournalStep(number, change, on, before, Texts("devices"));
    }

    private void ReadStatus(JournalRun run)
    {
        long number = Number("number");
        JournalStep step = run.Steps.FirstOrDefault(each => each.Number == number) ?? throw new FormatException($"step {number} was not begun");
        step.Status = Enumerated<StepStatus>("status");
        step.Note = TextOrNull("note");
        step.IsKeptForOthers = Required("forOthers") is true;
        step.MadeDevice = TextOrNull("madeDevice");
        step.UnansweredAt = _entry.ContainsKey("unansweredAt") ? Moment("unansweredAt") : null;
        step.IsUndoingUnanswered = _entry.TryGetValue("undoing", out object? undoing) && undoing is true;
    }

    private static InterfaceRef ReadInterface(JournalEntryReader on) => on.Enumerated<InterfaceRefKind>("kind") switch
    {
        InterfaceRefKind.BuiltInLoopback => InterfaceRef.BuiltInLoopback(on.Text("alias")),
        InterfaceRefKind.Adapter => InterfaceRef.Adapter(on.Text("guid"), on.Text("instanceId"), on.Text("alias")),
        _ => throw new FormatException("an interface is named by the plan that was to make it"),
    };

    private static CimAssignment ReadOption(JournalEntryReader option) =>
        new(option.Text("name"), option.Enumerated<CimType>("type"), Raw(option.Required("value")));

    private static RowState State(CimClass @class, object? state) => state is null
        ? RowState.Absent
        : RowState.Present(Values(@class, state as Dictionary<string, object?> ?? throw new FormatException("a state is not an object")));

    private static CimCondition Condition(KeyValuePair<CimProperty, object?> pair) =>
        new(pair.Key, pair.Value ?? throw new FormatException($"a row is told by {pair.Key}, which is NULL"));

    private static Dictionary<CimProperty, object?> Values(CimClass @class, Dictionary<string, object?> values)
    {
        var found = new Dictionary<CimProperty, object?>();
        foreach (KeyValuePair<string, object?> pair in values)
        {
            CimProperty property = @class.Find(pair.Key) ?? throw new FormatException($"{@class.Name} has no property {pair.Key}");
            if (found.ContainsKey(property))
                throw new FormatException($"{property} is there twice");
            found.Add(property, Raw(pair.Value));
        }

        return found;
    }

    /// <summary>A value as rows have it: no object, and nothing but single values in an array.</summary>
    private static object? Raw(object? value) => value is Dictionary<string, object?> || (value is object?[] items && System.Array.Exists(items, item => item is Dictionary<string, object?> or object?[]))
        ? throw new FormatException("an object stands where a value should")
        : value;

    /// <summary>A name as it is written, and not what else .NET takes for one: numbers, several names, or one among blanks.</summary>
    private static T Parse<T>(string text)
        where T : struct =>
        Enum.TryParse(text, out T value) && value.ToString() == text && Enum.IsDefined(typeof(T), value) ? value : throw new FormatException($"'{text}' is not a valid {typeof(T).Name}");

    private object? Required(string name) => _entry.TryGetValue(name, out object? value) ? value : throw new FormatException(name + " is missing");

    private string Text(string name) => Required(name) as string ?? throw new FormatException(name + " is not text");

    private string? TextOrNull(string name) => Required(name) is null ? null : Text(name);

    private DateTimeOffset Moment(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset moment)
            ? moment
            : throw new FormatException($"{name} is not a date");

    private long Number(string name) => Required(name) is long number ? number : throw new FormatException(name + " is not a number");

    private T Enumerated<T>(string name)
        where T : struct =>
        Parse<T>(Text(name));

    private Dictionary<string, object?> Object(string name) =>
        Required(name) as Dictionary<string, object?> ?? throw new FormatException(name + " is not an object");

    private object?[] Array(string name) => Required(name) as object?[] ?? throw new FormatException(name + " is not an array");

    private string[] Texts(string name) => Array(name).Select(each => each as string ?? throw new FormatException(name + " holds no texts")).ToArray();
}
