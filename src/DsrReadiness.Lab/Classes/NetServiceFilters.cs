using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Service conditions.</summary>
internal sealed class NetServiceFilters : FirewallClass
{
    public NetServiceFilters(Machine machine)
        : base(NetServiceFilterClass.Class, machine, NetServiceFilterClass.InstanceId)
    {
        Condition(NetServiceFilterClass.ServiceName, rule => rule.Service, "Service");
    }
}
