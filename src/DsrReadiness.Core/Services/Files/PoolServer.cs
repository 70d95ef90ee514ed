using System.Net;

namespace DsrReadiness.Services.Files;

/// <summary>A server that a service file names.</summary>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Probe">How the balancer asks this server; null for as it asks all.</param>
/// <param name="TrafficInterface">Where the balancer's frames arrive at this server; null for where they do at all.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record PoolServer(string Name, Probe? Probe, string? TrafficInterface, DataPlace Place)
{
    /// <summary>The first part of a DNS name, which computers call themselves by. An address has none.</summary>
    public static string HostPart(string name)
    {
        int dot = IPAddress.TryParse(name, out _) ? -1 : name.IndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}
