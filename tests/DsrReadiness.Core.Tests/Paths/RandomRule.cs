using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>Draws firewall rules: what administrators, products and programs that generate names by the thousand have made of them.</summary>
internal static class RandomRule
{
    private static readonly object?[] s_names = ["Web (443)", "@FirewallAPI.dll,-28502", "", null, "'; Remove-Item *; '", "a\u202Eb\u0007", new string('x', 300), "Any"];
    private static readonly object?[] s_programs = ["System", "C:\\x.exe", "%SystemRoot%\\System32\\svchost.exe", "c:\\windows\\SYSTEM32\\SVCHOST.EXE", "D:\\svchost.exe", "C:\\PROGRA~1\\x.exe", "\\\\?\\C:\\x.exe", "%TEMP%\\x.exe", "Any", "", null];
    private static readonly object?[] s_services = ["NetSetupSvc", "App", "Any", "*", "W3SVC", null];
    private static readonly object?[] s_status = [N(1), N(0), N(), N(2, 5, 1), N(5), N(2), N(15), N(4, 7), N(16, 5), N(3), N(19), N(25), N(24), N(26), N(0, 4), null];
    private static readonly object?[] s_platforms = [L("10.0"), L("6.2+"), L("6.3"), L("x"), L("10.0+", "6.3"), L(), null];
    private static readonly object?[] s_local = [L("Any"), L(Server.Vip), L(Server.Vip6), L(Server.Dip), L("192.168.11.0/24"), L("192.168.11.0/255.255.255.0"), L("192.168.11.40-192.168.11.49"), L("192.168.11.50-192.168.11.50"), L("192.168.11.48/30"), L("192.168.11.48/31"), L("2001:db8:11::/64"), L("LocalSubnet"), L("?"), L(), null];
    private static readonly object?[] s_remote = [L("Any"), L("10.0.0.0/8"), L("203.0.113.77"), L("203.0.113.76/31"), L("203.0.113.0-203.0.113.76"), L("203.0.113.0-203.0.113.76", "203.0.113.77-203.0.113.255"), L("2001:db8:77::/64"), L("LocalSubnet"), L("0.0.0.0-255.255.255.255"), L("0.0.0.0/1", "128.0.0.0/1"), L("nowhere!"), L("203.0.113.0/33"), L("203.0.113.9-203.0.113.1"), L("0.0.0.0-192.168.11.4", "192.168.11.6-255.255.255.255"), L("LocalSubnet4"), L("LocalSubnet6", "203.0.113.77"), L("DNS"), L("DefaultGateway"), L("DHCP"), L("WINS", "10.0.0.0/8"), L("Internet"), null];
    private static readonly object?[] s_protocols = ["TCP", "UDP", "6", "Any", "17", "ICMPv4", "ICMPv6", "1", "58", "256", "300", "?", null];
    private static readonly object?[] s_icmpTypes = [L("Any"), L("8"), L("8:0"), L("8:*", "0"), L("8:1"), L("128"), L("128.0"), L("3:4"), L("x"), L("256"), L(), null];
    private static readonly object?[] s_ports = [L("443"), L("444"), L("1-442"), L("442-444", "80"), L("443-444"), L("445-9"), L("Any"), L("RPC"), L("IPHTTPSIn", "443"), L("x!"), L("-1"), L("65536"), L("0-65535"), L(), null];

    /// <summary>Which cells of rules and profiles may hold what.</summary>
    public static (CimProperty Property, CimStore Store, object?[] Values)[] Cells { get; } =
    [
        (NetFirewallProfileClass.Enabled, CimStore.Active, [0L, 1L, 2L, null]),
        (NetFirewallProfileClass.DefaultInboundAction, CimStore.Active, [2L, 4L, 0L, null]),
        (NetFirewallProfileClass.AllowInboundRules, CimStore.Active, [0L, 1L, 2L, null]),
        (NetFirewallProfileClass.AllowLocalFirewallRules, CimStore.Active, [0L, 1L, 2L, null]),
        (NetFirewallProfileClass.DisabledInterfaceAliases, CimStore.Active, [L("NotConfigured"), L("Ethernet"), L("Loopback"), L(), null]),
        (NetFirewallRuleClass.ElementName, CimStore.Active, s_names),
        (NetFirewallRuleClass.Enabled, CimStore.Active, [1L, 2L, null]),
        (NetFirewallRuleClass.Direction, CimStore.Active, [1L, 2L, null]),
        (NetFirewallRuleClass.Action, CimStore.Active, [2L, 3L, 4L, null, 9L]),
        (NetFirewallRuleClass.Profiles, CimStore.Active, [0L, 1L, 2L, 4L, 6L, null]),
        (NetFirewallRuleClass.PolicyStoreSourceType, CimStore.Active, [1L, 2L, null]),
        (NetAddressFilterClass.LocalAddress, CimStore.Active, s_local),
        (NetAddressFilterClass.RemoteAddress, CimStore.Active, s_remote),
        (NetProtocolPortFilterClass.Protocol, CimStore.Active, s_protocols),
        (NetProtocolPortFilterClass.LocalPort, CimStore.Active, s_ports),
        (NetProtocolPortFilterClass.RemotePort, CimStore.Active, [L("Any"), L("1024-65535"), L("49152-65535"), L("1-1023"), L("1-65535"), L("0-65535"), L("1-1023", "1024-65535"), L("RPC")]),
        (NetProtocolPortFilterClass.IcmpType, CimStore.Active, s_icmpTypes),
        (NetInterfaceFilterClass.InterfaceAlias, CimStore.Active, [L("Any"), L("Ethernet"), L("ETHERNET"), L("Loopback"), L("Eth*"), L("12"), L()]),
        (NetInterfaceTypeFilterClass.InterfaceType, CimStore.Active, [0L, 1L, 2L, 3L, 8L, 16L, null]),
        (NetSecurityFilterClass.Authentication, CimStore.Active, [0L, 1L, 2L, null]),
        (NetSecurityFilterClass.Encryption, CimStore.Active, [0L, 1L, 2L, null]),
        (NetSecurityFilterClass.OverrideBlockRules, CimStore.Active, [true, false, null]),
        (NetSecurityFilterClass.RemoteUsers, CimStore.Active, ["O:LSD:(A;;CC;;;BA)", "", null]),
        (NetSecurityFilterClass.LocalUsers, CimStore.Active, ["O:LSD:(A;;CC;;;BA)", null]),
        (NetApplicationFilterClass.AppPath, CimStore.Active, s_programs),
        (NetApplicationFilterClass.Package, CimStore.Active, ["S-1-15-2-1", "*", null]),
        (NetServiceFilterClass.ServiceName, CimStore.Active, s_services),
        (NetFirewallRuleClass.EnforcementStatus, CimStore.Active, s_status),
        (NetFirewallRuleClass.Platforms, CimStore.Active, s_platforms),
        (NetFirewallRuleClass.RemoteDynamicKeywordAddresses, CimStore.Active, [L("{1}"), L(), null]),
        (NetFirewallRuleClass.PolicyAppId, CimStore.Active, ["x", "", null]),
        (NetFirewallRuleClass.PackageFamilyName, CimStore.Active, ["x", null]),
        (NetFirewallRuleClass.Owner, CimStore.Active, ["S-1-5-21-1", "", null]),
    ];

    /// <summary>A rule with some or all of its filters.</summary>
    public static Twist.MoreRows Draw(Dice dice, string id)
    {
        (CimClass, CimStore, (CimProperty, object?)[]) rule = (NetFirewallRuleClass.Class, CimStore.Active,
        [
            (NetFirewallRuleClass.InstanceId, id),
            (NetFirewallRuleClass.ElementName, dice.Of(s_names)),
            (NetFirewallRuleClass.Enabled, dice.Mostly(1L, new object?[] { 2L, null })),
            (NetFirewallRuleClass.Direction, dice.Mostly(1L, new object?[] { 2L })),
            (NetFirewallRuleClass.Action, dice.Of(new object?[] { 2L, 2L, 4L, 3L, null })),
            (NetFirewallRuleClass.Profiles, dice.Mostly(0L, new object?[] { 1L, 2L, 4L, null })),
            (NetFirewallRuleClass.PolicyStoreSourceType, dice.Mostly(1L, new object?[] { 2L, null })),
            (NetFirewallRuleClass.EnforcementStatus, dice.Once(4) ? dice.Of(s_status) : N(1)),
        ]);
        return Twist.MoreRows.Of([rule, .. new (CimClass Class, CimProperty Id, (CimProperty, object?)[] Values)[]
        {
            (NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId, [(NetAddressFilterClass.LocalAddress, dice.Mostly(L("Any"), s_local)), (NetAddressFilterClass.RemoteAddress, dice.Mostly(L("Any"), s_remote))]),
            (NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId,
                [(NetProtocolPortFilterClass.Protocol, dice.Mostly("TCP", s_protocols)), (NetProtocolPortFilterClass.LocalPort, dice.Of(s_ports)), (NetProtocolPortFilterClass.RemotePort, L("Any")), (NetProtocolPortFilterClass.IcmpType, dice.Mostly(L("Any"), s_icmpTypes))]),
            (NetApplicationFilterClass.Class, NetApplicationFilterClass.InstanceId, [(NetApplicationFilterClass.AppPath, dice.Mostly<object?>(null, s_programs)), (NetApplicationFilterClass.Package, null)]),
            (NetServiceFilterClass.Class, NetServiceFilterClass.InstanceId, [(NetServiceFilterClass.ServiceName, dice.Once(12) ? dice.Of(s_services) : null)]),
            (NetInterfaceFilterClass.Class, NetInterfaceFilterClass.InstanceId, [(NetInterfaceFilterClass.InterfaceAlias, dice.Mostly(L("Any"), new object?[] { L("Ethernet"), L("Loopback") }))]),
            (NetInterfaceTypeFilterClass.Class, NetInterfaceTypeFilterClass.InstanceId, [(NetInterfaceTypeFilterClass.InterfaceType, 0L)]),
            (NetSecurityFilterClass.Class, NetSecurityFilterClass.InstanceId, [(NetSecurityFilterClass.Authentication, 0L), (NetSecurityFilterClass.Encryption, 0L), (NetSecurityFilterClass.OverrideBlockRules, false)]),
        }.Where(_ => !dice.Once(60)).Select(filter => (filter.Class, CimStore.Active, filter.Values.Prepend((filter.Id, (object?)id)).ToArray()))]);
    }

    /// <summary>A connection security rule with some or all of its filters.</summary>
    public static Twist.MoreRows DrawSecurity(Dice dice, string id) => Twist.MoreRows.Of(
    [
        (NetConSecRuleClass.Class, CimStore.Active,
        [
            (NetConSecRuleClass.InstanceId, id),
            (NetConSecRuleClass.ElementName, id),
            (NetConSecRuleClass.Enabled, dice.Mostly(1L, new object?[] { 2L, null })),
            (NetConSecRuleClass.Profiles, dice.Mostly(0L, new object?[] { 1L, 6L, null })),
            (NetConSecRuleClass.Mode, dice.Mostly(1L, new object?[] { 2L, null })),
            (NetConSecRuleClass.InboundSecurity, dice.Mostly(2L, new object?[] { 0L, 1L, 7L, null })),
            (NetConSecRuleClass.EnforcementStatus, dice.Once(4) ? dice.Of(s_status) : N(1)),
            (NetConSecRuleClass.Platforms, dice.Once(6) ? dice.Of(s_platforms) : null),
        ]),
        .. new (CimClass Class, CimProperty Id, (CimProperty, object?)[] Values)[]
        {
            (NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId, [(NetAddressFilterClass.LocalAddress, dice.Mostly(L("Any"), s_local)), (NetAddressFilterClass.RemoteAddress, dice.Mostly(L("Any"), s_remote))]),
            (NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId,
                [(NetProtocolPortFilterClass.Protocol, dice.Mostly("Any", s_protocols)), (NetProtocolPortFilterClass.LocalPort, dice.Mostly(L("Any"), s_ports)), (NetProtocolPortFilterClass.RemotePort, dice.Mostly(L("Any"), [L("1024-65535"), L("49152-65535"), L("1-1023")]))]),
            (NetInterfaceFilterClass.Class, NetInterfaceFilterClass.InstanceId, [(NetInterfaceFilterClass.InterfaceAlias, dice.Mostly(L("Any"), new object?[] { L("Ethernet"), L("Loopback"), L("Eth*") }))]),
            (NetInterfaceTypeFilterClass.Class, NetInterfaceTypeFilterClass.InstanceId, [(NetInterfaceTypeFilterClass.InterfaceType, dice.Mostly(0L, new object?[] { 1L, 2L, null }))]),
        }.Where(_ => !dice.Once(60)).Select(filter => (filter.Class, CimStore.Active, filter.Values.Prepend((filter.Id, (object?)id)).ToArray())),
    ]);

    private static object?[] N(params long[] numbers) => System.Array.ConvertAll(numbers, number => (object?)number);

    private static object?[] L(params string[] texts) => RandomTwist.List(texts);
}
