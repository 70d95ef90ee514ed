using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>The three firewall profiles; only the active store says what holds.</summary>
public static class NetFirewallProfileClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetFirewallProfile", CimEvidence.Referenced, hasStores: true, otherKeys: InheritedKeys.Instance, cmdlet: "Get-NetFirewallProfile");

    /// <summary>Domain, Private or Public.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Words);

    /// <summary>Is the firewall on?</summary>
    public static readonly CimProperty<GpoBoolean> Enabled = s_class.Enum<GpoBoolean>("Enabled", CimType.UInt16);

    /// <summary>What happens to what no rule names.</summary>
    public static readonly CimProperty<FirewallAction> DefaultInboundAction = s_class.Enum<FirewallAction>("DefaultInboundAction", CimType.UInt16);

    /// <summary>False: nothing is let in, whatever rules and the default say.</summary>
    public static readonly CimProperty<GpoBoolean> AllowInboundRules = s_class.Enum<GpoBoolean>("AllowInboundRules", CimType.UInt16);

    /// <summary>False: only rules of policy count.</summary>
    public static readonly CimProperty<GpoBoolean> AllowLocalFirewallRules = s_class.Enum<GpoBoolean>("AllowLocalFirewallRules", CimType.UInt16);

    /// <summary>Connections that the profile leaves alone, by name; the single text NotConfigured is none.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> DisabledInterfaceAliases = s_class.Strings("DisabledInterfaceAliases", RedactionKind.Alias);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>What the firewall does under one category of networks.</summary>
internal sealed class FirewallProfile(CimRow row)
{
    /// <summary>Domain, Private or Public.</summary>
    public FirewallProfiles Category { get; } = ReadCategory(row);

    public Field<GpoBoolean> Enabled => row.Get(NetFirewallProfileClass.Enabled);

    public Field<FirewallAction> DefaultInboundAction => row.Get(NetFirewallProfileClass.DefaultInboundAction);

    /// <summary>False lets nothing in, whatever rules say.</summary>
    public Field<GpoBoolean> AllowInboundRules => row.Get(NetFirewallProfileClass.AllowInboundRules);

    public Field<GpoBoolean> AllowLocalFirewallRules => row.Get(NetFirewallProfileClass.AllowLocalFirewallRules);

    /// <summary>The interfaces that the profile leaves alone.</summary>
    public Field<IReadOnlyList<string>> DisabledInterfaceAliases => row.Get(NetFirewallProfileClass.DisabledInterfaceAliases);

    private static FirewallProfiles ReadCategory(CimRow row)
    {
        string name = row.Require(NetFirewallProfileClass.Name);
        foreach (FirewallProfiles category in new[] { FirewallProfiles.Domain, FirewallProfiles.Private, FirewallProfiles.Public })
        {
            if (string.Equals(category.ToString(), name, StringComparison.OrdinalIgnoreCase))
                return category;
        }

        throw new MalformedRowException(NetFirewallProfileClass.Name.Name + " is '" + name + "', which is not a profile");
    }
}
