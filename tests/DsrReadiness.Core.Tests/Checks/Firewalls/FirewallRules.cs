using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Changes the firewall of a server under test.</summary>
internal static class FirewallRules
{
    public static IReadOnlyList<CimClass> Classes { get; } =
    [
        NetFirewallRuleClass.Class,
        NetAddressFilterClass.Class,
        NetProtocolPortFilterClass.Class,
        NetApplicationFilterClass.Class,
        NetServiceFilterClass.Class,
        NetInterfaceFilterClass.Class,
        NetInterfaceTypeFilterClass.Class,
        NetSecurityFilterClass.Class,
    ];

    private static readonly string[] s_any = ["Any"];

    /// <summary>Takes all rules out.</summary>
    public static Server NoRules(this Server server)
    {
        foreach (CimClass each in Classes)
            server.Rows(each, CimStore.Active).Clear();
        return server;
    }

    /// <summary>Adds a rule that allows everything, but for what is given.</summary>
    public static Server Rule(this Server server, string id, params (CimProperty Property, object? Value)[] differences)
    {
        ReadyServer.AddRule(server, id, "Any", "Any", "Any");
        foreach ((CimProperty property, object? value) in differences)
            server.Change(id, property, value);
        return server;
    }

    /// <summary>Adds a rule that blocks everything, but for what is given.</summary>
    public static Server Block(this Server server, string id, params (CimProperty Property, object? Value)[] differences) =>
        server.Rule(id, [(NetFirewallRuleClass.Action, FirewallAction.Block), .. differences]);

    /// <summary>Adds a connection security rule that requires IPsec of all that comes in, but for what is given.</summary>
    public static Server IPsec(this Server server, string id, params (CimProperty Property, object? Value)[] differences)
    {
        server
            .Add(
                NetConSecRuleClass.Class,
                CimStore.Active,
                (NetConSecRuleClass.InstanceId, id),
                (NetConSecRuleClass.ElementName, id),
                (NetConSecRuleClass.Enabled, RuleEnabled.True),
                (NetConSecRuleClass.Profiles, FirewallProfiles.Any),
                (NetConSecRuleClass.Mode, IPsecMode.Transport),
                (NetConSecRuleClass.InboundSecurity, SecurityPolicy.Require),
                (NetConSecRuleClass.EnforcementStatus, new object?[] { 1L }),
                (NetConSecRuleClass.Platforms, null))
            .Add(NetAddressFilterClass.Class, CimStore.Active, (NetAddressFilterClass.InstanceId, id), (NetAddressFilterClass.LocalAddress, s_any), (NetAddressFilterClass.RemoteAddress, s_any))
            .Add(
                NetProtocolPortFilterClass.Class,
                CimStore.Active,
                (NetProtocolPortFilterClass.InstanceId, id),
                (NetProtocolPortFilterClass.Protocol, "Any"),
                (NetProtocolPortFilterClass.LocalPort, s_any),
                (NetProtocolPortFilterClass.RemotePort, s_any))
            .Add(NetInterfaceFilterClass.Class, CimStore.Active, (NetInterfaceFilterClass.InstanceId, id), (NetInterfaceFilterClass.InterfaceAlias, s_any))
            .Add(NetInterfaceTypeFilterClass.Class, CimStore.Active, (NetInterfaceTypeFilterClass.InstanceId, id), (NetInterfaceTypeFilterClass.InterfaceType, 0));
        foreach ((CimProperty property, object? value) in differences)
            server.Change(id, property, value);
        return server;
    }

    /// <summary>Changes a property of one rule or of its filter.</summary>
    public static Server Change(this Server server, string id, CimProperty property, object? value) =>
        server.SetIn(CimStore.Active, property, value, (CimClasses.Find(property.ClassName)!.Find("InstanceID")!, id));

    /// <summary>Sets a property of the three profiles.</summary>
    public static Server Profile(this Server server, CimProperty property, object? value) => server.SetIn(CimStore.Active, property, value);
}
