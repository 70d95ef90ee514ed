using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is not limited to remote addresses that a program keeps up to date, of which a snapshot knows nothing.</summary>
internal sealed class DynamicKeywordCondition : IRuleLimit<FirewallRule>
{
    public Answer Ask(FirewallRule rule)
    {
        Field<IReadOnlyList<string>> keywords = rule.DynamicKeywords;
        if (keywords.IsNull || keywords.State == FieldState.Missing)
            return Answer.Yes;
        if (!keywords.TryGet(out IReadOnlyList<string> ids))
            return Answer.Unknown("RemoteDynamicKeywordAddresses", keywords);
        return ids.Count == 0 ? Answer.Yes : new Answer(Match.Part, "is limited to remote addresses that programs keep up to date (dynamic keywords)");
    }
}
