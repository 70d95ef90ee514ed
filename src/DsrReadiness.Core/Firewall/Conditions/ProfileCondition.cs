using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for the profile in force. The value is a mask, and zero is every profile.</summary>
internal sealed class ProfileCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        Field<FirewallProfiles> profiles = rule.Profiles;
        if (!profiles.TryGet(out FirewallProfiles mask))
            return Answer.Unknown("profile mask", profiles);
        return mask == FirewallProfiles.Any || (mask & question.Profile) != 0;
    }
}
