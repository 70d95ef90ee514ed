using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Interface conditions. A rule keeps the alias that it was given, whatever becomes of the adapter.</summary>
internal sealed class NetInterfaceFilters : FirewallClass
{
    public NetInterfaceFilters(Machine machine)
        : base(NetInterfaceFilterClass.Class, machine, NetInterfaceFilterClass.InstanceId, isOfSecurityRules: true) => Column(
            NetInterfaceFilterClass.InterfaceAlias,
            rule => rule.InterfaceAlias,
            (rule, value) => rule.InterfaceAlias = FirewallValue.OrAny(FirewallValue.Texts(value)),
            (_, value) => AreAliases(FirewallValue.Texts(value)));
}
