using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Snapshots.Saved;

/// <summary>Writes readings as PowerShell saves what cmdlets gave. The layouts are those of its documentation and of published files; the texts are ours.</summary>
internal static class SavedTexts
{
    public const string ServerName = "SRV19A";

    private static readonly XNamespace s_clixml = "http://schemas.microsoft.com/powershell/2004/04";
    private static readonly CimClass[] s_withStore = [NetIPInterfaceClass.Class, NetIPAddressClass.Class, NetRouteClass.Class, NetNeighborClass.Class];
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static byte[] Write(SavedLayout layout, string encoding, CimReading reading) => Encode(encoding, Text(layout, reading));

    public static byte[] Encode(string encoding, string text) => encoding switch
    {
        "UTF-8" => new UTF8Encoding(false).GetBytes(text),
        "UTF-8 with a mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "UTF-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        "UTF-16 big endian" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    public static string Text(SavedLayout layout, CimReading reading)
    {
        bool isTable = layout is SavedLayout.JsonTable or SavedLayout.ClixmlTable || (reading.Store != CimStore.None && !s_withStore.Contains(reading.Class));
        string store = reading.Store == CimStore.None ? "Services and more" : reading.Store + "Store";
        if (layout is SavedLayout.Clixml or SavedLayout.ClixmlTable)
        {
            XElement[] objects = [.. reading.Rows!.Select((row, i) => Clixml(row, reading.Store, i))];
            object content = isTable ? Table(store, Table(reading.Class.Name, List(objects))) : objects;
            return new XElement(s_clixml + "Objs", new XAttribute("Version", "1.1.0.1"), content).ToString();
        }

        var rows = new JsonArray([.. reading.Rows!.Select(row => (JsonNode)Json(layout, row, reading.Store))]);
        JsonNode list = layout == SavedLayout.JsonCounted ? new JsonObject { ["value"] = rows, ["Count"] = rows.Count }
            : rows.Count == 1 && !isTable ? rows[0]!.DeepClone() : rows;
        JsonNode root = isTable ? new JsonObject { [store] = new JsonObject { [reading.Class.Name] = list } } : list;
        return root.ToJsonString(s_indented);
    }

    private static JsonObject Json(SavedLayout layout, CimRow row, CimStore store)
    {
        var members = new JsonObject { ["ifIndex"] = 3, ["HealthState"] = null };
        foreach (CimProperty property in row.Class.Properties)
        {
            if (row.TryGetRaw(property, out object? raw))
                members[property.Name] = Value(layout, property, raw);
        }

        if (s_withStore.Contains(row.Class))
            members["Store"] = layout == SavedLayout.JsonWords ? JsonValue.Create(store + "Store") : JsonValue.Create(store == CimStore.Active ? 1 : 0);
        if (layout == SavedLayout.JsonWmi)
        {
            members["__CLASS"] = row.Class.Name;
            members["__NAMESPACE"] = row.Class.Namespace.Replace('/', '\\');
            members["__SERVER"] = ServerName;
            return members;
        }

        members["PSComputerName"] = layout == SavedLayout.JsonShallow ? ServerName : null;
        members["CimClass"] = layout == SavedLayout.JsonShallow
            ? $"ROOT/{row.Class.Namespace["root/".Length..]}:{row.Class.Name}"
            : new JsonObject { ["CimSuperClassName"] = "CIM_X", ["CimSuperClass"] = "ROOT/X:CIM_X", ["CimClassProperties"] = new JsonArray("A", "B"), ["CimSystemProperties"] = "Microsoft.Management.Infrastructure.CimSystemProperties" };
        members["CimInstanceProperties"] = new JsonArray("Caption", "InterfaceIndex = 3");
        members["CimSystemProperties"] = layout == SavedLayout.JsonShallow
            ? "Microsoft.Management.Infrastructure.CimSystemProperties"
            : new JsonObject { ["Namespace"] = "ROOT" + row.Class.Namespace["root".Length..], ["ServerName"] = ServerName, ["ClassName"] = row.Class.Name, ["Path"] = null };
        return members;
    }

    private static JsonNode? Value(SavedLayout layout, CimProperty property, object? raw) => raw switch
    {
        null => null,
        object?[] { Length: 1 } one when layout == SavedLayout.JsonWords => Value(layout, property, one[0]),
        object?[] items when layout == SavedLayout.JsonCounted => new JsonObject { ["value"] = new JsonArray([.. items.Select(item => Value(layout, property, item))]), ["Count"] = items.Length },
        object?[] items => new JsonArray([.. items.Select(item => Value(layout, property, item))]),
        long number when layout == SavedLayout.JsonWords && property.Values is { } values => Word(values, number),
        long number => number,
        bool flag => flag,
        _ => Convert.ToString(raw, CultureInfo.InvariantCulture),
    };

    /// <summary>What <c>-EnumsAsStrings</c> writes.</summary>
    private static string Word(Type values, long number) => Enum.ToObject(values, number).ToString()!;

    private static XElement Clixml(CimRow row, CimStore store, int index)
    {
        string path = $"Microsoft.Management.Infrastructure.CimInstance#ROOT{row.Class.Namespace["root".Length..]}/{row.Class.Name}";
        XElement types = index > 0 ? new XElement(s_clixml + "TNRef", new XAttribute("RefId", "0")) : new XElement(
            s_clixml + "TN",
            new XAttribute("RefId", "0"),
            new[] { path, "Microsoft.Management.Infrastructure.CimInstance#" + row.Class.Name, "Microsoft.Management.Infrastructure.CimInstance", "System.Object" }.Select(type => new XElement(s_clixml + "T", type)));
        var properties = new XElement(s_clixml + "Props", new XElement(s_clixml + "Nil", new XAttribute("N", "HealthState")));
        var views = new XElement(s_clixml + "MS");
        foreach (CimProperty property in row.Class.Properties)
        {
            if (!row.TryGetRaw(property, out object? raw))
                continue;
            properties.Add(Element(property, raw, property.Name));
            if (property.Values is { } values && raw is long number)
                views.Add(View(values, number, property.Name));
        }

        if (s_withStore.Contains(row.Class))
            properties.Add(new XElement(s_clixml + "By", new XAttribute("N", "Store"), store == CimStore.Active ? 1 : 0));
        views.Add(new XElement(
            s_clixml + "Obj",
            new XAttribute("N", "__ClassMetadata"),
            new XElement(s_clixml + "LST", new XElement(s_clixml + "Obj", new XElement(
                s_clixml + "MS", Text("ClassName", row.Class.Name), Text("Namespace", row.Class.Namespace), Text("ServerName", ServerName), Text("MiXml", "<CLASS NAME=\"X\"></CLASS>"))))));
        return new XElement(s_clixml + "Obj", new XAttribute("RefId", index), types, new XElement(s_clixml + "ToString", row.Class.Name), properties, views);
    }

    private static XElement Text(string name, string text) => new(s_clixml + "S", new XAttribute("N", name), text);

    private static XElement View(Type values, long number, string name) => new(
        s_clixml + "Obj",
        new XAttribute("N", name),
        new XElement(s_clixml + "TN", new XAttribute("RefId", "9"), new XElement(s_clixml + "T", "Microsoft.PowerShell.Cmdletization.GeneratedTypes." + values.Name), new XElement(s_clixml + "T", "System.Enum")),
        new XElement(s_clixml + "ToString", Word(values, number)),
        new XElement(s_clixml + "U16", number));

    private static XElement Element(CimProperty property, object? raw, string? name)
    {
        XElement element = raw switch
        {
            null => new XElement(s_clixml + "Nil"),
            object?[] items => List(items.Select(item => Element(property, item, null)), "System.String[]"),
            long number => new XElement(s_clixml + property.Type switch { CimType.UInt8 => "By", CimType.UInt16 => "U16", CimType.UInt32 => "U32", _ => "I64" }, number),
            bool flag => new XElement(s_clixml + "B", flag ? "true" : "false"),
            _ => new XElement(s_clixml + "S", Convert.ToString(raw, CultureInfo.InvariantCulture)!.Replace("\n", "_x000A_", StringComparison.Ordinal)),
        };
        if (name is not null)
            element.SetAttributeValue("N", name);
        return element;
    }

    private static XElement List(IEnumerable<XElement> items, string type = "System.Object[]") => new(
        s_clixml + "Obj", new XElement(s_clixml + "TN", new XAttribute("RefId", "7"), new XElement(s_clixml + "T", type)), new XElement(s_clixml + "LST", items));

    private static XElement Table(string key, XElement value)
    {
        value.SetAttributeValue("N", "Value");
        return new XElement(
            s_clixml + "Obj",
            new XElement(s_clixml + "TN", new XAttribute("RefId", "8"), new XElement(s_clixml + "T", "System.Collections.Hashtable")),
            new XElement(s_clixml + "DCT", new XElement(s_clixml + "En", new XElement(s_clixml + "S", new XAttribute("N", "Key"), key), value)));
    }
}

/// <summary>How a file is laid out.</summary>
public enum SavedLayout
{
    /// <summary>An array, as <c>ConvertTo-Json</c> writes it; one object stands alone.</summary>
    Json,

    /// <summary>Words in place of numbers, and a list of one as its item.</summary>
    JsonWords,

    /// <summary>Lists as objects of <c>value</c> and <c>Count</c>.</summary>
    JsonCounted,

    /// <summary>With the class as a text, where the depth ended.</summary>
    JsonShallow,

    /// <summary>What <c>Get-WmiObject</c> gives.</summary>
    JsonWmi,

    /// <summary>In tables of store and class.</summary>
    JsonTable,

    /// <summary>Objects one after the other.</summary>
    Clixml,

    /// <summary>In tables of store and class.</summary>
    ClixmlTable,
}
