using System.IO;
using DsrReadiness.Json;

namespace DsrReadiness.Reports;

/// <summary>
/// Results as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and every
/// one is always there.
/// </summary>
internal abstract class JsonList<T>
{
    /// <summary>Begins the array.</summary>
    protected JsonList(Stream stream)
        : this(new JsonWriter(stream)) => Json.StartArray();

    /// <summary>Writes into an array of somebody else's.</summary>
    protected JsonList(JsonWriter json) => Json = json;

    protected JsonWriter Json { get; }

    /// <summary>Writes one result and hands it to the stream.</summary>
    public void Write(T result)
    {
        Json.StartObject();
        WriteMembers(result);
        Json.EndObject();
        Json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        Json.EndArray();
        Json.End();
    }

    protected abstract void WriteMembers(T result);
}
