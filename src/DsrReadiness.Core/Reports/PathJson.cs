using System.Collections.Generic;
using System.IO;
using DsrReadiness.Paths;

namespace DsrReadiness.Reports;

/// <summary>
/// Paths as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PathJson(Stream stream) : JsonList<PathTrace>(stream)
{
    protected override void WriteMembers(PathTrace trace)
    {
        Json.Member("computerName", trace.ComputerName);
        bool isProbe = trace.Packet.Probe is not null; // Such a packet may be for an address that is not a VIP.
        Json.Member("virtualIPAddress", isProbe ? null : trace.Packet.Destination.ToString());
        Json.Member("port", isProbe ? null : trace.Packet.Service);
        Json.Member("client", trace.Packet.Client.ToString());
        Json.Member("probe", trace.Packet.Probe?.ToString());
        Json.Member("outcome", trace.Outcome.ToString());
        Json.Member("leaks", trace.Leaks switch { true => "Yes", false => "No", null => "Undetermined" });
        Json.Member("cutOff", trace.IsCutOff ? "Yes" : "No");
        WriteHops("hops", trace.Hops);
        WriteHops("resolution", trace.Resolution);
        WriteHops("connections", trace.Connections);
    }

    private void WriteHops(string name, IEnumerable<Hop> hops)
    {
        Json.Name(name);
        Json.StartArray();
        foreach (Hop hop in hops)
        {
            Json.StartObject();
            Json.Member("kind", hop.Kind.ToString());
            Json.Member("interface", hop.Interface);
            Json.Member("statement", hop.Statement);
            Json.Member("reading", hop.Reading);
            Json.Member("consequence", hop.Consequence);
            Json.Member("outcome", hop.Outcome.ToString());
            Json.EndObject();
        }

        Json.EndArray();
    }
}
