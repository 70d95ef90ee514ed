using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>
/// The rule is for every port that clients send from. Those of TCP use ephemeral ports, which RFC 6056 and every system take from 1024-65535; of UDP, DNS, NTP and IKE send from low ones.
/// </summary>
internal sealed class RemotePortCondition : IRuleCondition<TrafficRule>
{
    private static readonly PortRange s_any = new(1, ushort.MaxValue);
    private static readonly PortRange s_ephemeral = new(1024, ushort.MaxValue);

    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        if (question.Flow.Ports is null)
            return Answer.Yes;
        bool isTcp = question.Flow.Protocol == TransportProtocol.Tcp;
        PortRange used = isTcp ? s_ephemeral : s_any;
        ValueList<PortRange> ports = RulePorts.Read(rule.RemotePorts);
        if (ports.IsAny || Coverage.Covers(ports.Values, used))
            return Answer.Yes;
        if (ports.Unreadable is { } unreadable)
            return Answer.Unknown("RemotePort", unreadable);
        bool isForSome = ports.Keywords.Count > 0 || ports.Values.Any(used.Overlaps);
        return new Answer(isForSome ? Match.Part : Match.Beside, $"is limited to the remote ports {ports}, while clients use {(isTcp ? used.ToString() : "any")}");
    }
}
