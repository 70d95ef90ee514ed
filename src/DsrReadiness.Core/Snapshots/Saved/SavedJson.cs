using DsrReadiness.Json;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>
/// Reads objects as <c>ConvertTo-Json</c> of both PowerShells writes them: one, an array of them, an object of <c>value</c> and <c>Count</c> that stands for
/// an array, and tables of those. A class is named by members that PowerShell adds.
/// </summary>
internal sealed class SavedJson(byte[] buffer, int offset, int count, SavedReadings readings)
{
    private const string Expected = "an object that a cmdlet gave, or an array of such objects";
    private readonly RowReader _values = new(buffer);

    /// <exception cref="JsonFormatException">It is no JSON, or there is something else in it.</exception>
    public void Read()
    {
        var reader = new JsonReader(buffer, offset, count);
        try
        {
            Read(reader, SavedPlace.Top);
        }
        catch (SavedTextException e)
        {
            throw reader.Fail(e.Message, e.At);
        }

        reader.ReadEnd();
    }

    private void Read(JsonReader reader, SavedPlace place)
    {
        switch (reader.ReadValue())
        {
            case JsonToken.StartArray:
                readings.AddList(place, reader.Span.Start);
                while (reader.ReadItem())
                    Read(reader, place);
                break;
            case JsonToken.StartObject:
                ReadObject(reader, place);
                break;
            case JsonToken.Null:
                break;
            default:
                throw reader.NotExpected(Expected);
        }
    }

    private void ReadObject(JsonReader reader, SavedPlace place)
    {
        JsonReader inside = reader.Bookmark();
        var saved = new SavedObject(reader.Span.Start);
        bool hasValues = false;
        bool hasCount = false;
        while (reader.ReadName())
        {
            string name = reader.GetString();
            bool isValue = ReadMember(reader, name, saved);
            hasCount |= isValue && name == "Count";
            hasValues |= isValue && name != "Count";
        }

        if (saved.ClassPath is null && !hasValues && (!hasCount || saved.Members.ContainsKey("value")))
            ReadTable(inside, place);
        else
            readings.Add(saved, place);
    }

    private void ReadTable(JsonReader inside, SavedPlace place)
    {
        if (place.Depth == SavedPlace.MaximumDepth)
            throw inside.Fail($"found tables nested deeper than {SavedPlace.MaximumDepth}", inside.Span.Start);
        while (inside.ReadName())
        {
            string name = inside.GetString();
            if (name == "Count")
                inside.SkipValue();
            else
                Read(inside, name == "value" ? place with { Depth = place.Depth + 1 } : place.Below(name));
        }
    }

    /// <summary>Reads a member; true if its value is a text, a number or a truth value, which a table of lists does not have.</summary>
    private bool ReadMember(JsonReader reader, string name, SavedObject saved)
    {
        switch (name)
        {
            case "CimClass":
                ReadClass(reader, saved);
                return true;
            case "CimSystemProperties":
                ReadOrigin(reader, saved, "Namespace", "ClassName", "ServerName");
                return true;
            case "CimInstanceProperties":
                reader.SkipValue();
                return true;
        }

        object? value = _values.ReadRaw(reader);
        if (name == "__CLASS")
            saved.AddOrigin(null, value as string, null);
        else if (name == "__SERVER")
            saved.AddOrigin(null, null, value as string);
        saved.Add(name, value);
        return value is not (null or object?[] or Cim.EmbeddedObject);
    }

    /// <summary><c>ROOT/StandardCimv2:MSFT_NetRoute</c> where the depth ended; else an object, in which the name of the class need not stand.</summary>
    private static void ReadClass(JsonReader reader, SavedObject saved)
    {
        if (reader.ReadValue() == JsonToken.String)
            saved.AddOrigin(null, reader.GetString().Replace(':', '/'), null);
        else
            reader.SkipRest();
    }

    private static void ReadOrigin(JsonReader reader, SavedObject saved, string @namespace, string className, string server)
    {
        if (reader.ReadValue() != JsonToken.StartObject)
        {
            reader.SkipRest();
            return;
        }

        var members = new ObjectMembers(reader, @namespace, className, server);
        while (members.ReadNext(out _))
            reader.SkipValue();
        saved.AddOrigin(Text(@namespace), Text(className), Text(server));

        string? Text(string name) => members.Find(name)?.ReadStringOrNull("a text");
    }
}
