using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>
/// A firewall rule with its conditions. A condition is looked up when it is asked for, so that a rule that is off costs next to nothing;
/// where the rule has no filter of the class, the condition is missing.
/// </summary>
internal sealed class FirewallRule(CimRow row, int position, FirewallFilters filters)
{
    private (bool IsKnown, CimRow? Row)[]? _filters;

    public string InstanceId { get; } = row.Require(NetFirewallRuleClass.InstanceId);

    /// <summary>The display name, or the indirect string that it comes from.</summary>
    public Field<string> ElementName => row.Get(NetFirewallRuleClass.ElementName);

    public Field<RuleEnabled> Enabled => row.Get(NetFirewallRuleClass.Enabled);

    public Field<FirewallDirection> Direction => row.Get(NetFirewallRuleClass.Direction);

    public Field<FirewallAction> Action => row.Get(NetFirewallRuleClass.Action);

    public Field<FirewallProfiles> Profiles => row.Get(NetFirewallRuleClass.Profiles);

    public Field<PolicyStoreSource> Source => row.Get(NetFirewallRuleClass.PolicyStoreSourceType);

    public Field<string> Owner => row.Get(NetFirewallRuleClass.Owner);

    /// <summary>Of each part whether it is in force.</summary>
    public Field<IReadOnlyList<RuleEnforcement>> Enforcement => row.Get(NetFirewallRuleClass.EnforcementStatus);

    public Field<IReadOnlyList<string>> Platforms => row.Get(NetFirewallRuleClass.Platforms);

    public Field<IReadOnlyList<string>> DynamicKeywords => row.Get(NetFirewallRuleClass.RemoteDynamicKeywordAddresses);

    public Field<string> PolicyAppId => row.Get(NetFirewallRuleClass.PolicyAppId);

    public Field<string> PackageFamily => row.Get(NetFirewallRuleClass.PackageFamilyName);

    public Field<IReadOnlyList<string>> LocalAddresses => Get(NetAddressFilterClass.Class, NetAddressFilterClass.LocalAddress);

    public Field<IReadOnlyList<string>> RemoteAddresses => Get(NetAddressFilterClass.Class, NetAddressFilterClass.RemoteAddress);

    public Field<string> Protocol => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.Protocol);

    public Field<IReadOnlyList<string>> LocalPorts => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.LocalPort);

    public Field<IReadOnlyList<string>> RemotePorts => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.RemotePort);

    public Field<IReadOnlyList<string>> IcmpTypes => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.IcmpType);

    public Field<string> Program => Get(NetApplicationFilterClass.Class, NetApplicationFilterClass.AppPath);

    public Field<string> Package => Get(NetApplicationFilterClass.Class, NetApplicationFilterClass.Package);

    public Field<string> Service => Get(NetServiceFilterClass.Class, NetServiceFilterClass.ServiceName);

    public Field<IReadOnlyList<string>> InterfaceAliases => Get(NetInterfaceFilterClass.Class, NetInterfaceFilterClass.InterfaceAlias);

    public Field<FirewallInterfaceTypes> InterfaceTypes =>
        Get(NetInterfaceTypeFilterClass.Class, NetInterfaceTypeFilterClass.InterfaceType);

    public Field<FirewallAuthentication> Authentication => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.Authentication);

    public Field<FirewallEncryption> Encryption => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.Encryption);

    public Field<bool> OverridesBlockRules => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.OverrideBlockRules);

    public Field<string> LocalUsers => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.LocalUsers);

    public Field<string> RemoteUsers => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.RemoteUsers);

    public Field<string> RemoteMachines => Get(NetSecurityFilterClass.Class, NetSecurityFilterClass.RemoteMachines);

    private Field<T> Get<T>(CimClass filter, CimProperty<T> property)
    {
        int index = FirewallFilters.IndexOf(filter);
        _filters ??= new (bool, CimRow?)[FirewallFilters.Count];
        ref (bool IsKnown, CimRow? Row) found = ref _filters[index];
        if (!found.IsKnown)
            found = (true, filters.Find(index, position, InstanceId));
        return found.Row is { } row ? row.Get(property) : default;
    }
}
