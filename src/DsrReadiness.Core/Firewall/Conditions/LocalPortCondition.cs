using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for the server's ports. A keyword never covers a fixed port for certain.</summary>
internal sealed class LocalPortCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        if (question.Flow.Ports is not { } wanted)
            return Answer.Yes;
        ValueList<PortRange> ports = RulePorts.Read(rule.LocalPorts);
        if (ports.IsAny || Coverage.Covers(ports.Values, wanted))
            return Answer.Yes;
        if (ports.Unreadable is { } unreadable)
            return Answer.Unknown("LocalPort", unreadable);
        if (ports.Values.Any(wanted.Overlaps))
            return new Answer(Match.Part, "is limited to the local ports " + ports);
        return ports.Keywords.Count > 0
            ? new Answer(Match.Beside, "names its local ports by " + Wording.Some(ports.Keywords) + ", which stands for no fixed port")
            : Answer.No;
    }
}
