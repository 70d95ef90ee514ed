using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for the server's address.</summary>
internal sealed class LocalAddressCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        ValueList<IPRange> addresses = RuleAddresses.Read(rule.LocalAddresses);
        if (addresses.IsAny || addresses.Values.Any(range => range.Contains(question.Flow.To)))
            return Answer.Yes;
        if (addresses.Unreadable is { } unreadable)
            return Answer.Unknown("LocalAddress", unreadable);
        return addresses.Keywords.Count > 0
            ? new Answer(Match.Beside, "names its local addresses by " + Wording.Some(addresses.Keywords))
            : Answer.No;
    }
}
