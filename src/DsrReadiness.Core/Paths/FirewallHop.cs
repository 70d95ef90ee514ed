using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Paths;

/// <summary>What the firewall does with a packet that arrives on an interface: every rule asked, one after the other.</summary>
internal sealed class FirewallHop(HostView host)
{
    private const int LongestName = 60;
    private readonly PacketRuleMatcher _rules = new(host);

    /// <summary>Asks the rules.</summary>
    /// <param name="packet">What comes in.</param>
    /// <param name="at">Where it does.</param>
    /// <param name="isOn">Whether the firewall filters there at all; null if that could not be read.</param>
    public Hop Ask(PathPacket packet, HostLink at, out bool? isOn)
    {
        isOn = null;
        Hop Say(string statement, string consequence, HopOutcome outcome, string? reading = null) =>
            new(HopKind.Firewall, at.Name, statement, reading ?? host.Snapshot.FirewallProfiles.Name, consequence, outcome);
        if (CategoryOf(at) is not { } category)
            return Say($"The category of the network of {at.Name} could not be read.", "Which rules are in force cannot be told.", HopOutcome.Undetermined, host.Snapshot.ConnectionProfiles.Name);
        FirewallProfile? profile = (host.Snapshot.FirewallProfiles.Rows ?? []).FirstOrDefault(each => each.Category == category);
        if (profile is null)
            return Say($"The {category} profile could not be read.", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined);
        isOn = IsOn(profile, at);
        if (isOn == false)
            return Say($"The {category} profile does not filter {at.Name}.", "The packet is let in unasked.", HopOutcome.Passes);
        if (profile.AllowInboundRules.Is(GpoBoolean.False))
            return InDoubt(Say($"The {category} profile lets nothing in, whatever rules say.", "The packet is dropped.", HopOutcome.Dropped), isOn);
        string ruleReading = host.Snapshot.FirewallRules.Name;
        if (host.Snapshot.FirewallRules.Failure is { } failure)
            return Say($"The rules could not be read ({failure.Kind}).", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined, ruleReading);
        Hop byRules = ByRules(packet, at, profile, Say, ruleReading);
        if (byRules.Outcome != HopOutcome.Dropped && !profile.AllowInboundRules.Is(GpoBoolean.True))
            return Say($"Whether the {category} profile heeds rules could not be read.", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined);
        return InDoubt(byRules, isOn);
    }

    private static Hop InDoubt(Hop hop, bool? isOn) => isOn is null && hop.Outcome != HopOutcome.Passes
        ? new Hop(hop.Kind, hop.Interface, hop.Statement, hop.Reading, "That holds if the profile is on, which could not be read.", HopOutcome.Undetermined)
        : hop;

    private Hop ByRules(PathPacket packet, HostLink at, FirewallProfile profile, Func<string, string, HopOutcome, string?, Hop> say, string reading)
    {
        FirewallRule? mayBlock = null;
        FirewallRule? allows = null;
        FirewallRule? mayAllow = null;
        foreach (FirewallRule rule in host.RulesFor(packet.Port))
        {
            bool? blocks = _rules.IsAbout(rule, packet, at, profile.Category, allows: false);
            if (blocks == true)
                return say($"The rule {NameOf(rule)} blocks it.", "The packet is dropped: block rules go before allow rules.", HopOutcome.Dropped, reading);
            bool? lets = OfBoth(_rules.IsAbout(rule, packet, at, profile.Category, allows: true), IsHeeded(rule, profile));
            mayBlock ??= blocks is null ? rule : null;
            mayAllow ??= lets is null ? rule : null;
            allows ??= lets == true ? rule : null;
        }

        bool byDefault = profile.DefaultInboundAction.Is(FirewallAction.Allow);
        if (allows is not null || byDefault)
        {
            if (mayBlock is not null)
                return say($"Not all of the rule {NameOf(mayBlock)} could be read, and it may block it.", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined, reading);
            return allows is not null
                ? say($"The rule {NameOf(allows)} allows it under the category {profile.Category}.", "The packet is let in.", HopOutcome.Passes, reading)
                : say($"No rule blocks it, and the {profile.Category} profile allows inbound traffic by default.", "The packet is let in.", HopOutcome.Passes, reading);
        }

        if (mayAllow is not null)
            return say($"Not all of the rule {NameOf(mayAllow)} could be read, and it may allow it.", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined, reading);
        return profile.DefaultInboundAction.Is(FirewallAction.Block)
            ? say($"No rule allows it under the category {profile.Category}.", "The packet is dropped, as all that no rule allows.", HopOutcome.Dropped, reading)
            : say($"No rule allows it, and what the {profile.Category} profile does then could not be read.", "Whether the packet is let in cannot be told.", HopOutcome.Undetermined, null);
    }

    /// <summary>Policy may have the profile ignore what the server itself allows.</summary>
    private static bool? IsHeeded(FirewallRule rule, FirewallProfile profile)
    {
        bool isSurelyOfPolicy = rule.Source.HasValue && !rule.Source.Is(PolicyStoreSource.Local);
        if (isSurelyOfPolicy || profile.AllowLocalFirewallRules.Is(GpoBoolean.True) || profile.AllowLocalFirewallRules.Is(GpoBoolean.NotConfigured))
            return true;
        return profile.AllowLocalFirewallRules.Is(GpoBoolean.False) && rule.Source.HasValue ? false : null;
    }

    /// <summary>Whether both are so.</summary>
    public static bool? OfBoth(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    public static string NameOf(TrafficRule rule)
    {
        string name = rule.ElementName.Or(rule.InstanceId);
        return "'" + (name.Length <= LongestName ? name : name.Substring(0, LongestName) + "...") + "'";
    }

    private static bool? IsOn(FirewallProfile profile, HostLink at)
    {
        if (profile.Enabled.Is(GpoBoolean.False))
            return false;
        bool? isLeftOut = IsLeftOut(profile.DisabledInterfaceAliases, at);
        return isLeftOut == true ? false : profile.Enabled.Is(GpoBoolean.True) && isLeftOut == false ? true : null;
    }

    private static bool? IsLeftOut(Field<IReadOnlyList<string>> aliases, HostLink at)
    {
        if (!aliases.TryGet(out IReadOnlyList<string> texts))
            return aliases.IsNull ? false : null;
        if (texts.Contains(at.Name, StringComparer.OrdinalIgnoreCase))
            return true;
        return at.Alias is not null || texts.All(text => string.Equals(text, "NotConfigured", StringComparison.OrdinalIgnoreCase)) ? false : null;
    }

    /// <summary>The category of the network there, which chooses the profile; null if that could not be read.</summary>
    public FirewallProfiles? CategoryOf(HostLink at)
    {
        if (host.Snapshot.ConnectionProfiles.Rows is not { } networks)
            return null;
        if (networks.FirstOrDefault(each => each.InterfaceIndex == at.Index) is not { } network)
            return FirewallProfiles.Public; // A network that Windows has not identified.
        return network.Category.TryGet(out NetworkCategory category) ? category switch
        {
            NetworkCategory.Public => FirewallProfiles.Public,
            NetworkCategory.Private => FirewallProfiles.Private,
            NetworkCategory.DomainAuthenticated => FirewallProfiles.Domain,
            _ => null,
        }
        : null;
    }
}
