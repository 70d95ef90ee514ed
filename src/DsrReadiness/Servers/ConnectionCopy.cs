using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Services;

namespace DsrReadiness.Servers;

/// <summary>Reads what came of a packet out of what a job or a file has made of it.</summary>
internal static class ConnectionCopy
{
    /// <exception cref="FailureException">Something of it is missing.</exception>
    public static DsrConnection Read(PSObject copy)
    {
        try
        {
            var service = new DsrService(
                copy.Texts(nameof(DsrConnection.VirtualIPAddress)).Select(ServiceText.ReadAddress),
                balancers: copy.Texts(nameof(DsrConnection.Balancer)).Select(ServiceText.ReadAddress),
                environment: copy.Named<DsrEnvironment>(nameof(DsrConnection.Environment)),
                name: copy.Text(nameof(DsrConnection.ServiceName)));
            string name = copy.Get<string>(nameof(DsrConnection.ComputerName));
            var result = new ConnectionResult(
                service.VirtualIPAddresses[0],
                ConnectionPort.Parse(copy.Get<string>(nameof(DsrConnection.Question))),
                name,
                copy.Get<ConnectionOutcome>(nameof(DsrConnection.Outcome)),
                copy.Get<string>(nameof(DsrConnection.Reason)))
            {
                Address = copy.Text(nameof(DsrConnection.Address)) is { } address ? ServiceText.ReadAddress(address) : null,
                LinkLayerAddress = copy.Text(nameof(DsrConnection.LinkLayerAddress)),
                Recommendation = copy.Text(nameof(DsrConnection.Recommendation)),
                Command = copy.Text(nameof(DsrConnection.Command)),
                Explains = copy.Texts(nameof(DsrConnection.Check)),
                Warnings = copy.Texts(nameof(DsrConnection.Warning)),
                Disagreement = copy.Text(nameof(DsrConnection.Disagreement)),
                Probe = PacketTexts.Read(copy.Properties[nameof(DsrConnection.Packet)]?.Value),
                Control = PacketTexts.Read(copy.Properties[nameof(DsrConnection.ControlPacket)]?.Value),
                Claims = copy.Text(nameof(DsrConnection.AnsweredBy)) ?? string.Empty,
            };
            return new DsrConnection(ServerConnector.Computer(name), service, result, copy.Time(nameof(DsrConnection.AskedAt)));
        }
        catch (Exception e) when (e is PSInvalidCastException or ServiceDefinitionException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new FailureException(Failures.InvalidVerdict(e.Message.TrimEnd('.'), copy));
        }
    }
}
