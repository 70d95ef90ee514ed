using System.Collections.Generic;
using System.IO;
using DsrReadiness.Json;
using DsrReadiness.Paths;

namespace DsrReadiness.Reports;

/// <summary>
/// Paths as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PathJson
{
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    public PathJson(Stream stream)
    {
        _json = new JsonWriter(stream);
        _json.StartArray();
    }

    /// <summary>Writes one path and hands it to the stream.</summary>
    public void Write(PathTrace trace)
    {
        _json.StartObject();
        _json.Member("computerName", trace.ComputerName);
        bool isProbe = trace.Packet.Probe is not null; // Such a packet may be for an address that is not a VIP.
        _json.Member("virtualIPAddress", isProbe ? null : trace.Packet.Destination.ToString());
        _json.Member("port", isProbe ? null : trace.Packet.Service);
        _json.Member("client", trace.Packet.Client.ToString());
        _json.Member("probe", trace.Packet.Probe?.ToString());
        _json.Member("outcome", trace.Outcome.ToString());
        _json.Member("leaks", trace.Leaks switch { true => "Yes", false => "No", null => "Undetermined" });
        _json.Member("cutOff", trace.IsCutOff ? "Yes" : "No");
        WriteHops("hops", trace.Hops);
        WriteHops("resolution", trace.Resolution);
        WriteHops("connections", trace.Connections);
        _json.EndObject();
        _json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.EndArray();
        _json.End();
    }

    private void WriteHops(string name, IEnumerable<Hop> hops)
    {
        _json.Name(name);
        _json.StartArray();
        foreach (Hop hop in hops)
        {
            _json.StartObject();
            _json.Member("kind", hop.Kind.ToString());
            _json.Member("interface", hop.Interface);
            _json.Member("statement", hop.Statement);
            _json.Member("reading", hop.Reading);
            _json.Member("consequence", hop.Consequence);
            _json.Member("outcome", hop.Outcome.ToString());
            _json.EndObject();
        }

        _json.EndArray();
    }
}
