using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Interface type conditions.</summary>
internal sealed class NetInterfaceTypeFilters : FirewallClass
{
    public NetInterfaceTypeFilters(Machine machine)
        : base(NetInterfaceTypeFilterClass.Class, machine, NetInterfaceTypeFilterClass.InstanceId, isOfSecurityRules: true)
    {
        Condition(NetInterfaceTypeFilterClass.InterfaceType, rule => rule.InterfaceType, "InterfaceType");
    }
}
