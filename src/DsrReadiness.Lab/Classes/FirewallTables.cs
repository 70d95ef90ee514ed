using System.Collections.Generic;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The conditions of rules, which Windows keeps in a class for each kind of them, and connection security rules, which nothing here makes or changes.</summary>
internal static class FirewallTables
{
    public static IEnumerable<LabClass> Of(Machine machine) =>
    [
        new FirewallClass(NetAddressFilterClass.Class, machine, NetAddressFilterClass.InstanceId, isOfSecurityRules: true)
            .Condition(NetAddressFilterClass.LocalAddress, rule => rule.LocalAddress, "LocalAddress")
            .Condition(NetAddressFilterClass.RemoteAddress, rule => rule.RemoteAddress, "RemoteAddress"),
        new FirewallClass(NetProtocolPortFilterClass.Class, machine, NetProtocolPortFilterClass.InstanceId, isOfSecurityRules: true)
            .Condition(NetProtocolPortFilterClass.Protocol, rule => rule.Protocol, "Protocol")
            .Condition(NetProtocolPortFilterClass.LocalPort, rule => rule.LocalPort, "LocalPort")
            .Condition(NetProtocolPortFilterClass.RemotePort, rule => rule.RemotePort, "RemotePort")
            .Condition(NetProtocolPortFilterClass.IcmpType, rule => rule.IcmpType, "IcmpType"),
        new FirewallClass(NetApplicationFilterClass.Class, machine, NetApplicationFilterClass.InstanceId)
            .Condition(NetApplicationFilterClass.AppPath, rule => rule.Program, "Program")
            .Condition(NetApplicationFilterClass.Package, rule => rule.Package, "Package"),
        new FirewallClass(NetServiceFilterClass.Class, machine, NetServiceFilterClass.InstanceId)
            .Condition(NetServiceFilterClass.ServiceName, rule => rule.Service, "Service"),
        new FirewallClass(NetInterfaceFilterClass.Class, machine, NetInterfaceFilterClass.InstanceId, isOfSecurityRules: true)
            .Alias(NetInterfaceFilterClass.InterfaceAlias),
        new FirewallClass(NetInterfaceTypeFilterClass.Class, machine, NetInterfaceTypeFilterClass.InstanceId, isOfSecurityRules: true)
            .Condition(NetInterfaceTypeFilterClass.InterfaceType, rule => rule.InterfaceType, "InterfaceType"),

        // Conditions on who the peer is, which can only be given on creation.
        new FirewallClass(NetSecurityFilterClass.Class, machine, NetSecurityFilterClass.InstanceId)
            .With(NetSecurityFilterClass.Authentication, rule => rule.Authentication)
            .With(NetSecurityFilterClass.Encryption, rule => rule.Encryption)
            .With(NetSecurityFilterClass.OverrideBlockRules, rule => rule.OverrideBlockRules)
            .With(NetSecurityFilterClass.LocalUsers, rule => rule.LocalUsers)
            .With(NetSecurityFilterClass.RemoteUsers, rule => rule.RemoteUsers)
            .With(NetSecurityFilterClass.RemoteMachines, rule => rule.RemoteMachines),
        new LabTable<SecurityRule>(NetConSecRuleClass.Class, machine, store => machine.Firewall.SecurityRules(store), isOfFirewall: true)
            .With(NetConSecRuleClass.InstanceId, rule => rule.Id)
            .With(NetConSecRuleClass.ElementName, rule => rule.ElementName)
            .With(NetConSecRuleClass.Enabled, rule => rule.Enabled)
            .With(NetConSecRuleClass.Profiles, rule => rule.Profiles)
            .With(NetConSecRuleClass.Mode, rule => rule.Mode)
            .With(NetConSecRuleClass.InboundSecurity, rule => rule.InboundSecurity)
            .With(NetConSecRuleClass.EnforcementStatus, rule => rule.Enforcement)
            .With(NetConSecRuleClass.Platforms, rule => rule.Platforms),
    ];
}
