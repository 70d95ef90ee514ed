using System;
using System.Collections.Generic;
using System.IO;
using DsrReadiness.Commands;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Service files, as JSON and as PowerShell data: read, or refused by a <see cref="ServiceFileException"/>.</summary>
internal static class ServiceReaders
{
    public static string[] Words { get; } =
    [
        "dsr-services/1", "format", "service", "name", "virtualIPAddress", "port", "balancer", "probe", "clientAddress", "trafficInterface", "environment", "server", "pool", "witness", "OnPremises", "Azure", "GcpAgent", "Cluster",
        "192.0.2.10", "2001:db8::10", "198.51.100.0/24", "tcp/443", "udp/5000-5100", "tcp/192.0.2.10:443", "icmp/192.0.2.10", "WEB01", "@{", "@(", "}", ")", ";", "=", "$null", "$true", "$(", "'", "\"", "#", "<#", "@'\n", "\n'@", "`",
    ];

    public static IEnumerable<byte[]> JsonSeeds()
    {
        yield return """
            {
              "format": "dsr-services/1",
              "service": [
                { "name": "shop", "virtualIPAddress": ["192.0.2.10", "2001:db8::10"], "port": [443, "udp/5000-5100"], "balancer": "192.0.2.5", "probe": "tcp/192.0.2.10:443", "witness": "JUMP01",
                  "clientAddress": ["198.51.100.0/24"], "environment": "OnPremises", "server": ["WEB01", { "name": "WEB02", "trafficInterface": "Ethernet 2" }] },
                { "name": "mail", "virtualIPAddress": "192.0.2.20", "port": 25, "pool": [{ "name": "north", "server": ["WEB03"] }, { "name": "south", "server": [{ "name": "WEB04", "probe": "icmp/192.0.2.20" }] }] }
              ]
            }
            """u8.ToArray();
    }

    public static IEnumerable<byte[]> PowerShellSeeds()
    {
        yield return """
            @{
                format = 'dsr-services/1'
                service = @(
                    @{ name = 'shop'; virtualIPAddress = '192.0.2.10', '2001:db8::10'; port = @(443, 'udp/5000-5100'); balancer = '192.0.2.5'; server = @('WEB01'
                        @{ name = "WEB02"; trafficInterface = 'Ethernet 2' }) }
                )
            }
            """u8.ToArray();
    }

    public static bool Json(byte[] input) => Read(() => ServiceFile.Read(new MemoryStream(input), "input"), "input:");

    public static bool PowerShell(byte[] input) => Read(() => PowerShellData.Read(new MemoryStream(input), "input.psd1"), "input.psd1:");

    private static bool Read(Func<ServiceFile> read, string start)
    {
        try
        {
            ServiceFile file = read();
            Promise.Holds(file.Services.Count > 0, "a service file without services was read");
            return true;
        }
        catch (ServiceFileException e)
        {
            return Promise.Refused(e, start);
        }
    }
}
