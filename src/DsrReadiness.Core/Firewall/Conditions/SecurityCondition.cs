using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule lets traffic in as it comes, without IPsec: clients of a public service have none.</summary>
internal sealed class SecurityCondition : IRuleLimit<FirewallRule>
{
    public Answer Ask(FirewallRule rule) => new[]
    {
        Ask("Authentication", rule.Authentication, "asks for an authenticated connection", FirewallAuthentication.NotRequired, FirewallAuthentication.Required, FirewallAuthentication.NoEncapsulation),
        Ask("Encryption", rule.Encryption, "asks for an encrypted connection", FirewallEncryption.NotRequired, FirewallEncryption.Required, FirewallEncryption.Dynamic),
        Ask("OverrideBlockRules", rule.OverridesBlockRules, "overrides block rules, for which a connection must be authenticated", false, true),
    }.OrderBy(answer => answer.Match).First();

    private static Answer Ask<T>(string property, Field<T> field, string clause, T unset, params T[] set) => field.IsNull || field.Is(unset) ? Answer.Yes
        : set.Any(field.Is) ? new Answer(Match.Part, clause)
        : Answer.Unknown(property, field);
}
