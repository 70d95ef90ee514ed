using System.Collections.Generic;
using DsrReadiness.Json;

namespace DsrReadiness.Services.Files;

/// <summary>Reads JSON into values with their places.</summary>
internal sealed class JsonData(byte[] buffer, int offset, int count)
{
    private readonly JsonReader _reader = new(buffer, offset, count);

    // Where the last place was: values come in order, so lines and columns are counted on from there.
    private int _seen = offset;
    private int _line = 1;
    private int _column = 1;

    /// <exception cref="ServiceFileException">It is no JSON.</exception>
    public static DataNode Read(byte[] buffer, int count, string file)
    {
        if (JsonEncoding.FindProblem(buffer, 0, count, "services", out int mark) is { } problem)
            throw new ServiceFileException(file, problem);
        var data = new JsonData(buffer, mark, count - mark);
        try
        {
            DataNode node = data.ReadValue();
            data._reader.ReadEnd();
            return node;
        }
        catch (JsonFormatException e)
        {
            throw new ServiceFileException(file, e.Message, new DataPlace(e.Line, data.ColumnOf(e.Line, e.Position, mark)));
        }
    }

    private DataNode ReadValue()
    {
        JsonToken token = _reader.ReadValue();
        DataPlace place = PlaceOf(_reader.Span.Start);
        return token switch
        {
            JsonToken.StartObject => DataNode.OfObject(place, ReadMembers()),
            JsonToken.StartArray => DataNode.OfList(place, ReadItems()),
            JsonToken.String => DataNode.OfText(place, _reader.GetString()),
            JsonToken.Number => DataNode.OfNumber(place, _reader.GetNumber()),
            _ => DataNode.OfOther(place, _reader.Describe()),
        };
    }

    private List<DataMember> ReadMembers()
    {
        var members = new List<DataMember>();
        while (_reader.ReadName())
        {
            DataPlace place = PlaceOf(_reader.Span.Start);
            string name = _reader.GetString();
            members.Add(new DataMember(name, place, ReadValue()));
        }

        return members;
    }

    private List<DataNode> ReadItems()
    {
        var items = new List<DataNode>();
        while (_reader.ReadItem())
            items.Add(ReadValue());
        return items;
    }

    private DataPlace PlaceOf(int at)
    {
        for (; _seen < at; _seen++)
        {
            if (buffer[_seen] == '\n')
                (_line, _column) = (_line + 1, 1);
            else
                _column += IsBeginning(buffer[_seen]) ? 1 : 0;
        }

        return new DataPlace(_line, _column);
    }

    /// <summary>The column of a byte of a line.</summary>
    private int ColumnOf(int line, int position, int mark)
    {
        int start = mark;
        for (int seen = 1; seen < line; start++)
        {
            if (buffer[start] == '\n')
                seen++;
        }

        return Characters(start, start + position - 1) + 1;
    }

    /// <summary>True for the first byte of a character: those that continue one of UTF-8 are not counted.</summary>
    private static bool IsBeginning(byte value) => (value & 0xC0) != 0x80;

    /// <summary>How many characters begin between two places.</summary>
    private int Characters(int from, int to)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            if (IsBeginning(buffer[i]))
                count++;
        }

        return count;
    }
}
