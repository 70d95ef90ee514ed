using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Protocol and port conditions.</summary>
internal sealed class NetProtocolPortFilters : FirewallClass
{
    public NetProtocolPortFilters(Machine machine)
        : base(NetProtocolPortFilterClass.Class, machine, NetProtocolPortFilterClass.InstanceId, isOfSecurityRules: true)
    {
        Condition(NetProtocolPortFilterClass.Protocol, rule => rule.Protocol, "Protocol");
        Condition(NetProtocolPortFilterClass.LocalPort, rule => rule.LocalPort, "LocalPort");
        Condition(NetProtocolPortFilterClass.RemotePort, rule => rule.RemotePort, "RemotePort");
        Condition(NetProtocolPortFilterClass.IcmpType, rule => rule.IcmpType, "IcmpType");
    }
}
