using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
