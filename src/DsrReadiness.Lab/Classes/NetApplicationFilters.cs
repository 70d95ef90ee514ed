using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Program conditions.</summary>
internal sealed class NetApplicationFilters : FirewallClass
{
    public NetApplicationFilters(Machine machine)
        : base(NetApplicationFilterClass.Class, machine, NetApplicationFilterClass.InstanceId)
    {
        Condition(NetApplicationFilterClass.AppPath, rule => rule.Program, "Program");
        Condition(NetApplicationFilterClass.Package, rule => rule.Package, "Package");
    }
}
