using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>What the checks of listeners share: is every port of a run covered on an address?</summary>
internal abstract class ListenerCheck(CheckInfo info) : Check(info)
{
    /// <summary>The sockets of one protocol on ports first to last of one address. What the listen list of HTTP.sys keeps from it is left to S04, which names the cure.</summary>
    protected Finding Judge(CheckContext context, ListenerTable table, IPAddress address, ServicePort port)
    {
        bool isLimited = port.Protocol == TransportProtocol.Tcp
            && HttpListeners.ListOf(context.Snapshot).TryGet(out IReadOnlyList<IPAddress>? list, out _) && !HttpListeners.Covers(list, address);
        bool isKept = false;
        string subject = port + " on " + address;
        var open = new PortRuns();
        var users = new List<string>();
        var known = new HashSet<string>();
        bool isDualModeAssumed = false;
        bool isHttp = false;
        Missing? unclear = null;
        for (int number = port.First; number <= port.Last; number++)
        {
            if (table.Covering(address, number) is not { } listener)
            {
                if (table.UnclearAt(address, number) is { } missing)
                    unclear ??= missing;
                else if (isLimited && HttpListeners.Have(table, address, number) == true)
                    isKept = true;
                else
                    open.Add(number);
                continue;
            }

            isDualModeAssumed |= listener.Address.Family() != address.Family();
            isHttp |= port.Protocol == TransportProtocol.Tcp && HttpListeners.Have(table, address, number) == true;
            string user = listener.ToString();
            if (known.Add(user))
                users.Add(user);
        }

        if (open.Count > 0)
            return NotCovered(context, table, address, port, open);
        if (unclear is not null)
            return Unknown(unclear, subject);
        if (isKept)
            return NotApplicable($"HTTP.sys listens on {port}, and its listen list keeps it from {address}: see S04.");
        string dualMode = isDualModeAssumed ? " A socket bound to :: takes IPv4 only in dual mode, which cannot be seen." : string.Empty;
        return Passed(subject, $"{subject} is covered: {Wording.Some(users)}.{dualMode}{(isHttp ? " Process 4 opens its port for HTTP.sys on every address, whatever the sites are bound to: see S06." : string.Empty)}");
    }

    private Finding NotCovered(CheckContext context, ListenerTable table, IPAddress address, ServicePort port, PortRuns open)
    {
        bool isTcp = port.Protocol == TransportProtocol.Tcp;
        string protocol = isTcp ? "tcp/" : "udp/";
        IPAddress wildcard = address.Family().Wildcard();
        string[] elsewhere = table.On(open.First).Select(listener => listener.ToString()).ToArray();
        string bound = elsewhere.Length == 0
            ? string.Empty
            : $" On {protocol}{open.First.ToString(CultureInfo.InvariantCulture)}, {Wording.Some(elsewhere)}.";
        WindowsService? service = KnownServices.For(context.Snapshot, port.Protocol, open.First);
        string[] commands = service is null ? [] : [.. KnownServices.Commands(service)];
        string look = isTcp ? "Get-NetTCPConnection -State Listen" : "Get-NetUDPEndpoint";
        string shown = commands.Length == 0 ? "The commands show" : "The last commands show";
        string words = $"Start the service, bound to {address} or to {wildcard}. A service that binds {address} before that address is Preferred fails when it starts: start it again, or delay its start. "
            + $"{shown} what is bound, and the ports that Windows keeps: an excluded range, a port proxy, WinNAT or HNS may have taken it.";
        string[] looks =
        [
            $"{look} -LocalPort {open.First.ToString(CultureInfo.InvariantCulture)}",
            $"netsh interface {(address.Family() == IPFamily.IPv4 ? "ipv4" : "ipv6")} show excludedportrange protocol={protocol.TrimEnd('/')}",
        ];
        return Failed(
            port + " on " + address,
            $"Nothing listens on {Wording.Some(open.Texts(protocol))} for {address}.{bound}{(service is null ? string.Empty : KnownServices.Describe(service))}",
            commands.Length == 0 ? Advice.Show(words, looks) : Advice.Choose(words, [.. commands, .. looks]),
            $"{address} or {wildcard}",
            "nothing listens");
    }
}
