using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule has no limit of one kind; NULL, an empty text and Any are no limit, and what a release does not have yet limits nothing there.</summary>
internal sealed class TextLimitCondition(string property, Func<FirewallRule, Field<string>> read, Func<string, string> clause, bool isYounger = false) : IRuleLimit<FirewallRule>
{
    public Answer Ask(FirewallRule rule)
    {
        Field<string> field = read(rule);
        return isYounger && field.State == FieldState.Missing ? Answer.Yes : Limit.Of(field, property, Match.Part, clause);
    }
}
