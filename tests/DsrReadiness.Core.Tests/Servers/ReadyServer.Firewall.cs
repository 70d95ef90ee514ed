using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Servers;

/// <summary>Its firewall: three profiles that are on, and a rule for the service.</summary>
internal static partial class ReadyServer
{
    /// <summary>A rule with all its filters, limited to one local address, protocol and port.</summary>
    public static void AddRule(Server server, string id, string protocol, string localPort, params string[] localAddresses)
    {
        server.Add(
                NetFirewallRuleClass.Class,
                CimStore.Active,
                (NetFirewallRuleClass.InstanceId, id),
                (NetFirewallRuleClass.ElementName, id),
                (NetFirewallRuleClass.RuleGroup, null),
                (NetFirewallRuleClass.Enabled, RuleEnabled.True),
                (NetFirewallRuleClass.Direction, FirewallDirection.Inbound),
                (NetFirewallRuleClass.Action, FirewallAction.Allow),
                (NetFirewallRuleClass.Profiles, FirewallProfiles.Any),
                (NetFirewallRuleClass.PolicyStoreSourceType, PolicyStoreSource.Local),
                (NetFirewallRuleClass.Owner, null))
            .Add(
                NetAddressFilterClass.Class,
                CimStore.Active,
                (NetAddressFilterClass.InstanceId, id),
                (NetAddressFilterClass.LocalAddress, localAddresses),
                (NetAddressFilterClass.RemoteAddress, new[] { "Any" }))
            .Add(
                NetProtocolPortFilterClass.Class,
                CimStore.Active,
                (NetProtocolPortFilterClass.InstanceId, id),
                (NetProtocolPortFilterClass.Protocol, protocol),
                (NetProtocolPortFilterClass.LocalPort, new[] { localPort }),
                (NetProtocolPortFilterClass.RemotePort, new[] { "Any" }),
                (NetProtocolPortFilterClass.IcmpType, new[] { "Any" }))
            .Add(
                NetApplicationFilterClass.Class,
                CimStore.Active,
                (NetApplicationFilterClass.InstanceId, id),
                (NetApplicationFilterClass.AppPath, null),
                (NetApplicationFilterClass.Package, null))
            .Add(NetServiceFilterClass.Class, CimStore.Active, (NetServiceFilterClass.InstanceId, id), (NetServiceFilterClass.ServiceName, null))
            .Add(
                NetInterfaceFilterClass.Class,
                CimStore.Active,
                (NetInterfaceFilterClass.InstanceId, id),
                (NetInterfaceFilterClass.InterfaceAlias, new[] { "Any" }))
            .Add(
                NetInterfaceTypeFilterClass.Class,
                CimStore.Active,
                (NetInterfaceTypeFilterClass.InstanceId, id),
                (NetInterfaceTypeFilterClass.InterfaceType, FirewallInterfaceTypes.Any))
            .Add(
                NetSecurityFilterClass.Class,
                CimStore.Active,
                (NetSecurityFilterClass.InstanceId, id),
                (NetSecurityFilterClass.Authentication, FirewallAuthentication.NotRequired),
                (NetSecurityFilterClass.Encryption, FirewallEncryption.NotRequired),
                (NetSecurityFilterClass.OverrideBlockRules, false),
                (NetSecurityFilterClass.LocalUsers, null),
                (NetSecurityFilterClass.RemoteUsers, null),
                (NetSecurityFilterClass.RemoteMachines, null));
    }

    private static void AddFirewall(Server server)
    {
        foreach (string name in new[] { "Domain", "Private", "Public" })
        {
            server.Add(
                NetFirewallProfileClass.Class,
                CimStore.Active,
                (NetFirewallProfileClass.Name, name),
                (NetFirewallProfileClass.Enabled, GpoBoolean.True),
                (NetFirewallProfileClass.DefaultInboundAction, FirewallAction.Block),
                (NetFirewallProfileClass.AllowInboundRules, GpoBoolean.True),
                (NetFirewallProfileClass.AllowLocalFirewallRules, GpoBoolean.True),
                (NetFirewallProfileClass.DisabledInterfaceAliases, new[] { "NotConfigured" }));
        }

        AddRule(server, "DsrReadiness-443", "TCP", "443", Server.Vip, Server.Vip6);
        server.Collected(NetConSecRuleClass.Class, CimStore.Active);
    }
}
