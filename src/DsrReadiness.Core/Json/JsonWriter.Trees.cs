using System.Collections;

namespace DsrReadiness.Json;

/// <content>Values, as a tree of them.</content>
internal sealed partial class JsonWriter
{
    /// <summary>Writes members with a name and a value as an object, a list as an array, numbers and booleans as such, and all else as text.</summary>
    public void Value(object? value)
    {
        switch (value)
        {
            case null:
                Null();
                break;
            case string text:
                String(text);
                break;
            case bool flag:
                Boolean(flag);
                break;
            case int number:
                Number((long)number);
                break;
            case long number:
                Number(number);
                break;
            case ulong number:
                Number(number);
                break;
            case double number:
                Number(number);
                break;
            case (string, object?)[] members:
                Object(members);
                break;
            case IEnumerable items:
                StartArray();
                foreach (object? item in items)
                    Value(item);
                EndArray();
                break;
            default:
                String(JsonReal.TextOf(value));
                break;
        }
    }

    /// <summary>Writes an object.</summary>
    public void Object((string Name, object? Value)[] members, bool onOneLine = false)
    {
        StartObject(onOneLine);
        foreach ((string name, object? value) in members)
        {
            Name(name);
            Value(value);
        }

        EndObject();
    }
}
