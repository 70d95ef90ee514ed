using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>Two programs may have one port, each on other addresses: whoever asks the server's own address then talks to another program than the clients of the VIP.</summary>
internal sealed class OneProcessAnswersCheck() : Check(new CheckInfo(
    "S08",
    "One program has the port on every address",
    [Severity.Warning],
    [new ReadingId(NetTcpConnectionClass.Class), new ReadingId(NetUdpEndpointClass.Class), new ReadingId(ProcessClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        foreach (IGrouping<TransportProtocol, ServicePort> ports in context.Service.Ports.GroupBy(port => port.Protocol))
        {
            if (!context.Listeners(ports.Key).TryGet(out ListenerTable? table, out Missing? missing))
            {
                yield return Unknown(missing);
                continue;
            }

            foreach (ServicePort port in ports)
                yield return Judge(context, table, port);
        }
    }

    /// <summary>Who answers for the VIPs, for every other address of their families, and for the probe.</summary>
    private static IEnumerable<Listener> Answering(DsrService service, ListenerTable table, ServicePort port, int number)
    {
        IEnumerable<IPAddress> asked = service.VirtualIPAddresses.Concat(service.Families.Select(family => family.Wildcard()));
        if (service.Probe is { } probe && port.Includes(probe.Protocol, probe.Port ?? 0) && probe.Port == number)
            asked = asked.Append(probe.Address);
        return asked.Select(address => table.Covering(address, number)).OfType<Listener>().Distinct();
    }

    private Finding Judge(CheckContext context, ListenerTable table, ServicePort port)
    {
        bool isAny = false;
        for (int number = port.First; number <= port.Last; number++)
        {
            Listener[] answering = Answering(context.Service, table, port, number).ToArray();
            isAny |= answering.Length > 0;
            if (answering.Length < 2)
                continue;
            string each = ServicePort.Single(port.Protocol, number).ToString();
            if (Array.Find(answering, listener => !listener.Process.HasValue) is { } untold)
                return Unknown(Missing.Property($"OwningProcess of the socket on {untold.Address} port {number.ToString(CultureInfo.InvariantCulture)}", untold.Process), each);
            if (answering.Select(listener => listener.Process.Value).Distinct().Count() > 1)
            {
                string who = string.Join(", ", answering.Select(listener => Describe(context.Snapshot, listener)));
                return Failed(
                    each,
                    $"On {each}, {who}: clients of the VIP and whoever asks another address of the server do not talk to the same program.",
                    "Bind one program to the VIP and to the server's own address, or to every address, and take the port from the other.",
                    "one process",
                    string.Join(", ", answering.Select(listener => listener.Process.Value.ToString(CultureInfo.InvariantCulture)).Distinct()));
            }
        }

        return isAny ? Passed(port.ToString(), $"One process answers on {port} for every address.") : NotApplicable($"Nothing listens on {port}: see S01.");
    }

    /// <summary>The listener with the name of its program, where that was read.</summary>
    private static string Describe(Snapshot snapshot, Listener listener)
    {
        string? path = snapshot.Processes.Rows?.FirstOrDefault(each => each.Id == listener.Process.Value)?.ExecutablePath.Or(string.Empty);
        return string.IsNullOrEmpty(path) ? listener.ToString() : $"{listener} ({path!.Substring(path.LastIndexOf('\\') + 1)})";
    }
}
