using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>The profile in force on an interface, and what it says before any rule is asked; null where it cannot be told.</summary>
internal sealed record FirewallState(FirewallProfile Profile, HostInterface On)
{
    private const string NoAlias = "NotConfigured";

    /// <summary>The profile and the interface, for people.</summary>
    public string Name => Profile.Category + " profile of " + ServerText.Short(On.Alias);

    /// <summary>True if nothing is filtered on the interface.</summary>
    public bool? IsOff
    {
        get
        {
            if (Profile.Enabled.Is(GpoBoolean.False) || IsLeftOut == true)
                return true;
            return Profile.Enabled.Is(GpoBoolean.True) && IsLeftOut == false ? false : null;
        }
    }

    /// <summary>True if the profile leaves the interface alone.</summary>
    public bool? IsLeftOut
    {
        get
        {
            if (!Profile.DisabledInterfaceAliases.TryGet(out IReadOnlyList<string> aliases))
                return Profile.DisabledInterfaceAliases.IsNull ? false : null;
            if (aliases.Any(alias => string.Equals(alias, On.Alias, StringComparison.OrdinalIgnoreCase)))
                return true;
            return On.HasAlias || aliases.All(alias => string.Equals(alias, NoAlias, StringComparison.OrdinalIgnoreCase)) ? false : null;
        }
    }

    /// <summary>True if nothing is let in, whatever rules and defaults say.</summary>
    public bool? LetsNothingIn => Either(Profile.AllowInboundRules, GpoBoolean.False, GpoBoolean.True);

    /// <summary>True if policy has the profile ignore rules that were made on the server itself.</summary>
    public bool IgnoresLocalRules => Profile.AllowLocalFirewallRules.Is(GpoBoolean.False);

    /// <summary>True if what no rule is about is let in.</summary>
    public bool? LetsInByDefault => Either(Profile.DefaultInboundAction, FirewallAction.Allow, FirewallAction.Block);

    /// <summary>Finds the profile in force: that of the interface's network category, and Public where no network is identified.</summary>
    public static Fact<FirewallState> Of(Snapshot snapshot, HostInterface on)
    {
        if (!CategoryOf(snapshot, on).TryGet(out FirewallProfiles category, out Missing? missing))
            return missing;
        Reading<FirewallProfile> reading = snapshot.FirewallProfiles;
        if (!reading.TryGet(out IReadOnlyList<FirewallProfile>? profiles, out missing))
            return missing;
        return profiles.FirstOrDefault(each => each.Category == category) is { } profile
            ? new FirewallState(profile, on)
            : Missing.Unknown($"{reading.Name} has no row for {category}.", "Collect again.");
    }

    /// <summary>Why it cannot be told whether the firewall is off.</summary>
    public Missing WhyNotKnownWhetherOff()
    {
        if (!Profile.Enabled.Is(GpoBoolean.True))
            return Missing.Property("Enabled of the " + Name, Profile.Enabled);
        return Profile.DisabledInterfaceAliases.HasValue
            ? Missing.Unknown(
                $"The {Name} leaves interfaces out by their aliases, and that of {On} is not known.",
                "Collect again with the aliases of all interfaces.")
            : Missing.Property("DisabledInterfaceAliases of the " + Name, Profile.DisabledInterfaceAliases);
    }

    private static Fact<FirewallProfiles> CategoryOf(Snapshot snapshot, HostInterface on)
    {
        if (!snapshot.ConnectionProfiles.TryGet(out IReadOnlyList<ConnectionProfile>? networks, out Missing? missing))
            return missing;
        if (networks.FirstOrDefault(each => each.InterfaceIndex == on.Index) is not { } network)
            return FirewallProfiles.Public;
        return network.Category.Or((NetworkCategory)(-1)) switch
        {
            NetworkCategory.Public => FirewallProfiles.Public,
            NetworkCategory.Private => FirewallProfiles.Private,
            NetworkCategory.DomainAuthenticated => FirewallProfiles.Domain,
            _ => Missing.Property("NetworkCategory of " + ServerText.Short(on.Alias), network.Category),
        };
    }

    private static bool? Either<T>(Field<T> field, T yes, T no) => field.Is(yes) ? true : field.Is(no) ? false : null;
}
