using System.Collections.Generic;
using System.Text.Json;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>Where the values of a JSON text stand, found by System.Text.Json.</summary>
internal static class ValueSpans
{
    public static (int Start, int End)[] Of(byte[] text)
    {
        var spans = new List<(int Start, int End)>();
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push((int)reader.TokenStartIndex);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    spans.Add((open.Pop(), (int)reader.BytesConsumed));
                    break;
                case JsonTokenType.PropertyName:
                    break;
                default:
                    spans.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                    break;
            }
        }

        return spans.ToArray();
    }
}
