using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim;

/// <summary>Words of the in-box cmdlets for values that Microsoft's reference of the class names otherwise.</summary>
internal static class CmdletWords
{
    private static readonly (Type Of, string Word, Enum Value)[] s_all =
    [
        (typeof(RuleEnforcement), "NotApplicable", RuleEnforcement.Invalid),
        (typeof(RuleEnforcement), "Enforced", RuleEnforcement.Full),
        (typeof(RuleEnforcement), "DisabledInProfile", RuleEnforcement.FirewallOffInProfile),
        (typeof(RuleEnforcement), "ProfileInactive", RuleEnforcement.InactiveProfile),
        (typeof(SecurityPolicy), "None", SecurityPolicy.Never),
    ];

    /// <summary>The words for values of an enumeration.</summary>
    public static IEnumerable<(string Word, T Value)> For<T>()
        where T : struct, Enum
    {
        foreach ((Type of, string word, Enum value) in s_all)
        {
            if (of == typeof(T))
                yield return (word, (T)value);
        }
    }
}
