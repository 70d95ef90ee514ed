using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Address conditions.</summary>
internal sealed class NetAddressFilters : FirewallClass
{
    public NetAddressFilters(Machine machine)
        : base(NetAddressFilterClass.Class, machine, NetAddressFilterClass.InstanceId, isOfSecurityRules: true)
    {
        Condition(NetAddressFilterClass.LocalAddress, rule => rule.LocalAddress, "LocalAddress");
        Condition(NetAddressFilterClass.RemoteAddress, rule => rule.RemoteAddress, "RemoteAddress");
    }
}
