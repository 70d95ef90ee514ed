using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>
/// The rule is in force, as far as Windows says so: a rule has a status for each of its parts, and one that is in force is enough. Which profile is in force is read here, not there; older
/// snapshots do not tell the status.
/// </summary>
internal sealed class EnforcementCondition : IRuleLimit<TrafficRule>
{
    private const int LastKnown = 25;
    private const int Duplicate = 25;

    public Answer Ask(TrafficRule rule)
    {
        Field<IReadOnlyList<RuleEnforcement>> field = rule.Enforcement;
        if (field.IsNull || field.State == FieldState.Missing)
            return Answer.Yes;
        if (!field.TryGet(out IReadOnlyList<RuleEnforcement> all))
            return Answer.Unknown("EnforcementStatus", field);
        RuleEnforcement[] told = [.. all.Where(each => each is not (RuleEnforcement.FirewallOffInProfile or RuleEnforcement.InactiveProfile))];
        if (told.Length == 0 || told.Contains(RuleEnforcement.Full) || all.All(each => each == RuleEnforcement.Invalid))
            return Answer.Yes;
        string status = Wording.Some([.. told.Distinct().Select(each => each.ToString())]);
        if (told.Any(each => each is RuleEnforcement.CategoryOff or RuleEnforcement.OptimizedOut || (int)each == Duplicate))
            return Answer.Unknown("EnforcementStatus", status + ", so that something else may filter in its place");
        if (told.Any(each => each == RuleEnforcement.Invalid || (int)each > LastKnown))
            return new Answer(Match.Part, $"is in force in a way that is not known (EnforcementStatus {status})");
        return told.Length == all.Count
            ? new Answer(Match.Beside, $"is not in force (EnforcementStatus {status})")
            : Answer.Unknown("EnforcementStatus", status + " in some profiles");
    }
}
