using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Cim;

namespace DsrReadiness.Paths;

/// <summary>Whether Windows has a rule in force, as far as the rule tells. What older snapshots and releases do not tell counts for nothing.</summary>
internal static class LiteralForce
{
    private const int InForce = 1;
    private static readonly int[] s_profiles = [2, 5];
    private static readonly int[] s_elsewhere = [3, 19, 25];
    private static readonly Regex s_platform = new(@"\A(?<major>[0-9]{1,4})\.(?<minor>[0-9]{1,4})(?<later>\+?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(5));

    /// <summary>By the status of its parts: one in force is enough, and one that something else may have taken over cannot be told.</summary>
    /// <param name="field">The parts.</param>
    /// <param name="ifStrange">What a status stands for that nobody has documented: nothing may rest on such a rule.</param>
    public static bool? IsEnforced(Field<IReadOnlyList<RuleEnforcement>> field, bool? ifStrange = false)
    {
        if (!field.TryGet(out IReadOnlyList<RuleEnforcement> parts))
            return field.State == FieldState.Malformed ? null : true;
        int[] all = parts.Select(part => (int)part).ToArray();
        int[] others = all.Except(s_profiles).ToArray();
        if (others.Length == 0 || others.Contains(InForce) || Array.TrueForAll(all, part => part == 0))
            return true;
        if (others.Intersect(s_elsewhere).Any())
            return null;
        bool isStrange = Array.Exists(others, part => part == 0 || part > 25);
        return isStrange ? ifStrange : !all.Intersect(s_profiles).Any() ? false : null;
    }

    /// <summary>By the versions of Windows that it is for.</summary>
    public static bool? IsForThis(Field<IReadOnlyList<string>> field, Version? windows, bool? ifStrange = false)
    {
        if (!field.TryGet(out IReadOnlyList<string> platforms))
            return field.State == FieldState.Malformed ? null : true;
        if (platforms.Count == 0)
            return true;
        if (windows is null)
            return null;
        Match[] matches = [.. platforms.Select(text => s_platform.Match(text))];
        bool isFor = matches.Where(match => match.Success).Any(match =>
        {
            var wanted = new Version(match.Groups["major"].Value + "." + match.Groups["minor"].Value);
            var own = new Version(windows.Major, windows.Minor);
            return own == wanted || (match.Groups["later"].Length > 0 && own > wanted);
        });
        return isFor ? true : Array.TrueForAll(matches, match => match.Success) ? false : ifStrange;
    }

    /// <summary>Addresses that programs keep up to date are in no snapshot: such a rule is for some packets only.</summary>
    public static bool? IsForAll(Field<IReadOnlyList<string>> keywords) =>
        keywords.TryGet(out IReadOnlyList<string> ids) ? ids.Count == 0 : keywords.State == FieldState.Malformed ? null : true;
}
