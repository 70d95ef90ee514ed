using System.IO;
using DsrReadiness.Json;

namespace DsrReadiness.Reports;

/// <summary>
/// Results as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and every
/// one is always there.
/// </summary>
internal abstract class JsonList<T>
{
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    protected JsonList(Stream stream)
    {
        _json = new JsonWriter(stream);
        _json.StartArray();
    }

    /// <summary>Writes one result and hands it to the stream.</summary>
    public void Write(T result) => Write(Members(result));

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.EndArray();
        _json.End();
    }

    protected abstract (string Name, object? Value)[] Members(T result);

    protected void Write((string Name, object? Value)[] members)
    {
        _json.Object(members);
        _json.Flush();
    }
}
