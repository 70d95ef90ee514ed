using DsrReadiness.Cim;
using DsrReadiness.Firewall;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Remedies;

/// <summary>What to do where the firewall keeps traffic out, or does not run. The commands that make rules are those of the setting.</summary>
internal static class FirewallAdvice
{
    /// <summary>What to do; <paramref name="commands"/> allow all that lacks a rule. A rule that policy ignores is never advised. Null if nothing.</summary>
    public static Advice? Of(FlowVerdict verdict, string commands) => verdict.Cause switch
    {
        FlowCause.BlockedByDefault => verdict.State.IgnoresLocalRules ? InPolicy(verdict) : Advice.Run("Allow it by a rule.", commands),
        FlowCause.BlockedByRule => Narrowed(verdict, commands),
        FlowCause.BlockedAltogether => Heeded(verdict, commands),
        FlowCause.Undetermined => verdict.Doubt?.Recommendation
            ?? "Look at the rule on the server, and collect again with every property of the firewall classes.",
        _ when verdict.WideBlocks.Count > 0 =>
            "If clients with these addresses are to be served, switch the block rule off or narrow it: no allow rule can override it, and packets come with the client's address, not the balancer's.",
        _ => null,
    };

    /// <summary>Where policy ignores what the server itself allows.</summary>
    public static Advice InPolicy(FlowVerdict verdict) =>
        $"Put a rule for {FlowReport.NameOf(verdict.About)} into the group policy that switches local rules off, or have that policy allow local rules: a rule made on this server is ignored.";

    /// <summary>Has a profile filter again: one that is off, or that leaves interfaces out.</summary>
    public static string SwitchOn(FirewallProfiles profile, bool isOff) => Profile(profile, isOff ? "Enabled True" : "DisabledInterfaceAliases NotConfigured");

    private static Advice Heeded(FlowVerdict verdict, string commands)
    {
        string heed = Profile(verdict.State.Profile.Category, "AllowInboundRules True");
        if (!verdict.LacksRule)
            return Advice.Run("Let the profile heed rules.", heed);
        return verdict.State.IgnoresLocalRules
            ? Advice.Choose("Let the profile heed rules. " + InPolicy(verdict).Words, heed)
            : Advice.Run("Allow it by a rule, and let the profile heed rules.", commands, heed);
    }

    private static Advice Narrowed(FlowVerdict verdict, string commands)
    {
        const string Words = "Switch the block rule off, or narrow it so that it leaves this traffic alone; no allow rule can override it.";
        if (!verdict.LacksRule)
            return Words;
        return verdict.State.IgnoresLocalRules ? Words + " " + InPolicy(verdict).Words : Advice.Choose(Words + " Then allow it by a rule.", commands);
    }

    private static string Profile(FirewallProfiles profile, string setting) => $"Set-NetFirewallProfile -Name {profile} -{setting}";
}
