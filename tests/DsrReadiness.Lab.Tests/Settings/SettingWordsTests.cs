using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Firewall;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Settings;

/// <summary>What a plan says of a setting, and what a script says: each in both directions, to be read as people read it.</summary>
public sealed class SettingWordsTests
{
    private static readonly Place s_loopback = Place.Given(Role.Loopback, "DSR Loopback") with { Index = 9 };
    private static readonly Place s_traffic = Place.Given(Role.Traffic, "Ethernet") with { Index = 7 };
    private static readonly Place s_answering = Place.Given(Role.Answering, "Ethernet 2");
    private static readonly IPAddress s_vip = IPAddress.Parse("192.0.2.10");
    private static readonly Address s_address = Address.Vip(s_loopback, s_vip);
    private static readonly DefaultRoute s_route = new(s_loopback, new IPPrefix(IPAddress.Any, 0), IPAddress.Parse("192.0.2.1"), true);
    private static readonly FirewallRule s_rule = new("DsrReadiness-x", new RuleConditions(TransportProtocol.Tcp, new PortRange(443, 443), s_vip, []), true);

    private static readonly (Setting Setting, string Text, string Words)[] s_table =
    [
        (new LoopbackDevice(s_loopback, true), "Create a KM-TEST loopback adapter.", "The loopback adapter, which owns the VIP and has no wire to answer ARP on."),
        (new LoopbackDevice(s_loopback, false), "Remove the loopback adapter DSR Loopback.", "The loopback adapter goes."),
        (new AdapterName(s_loopback), "Name it 'DSR Loopback'.", "The loopback adapter has a name of its own."),
        (new AdapterEnabled(s_loopback, true), "Enable DSR Loopback.", "The loopback adapter is enabled."),
        (new AdapterEnabled(s_loopback, false), "Disable DSR Loopback.", "The loopback adapter is disabled."),
        (new Binding(s_loopback, "ms_lldp", true), "Bind ms_lldp to DSR Loopback.", "ms_lldp is bound to the loopback adapter."),
        (new Binding(s_loopback, "ms_lldp", false), "Unbind ms_lldp from DSR Loopback.", "ms_lldp is not bound to the loopback adapter."),
        (new NetBios(s_loopback, NetBiosOptions.DisableNetbios), "Switch off NetBIOS on DSR Loopback.", "No NetBIOS names for the VIP."),
        (new NetBios(s_loopback, NetBiosOptions.EnableNetbios), "Switch NetBIOS of DSR Loopback to EnableNetbios.", "NetBIOS is on for the loopback adapter."),
        (new NetBios(s_loopback, NetBiosOptions.EnableNetbiosViaDhcp), "Switch NetBIOS of DSR Loopback to EnableNetbiosViaDhcp.", "NetBIOS as DHCP says, which is the default."),
        (new DnsRegistration(s_loopback, true), "Switch on DNS registration on DSR Loopback.", "The loopback adapter is registered in DNS as any other."),
        (new DnsRegistration(s_loopback, false), "Switch off DNS registration on DSR Loopback.", "The loopback adapter stays out of DNS."),
        (new Dhcp(s_loopback, true), "Switch on DHCP on DSR Loopback.", "DHCP is on on the loopback adapter."),
        (new Dhcp(s_loopback, false), "Switch off DHCP on DSR Loopback.", "DHCP is off on the loopback adapter."),
        (new InterfaceMetric(s_loopback, IPFamily.IPv4, null), "Set the metric of DSR Loopback (IPv4) to automatic.", "IPv4: the metric of the loopback adapter is automatic again."),
        (new InterfaceMetric(s_loopback, IPFamily.IPv4, 254), "Set the metric of DSR Loopback (IPv4) to 254.", "IPv4: a high metric, so that no route of the loopback adapter wins."),
        (new InterfaceMetric(s_loopback, IPFamily.IPv6, 25), "Set the metric of DSR Loopback (IPv6) to 25.", "IPv6: the metric of the loopback adapter is what it was."),
        (new Advertising(s_loopback, true), "Switch on router advertisements on DSR Loopback.", "IPv6: router advertisements are on on the loopback adapter."),
        (new Advertising(s_loopback, false), "Switch off router advertisements on DSR Loopback.", "IPv6: router advertisements are off on the loopback adapter."),
        (new WeakHost(s_loopback, IPFamily.IPv4, true, true), "Enable weak host send on DSR Loopback (IPv4).", "IPv4: weak host send on the loopback adapter. Replies from the VIP may leave through another interface."),
        (new WeakHost(s_loopback, IPFamily.IPv6, false, true), "Enable weak host receive on DSR Loopback (IPv6).", "IPv6: weak host receive on the loopback adapter. Nearly every procedure sets this too."),
        (new WeakHost(s_loopback, IPFamily.IPv4, true, false), "Disable weak host send on DSR Loopback (IPv4).", "IPv4: weak host send off on the loopback adapter. Leave this out if another VIP needs it."),
        (new WeakHost(s_traffic, IPFamily.IPv4, false, true), "Enable weak host receive on Ethernet (IPv4).", "IPv4: weak host receive on the traffic interface. This opens the door: packets for the VIP are accepted where they arrive."),
        (new WeakHost(s_traffic, IPFamily.IPv4, true, true), "Enable weak host send on Ethernet (IPv4).", "IPv4: weak host send on the traffic interface. This opens the door: packets for the VIP are accepted where they arrive."),
        (s_address, "Add 192.0.2.10/32 to DSR Loopback, skipped as source.", "The VIP 192.0.2.10 on the loopback adapter."),
        (Address.Off(s_loopback, s_vip), "Remove 192.0.2.10 from DSR Loopback.", "192.0.2.10 leaves the loopback adapter. Drain the server at the balancer first."),
        (Address.Off(s_loopback, s_vip, "V02"), "Remove 192.0.2.10 from DSR Loopback, where its prefix is wider than one host.", "192.0.2.10 leaves the loopback adapter. Drain the server at the balancer first."),
        (Address.Off(s_answering, s_vip, "V03"), "Remove 192.0.2.10 from Ethernet 2, which answers ARP or ND for it.", "192.0.2.10 leaves the interface that answers for it. Drain the server at the balancer first."),
        (Address.Off(s_loopback, IPAddress.Parse("169.254.7.7"), "A08"), "Remove 169.254.7.7 from DSR Loopback.", "No automatic address on the loopback adapter; a static one ends it as well."),
        (s_route, "Add the default route through 192.0.2.1 to DSR Loopback.", "The default route through 192.0.2.1 is back."),
        (s_route with { IsPresent = false }, "Remove the default route through 192.0.2.1 from DSR Loopback.", "The default route through 192.0.2.1 leaves the loopback adapter."),
        (s_rule, "Create firewall rule DsrReadiness-x, which allows tcp/443 to 192.0.2.10 from any address, disabled.", "The firewall lets in tcp/443 to 192.0.2.10."),
        (s_rule with { Conditions = s_rule.Conditions! with { From = [new IPPrefix(IPAddress.Parse("198.51.100.0"), 24)] } }, "Create firewall rule DsrReadiness-x, which allows tcp/443 to 192.0.2.10 from 198.51.100.0/24, disabled.", "The firewall lets in tcp/443 to 192.0.2.10."),
        (s_rule with { IsPresent = false }, "Remove firewall rule DsrReadiness-x.", "The firewall lets in tcp/443 to 192.0.2.10 no longer."),
        (new FirewallRule("DsrReadiness-x", null, false), "Remove firewall rule DsrReadiness-x.", "A firewall rule of ours goes."),
    ];

    [Fact]
    public void Every_setting_says_what_is_done_and_what_is_so() => Assert.Equal(
        s_table.Select(row => $"{row.Text} | {row.Words}"), s_table.Select(row => $"{row.Setting.Text} | {row.Setting.Words}"));

    [Fact]
    public void Every_setting_is_in_the_table() => Assert.Equal(
        typeof(Setting).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Setting))).Select(type => type.Name).Order(), s_table.Select(row => row.Setting.Name).Distinct().Order());

    /// <summary>The checks that each sets right, and the line that is pasted; with DSR_UPDATE_SETTINGS=1 they are written anew.</summary>
    [Fact]
    public void What_each_sets_right_and_how_it_is_done_by_hand()
    {
        string[] lines = [.. s_table.SelectMany(row => new[] { row.Text, "  " + string.Join(' ', row.Setting.Answers), "  " + Line(row.Setting) })];
        string path = Repository.PathOf("tests", "DsrReadiness.Lab.Tests", "Settings", "Commands.txt");
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_SETTINGS") == "1")
            File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(lines, File.ReadAllLines(path));

        static string Line(Setting setting) => setting is FirewallRule { Conditions: null } or LoopbackDevice or AdapterName ? "-" : setting.Command;
    }

    /// <summary>Nobody is asked before a VIP is added, and everybody before one is taken away: what asks is told by this.</summary>
    [Fact]
    public void What_takes_the_VIP_away_says_so()
    {
        IEnumerable<string> away = s_table.Where(row => row.Setting.IsAway == true).Select(row => row.Text);
        Assert.Equal(
            [
                "Remove the loopback adapter DSR Loopback.", "Disable weak host send on DSR Loopback (IPv4).", "Remove 192.0.2.10 from DSR Loopback.",
                "Remove 192.0.2.10 from DSR Loopback, where its prefix is wider than one host.", "Remove firewall rule DsrReadiness-x.",
            ],
            away.Distinct());
        Assert.Equal(["Add 192.0.2.10/32 to DSR Loopback, skipped as source."], s_table.Where(row => row.Setting is Address && row.Setting.IsAway == false).Select(row => row.Text));
    }
}
