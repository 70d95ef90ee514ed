using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Json;
using DsrReadiness.Services;

namespace DsrReadiness.Reports;

/// <summary>What tells a service from others, as a JSON object.</summary>
internal static class ServiceJson
{
    public static void Write(JsonWriter json, DsrService service)
    {
        json.StartObject();
        json.Member("name", service.Name);
        WriteTexts(json, "virtualIPAddress", service.VirtualIPAddresses.Select(address => address.ToString()));
        WriteTexts(json, "port", service.Ports.Select(port => port.ToString()));
        json.EndObject();
    }

    /// <summary>Writes a member that is a list of texts.</summary>
    public static void WriteTexts(JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.Name(name);
        json.StartArray();
        foreach (string text in texts)
            json.String(text);
        json.EndArray();
    }
}
