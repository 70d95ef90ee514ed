using System;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule has no limit of one kind; NULL, an empty text and Any are no limit.</summary>
internal sealed class TextLimitCondition(
    string property, Func<FirewallRule, Field<string>> read, Match limited, Func<string, string> clause) : IRuleLimit
{
    public Answer Ask(FirewallRule rule) => Limit.Of(read(rule), property, limited, clause);
}
