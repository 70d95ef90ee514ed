using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for any port of the client: clients use whichever is free.</summary>
internal sealed class RemotePortCondition : IRuleCondition<TrafficRule>
{
    private static readonly PortRange s_usable = new(1, ushort.MaxValue);

    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        if (question.Flow.Ports is null)
            return Answer.Yes;
        ValueList<PortRange> ports = RulePorts.Read(rule.RemotePorts);
        if (ports.IsAny || Coverage.Covers(ports.Values, s_usable))
            return Answer.Yes;
        return ports.Unreadable is { } unreadable
            ? Answer.Unknown("RemotePort", unreadable)
            : new Answer(Match.Part, "is limited to the remote ports " + ports + ", while clients use any");
    }
}
