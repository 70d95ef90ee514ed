using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>
/// What firewall rules and connection security rules have in common: which traffic they are about. A condition is looked up when it is asked for, so that a rule that is off costs next to
/// nothing; where the rule has no filter of the class, the condition is missing.
/// </summary>
/// <param name="position">The rule's place among those of its class, where its filters may have the same; null if they are found by its id alone.</param>
/// <param name="filters">The conditions; null where they cannot be told from another rule's.</param>
internal abstract class TrafficRule(int? position, FirewallFilters? filters)
{
    private static readonly CimRow s_none = CimRow.From(NetAddressFilterClass.Class, []);

    /// <summary>The filters by their classes; null where none was looked for yet.</summary>
    private CimRow?[]? _filters;

    public abstract string InstanceId { get; }

    /// <summary>The display name, or the indirect string that it comes from.</summary>
    public abstract Field<string> ElementName { get; }

    public abstract Field<RuleEnabled> Enabled { get; }

    public abstract Field<FirewallProfiles> Profiles { get; }

    /// <summary>Of each part whether it is in force.</summary>
    public abstract Field<IReadOnlyList<RuleEnforcement>> Enforcement { get; }

    public abstract Field<IReadOnlyList<string>> Platforms { get; }

    public Field<IReadOnlyList<string>> LocalAddresses => Get(NetAddressFilterClass.Class, NetAddressFilterClass.LocalAddress);

    public Field<IReadOnlyList<string>> RemoteAddresses => Get(NetAddressFilterClass.Class, NetAddressFilterClass.RemoteAddress);

    public Field<string> Protocol => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.Protocol);

    public Field<IReadOnlyList<string>> LocalPorts => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.LocalPort);

    public Field<IReadOnlyList<string>> RemotePorts => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.RemotePort);

    public Field<IReadOnlyList<string>> IcmpTypes => Get(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.IcmpType);

    public Field<IReadOnlyList<string>> InterfaceAliases => Get(NetInterfaceFilterClass.Class, NetInterfaceFilterClass.InterfaceAlias);

    public Field<FirewallInterfaceTypes> InterfaceTypes =>
        Get(NetInterfaceTypeFilterClass.Class, NetInterfaceTypeFilterClass.InterfaceType);

    protected Field<T> Get<T>(CimClass filter, CimProperty<T> property)
    {
        if (filters is null)
            return default;
        int index = FirewallFilters.IndexOf(filter);
        _filters ??= new CimRow?[FirewallFilters.Reads.Length];
        CimRow found = _filters[index] ??= filters.Find(index, position, InstanceId) ?? s_none;
        return found == s_none ? default : found.Get(property);
    }
}
