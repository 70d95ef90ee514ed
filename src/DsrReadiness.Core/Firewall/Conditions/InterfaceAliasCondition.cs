using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>
/// The rule is not limited to other interfaces. A limit is an alias or, says the reference, the text of a LUID, which no snapshot can tie
/// to an interface.
/// </summary>
internal sealed class InterfaceAliasCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        Field<IReadOnlyList<string>> field = rule.InterfaceAliases;
        if (field.IsNull)
            return Answer.Yes;
        if (!field.TryGet(out IReadOnlyList<string> aliases))
            return Answer.Unknown("InterfaceAlias", field);
        if (aliases.Count == 0 || aliases.Any(alias => IsText(alias, Limit.Any) || IsText(alias, question.On.Alias)))
            return Answer.Yes;
        if (aliases.FirstOrDefault(MayBeAnything) is { } unclear)
            return Answer.Unknown("InterfaceAlias", "'" + ServerText.Short(unclear) + "', which may be any");
        return question.On.HasAlias
            ? new Answer(Match.Part, "is limited to the interface " + Wording.Some([.. aliases.Select(ServerText.Short)]))
            : Answer.Unknown("InterfaceAlias", "an alias, and that of " + question.On + " is not known");
    }

    /// <summary>Nothing, a number, a GUID or a pattern need not be an alias.</summary>
    private static bool MayBeAnything(string alias) =>
        alias.All(char.IsDigit) || alias.IndexOfAny(['*', '?', '{']) >= 0 || alias.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        || Guid.TryParse(alias, out _);

    private static bool IsText(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
