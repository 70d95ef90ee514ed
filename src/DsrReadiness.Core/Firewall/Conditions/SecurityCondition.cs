using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule lets traffic in as it comes, without IPsec: clients of a public service have none.</summary>
internal sealed class SecurityCondition : IRuleLimit<FirewallRule>
{
    public Answer Ask(FirewallRule rule)
    {
        Answer authentication = AskAuthentication(rule.Authentication);
        Answer encryption = AskEncryption(rule.Encryption);
        Answer overriding = AskOverriding(rule.OverridesBlockRules);
        Answer worse = authentication.Match <= encryption.Match ? authentication : encryption;
        return worse.Match <= overriding.Match ? worse : overriding;
    }

    private static Answer AskAuthentication(Field<FirewallAuthentication> field)
    {
        if (field.IsNull || field.Is(FirewallAuthentication.NotRequired))
            return Answer.Yes;
        return field.Is(FirewallAuthentication.Required) || field.Is(FirewallAuthentication.NoEncapsulation)
            ? new Answer(Match.Part, "asks for an authenticated connection")
            : Answer.Unknown("Authentication", field);
    }

    private static Answer AskEncryption(Field<FirewallEncryption> field)
    {
        if (field.IsNull || field.Is(FirewallEncryption.NotRequired))
            return Answer.Yes;
        return field.Is(FirewallEncryption.Required) || field.Is(FirewallEncryption.Dynamic)
            ? new Answer(Match.Part, "asks for an encrypted connection")
            : Answer.Unknown("Encryption", field);
    }

    private static Answer AskOverriding(Field<bool> field)
    {
        if (field.IsNull || field.Is(false))
            return Answer.Yes;
        return field.Is(true)
            ? new Answer(Match.Part, "overrides block rules, for which a connection must be authenticated")
            : Answer.Unknown("OverrideBlockRules", field);
    }
}
