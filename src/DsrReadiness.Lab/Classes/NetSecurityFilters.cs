using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Conditions on who the peer is. They can only be given on creation.</summary>
internal sealed class NetSecurityFilters : FirewallClass
{
    public NetSecurityFilters(Machine machine)
        : base(NetSecurityFilterClass.Class, machine, NetSecurityFilterClass.InstanceId)
    {
        Column(NetSecurityFilterClass.Authentication, rule => rule.Authentication);
        Column(NetSecurityFilterClass.Encryption, rule => rule.Encryption);
        Column(NetSecurityFilterClass.OverrideBlockRules, rule => rule.OverrideBlockRules);
        Column(NetSecurityFilterClass.LocalUsers, rule => rule.LocalUsers);
        Column(NetSecurityFilterClass.RemoteUsers, rule => rule.RemoteUsers);
        Column(NetSecurityFilterClass.RemoteMachines, rule => rule.RemoteMachines);
    }
}
