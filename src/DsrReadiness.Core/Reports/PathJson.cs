using System.IO;
using System.Linq;
using DsrReadiness.Paths;

namespace DsrReadiness.Reports;

/// <summary>
/// Paths as a JSON array, written one at a time for any number of them. The members are part of the contract: they are never renamed, and
/// every one is always there.
/// </summary>
internal sealed class PathJson(Stream stream) : JsonList<PathTrace>(stream)
{
    protected override (string Name, object? Value)[] Members(PathTrace trace)
    {
        bool isProbe = trace.Packet.Probe is not null; // Such a packet may be for an address that is not a VIP.
        return
        [
            ("computerName", trace.ComputerName),
            ("virtualIPAddress", isProbe ? null : trace.Packet.Destination),
            ("port", isProbe ? null : trace.Packet.Service),
            ("client", trace.Packet.Client),
            ("probe", trace.Packet.Probe),
            ("outcome", trace.Outcome),
            ("leaks", trace.Leaks switch { true => "Yes", false => "No", null => "Undetermined" }),
            ("cutOff", trace.IsCutOff ? "Yes" : "No"),
            ("hops", trace.Hops.Select(Of)),
            ("resolution", trace.Resolution.Select(Of)),
            ("connections", trace.Connections.Select(Of)),
        ];
    }

    private static (string Name, object? Value)[] Of(Hop hop) =>
    [
        ("kind", hop.Kind),
        ("interface", hop.Interface),
        ("statement", hop.Statement),
        ("reading", hop.Reading),
        ("consequence", hop.Consequence),
        ("outcome", hop.Outcome),
    ];
}
