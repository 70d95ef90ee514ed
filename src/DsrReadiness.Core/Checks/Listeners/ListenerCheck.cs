using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
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
        Missing? unclear = null;
        for (int number = port.First; number <= port.Last; number++)
        {
            if (table.Covering(address, number) is not { } listener)
            {
                if (table.UnclearAt(address, number) is { } missing)
                    unclear ??= missing;
                else if (isLimited && HttpListeners.Have(table, address, number))
                    isKept = true;
                else
                    open.Add(number);
                continue;
            }

            isDualModeAssumed |= listener.Address.Family() != address.Family();
            string user = listener.ToString();
            if (known.Add(user))
                users.Add(user);
        }

        if (open.Count > 0)
            return NotCovered(table, address, port, open);
        if (unclear is not null)
            return Unknown(unclear, subject);
        if (isKept)
            return NotApplicable($"HTTP.sys listens on {port}, and its listen list keeps it from {address}: see S04.");
        string dualMode = isDualModeAssumed ? " A socket bound to :: takes IPv4 only in dual mode, which cannot be seen." : string.Empty;
        return Passed(subject, $"{subject} is covered: {Wording.Some(users)}.{dualMode}");
    }

    private Finding NotCovered(ListenerTable table, IPAddress address, ServicePort port, PortRuns open)
    {
        bool isTcp = port.Protocol == TransportProtocol.Tcp;
        string protocol = isTcp ? "tcp/" : "udp/";
        string wildcard = address.Family() == IPFamily.IPv4 ? IPAddress.Any.ToString() : IPAddress.IPv6Any.ToString();
        string[] elsewhere = table.On(open.First).Select(listener => listener.ToString()).ToArray();
        string bound = elsewhere.Length == 0
            ? string.Empty
            : $" On {protocol}{open.First.ToString(CultureInfo.InvariantCulture)}, {Wording.Some(elsewhere)}.";
        string look = isTcp ? "Get-NetTCPConnection -State Listen" : "Get-NetUDPEndpoint";
        return Failed(
            port + " on " + address,
            $"Nothing listens on {Wording.Some(open.Texts(protocol))} for {address}.{bound}",
            new Advice(
                $"Start the service, bound to {address} or to {wildcard}. The command shows what is bound.",
                $"{look} -LocalPort {open.First.ToString(CultureInfo.InvariantCulture)}"),
            $"{address} or {wildcard}",
            "nothing listens");
    }
}
