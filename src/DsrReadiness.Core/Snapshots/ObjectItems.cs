using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>
/// The objects of a list, as PowerShell may write one: an array; a single object where the list has one item; and what Windows PowerShell
/// now and then makes of an array, an object of the members <c>value</c> and <c>Count</c>.
/// </summary>
internal sealed class ObjectItems
{
    private readonly JsonReader _reader;
    private readonly string _expected;
    private readonly bool _isWrapped;
    private bool _isSingle;
    private bool _isAtEnd;

    /// <summary>Begins a list of which the reader has read the opening bracket.</summary>
    public ObjectItems(JsonReader reader, string expected)
    {
        _reader = reader;
        _expected = expected;
        if (reader.Token == JsonToken.StartArray)
            return;
        if (reader.Token != JsonToken.StartObject)
            throw reader.NotExpected(expected);
        _isWrapped = IsWrapped(reader.Bookmark());
        _isSingle = !_isWrapped;
        if (_isWrapped)
            EnterValue();
    }

    /// <summary>True if there is another object, whose opening brace has been read then.</summary>
    public bool ReadNext()
    {
        if (_isSingle)
        {
            _isSingle = false;
            _isAtEnd = true;
            return true;
        }

        if (_isAtEnd)
            return false;
        if (_reader.ReadItem())
            return _reader.ReadValue() == JsonToken.StartObject ? true : throw _reader.NotExpected(_expected);
        _isAtEnd = true;
        while (_isWrapped && _reader.ReadName())
            _reader.SkipValue();
        return false;
    }

    /// <summary>True for an object of two members, an array <c>value</c> and a number <c>Count</c>.</summary>
    private static bool IsWrapped(JsonReader inside)
    {
        bool hasValue = false;
        bool hasCount = false;
        int members = 0;
        for (; inside.ReadName(); members++)
        {
            string name = inside.GetString();
            JsonToken token = inside.ReadValue();
            hasValue |= name == "value" && token == JsonToken.StartArray;
            hasCount |= name == "Count" && token == JsonToken.Number;
            inside.SkipRest();
        }

        return hasValue && hasCount && members == 2;
    }

    private void EnterValue()
    {
        while (_reader.ReadName() && _reader.GetString() != "value")
            _reader.SkipValue();
        _reader.ReadValue();
    }
}
