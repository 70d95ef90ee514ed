using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>The ways in which servers are found: untouched, half done by hand in many ways, with others' leftovers.</summary>
internal static class StartingStates
{
    private const string Vip = "192.0.2.10";
    private const string Second = "192.0.2.20";
    private const string Vip6 = "2001:db8::10";

    private static readonly DsrService s_one = StartingState.ServiceOf([Vip]);

    public static IReadOnlyList<StartingState> All { get; } =
    [
        Of("Clean", builder => builder),
        Of("Domain member", builder => builder.Domain("lab.example")),
        Of("Blank KM-TEST adapter of unknown purpose", builder => builder.Loopback("Ethernet 2")),
        Of("VIP on a hand-made loopback and nothing else", builder => builder.Loopback("Loopback", on => on.Address(Vip + "/32"))),
        Of("VIP with a /24 mask", builder => builder.Loopback("Loopback", on => on.Address(Vip + "/24"))),
        Of("VIP on the NIC", builder => builder.Nic("LAN", on => on.Address("192.0.2.11/24").Address(Vip + "/32").Gateway("192.0.2.1"))),
        Of(
            "VIP on the NIC and a loopback ready but for it",
            builder => builder.Nic("LAN", on => on.Address("192.0.2.11/24").Address(Vip + "/24").Gateway("192.0.2.1")).Loopback("Loopback", on => on.WeakHost())),
        Of("Weak host on the loopback only", builder => builder.Loopback("Loopback", on => on.WeakHost())),
        Of("Weak host on the NIC only", builder => builder.Nic("LAN", on => on.Address("192.0.2.11/24").Gateway("192.0.2.1").WeakHost(send: false))),
        Of("VIP as a source address", builder => Prepared(builder, on => on.Address(Vip + "/32"))),
        Of("VIP registered in DNS", builder => builder.Domain("lab.example").Loopback("Loopback", on => on.Address(Vip + "/32").WeakHost())),
        Of("Gateway on the loopback", builder => Prepared(builder, on => on.Address(Vip + "/32", skipAsSource: true).Gateway("192.0.2.1"))),
        Of("Everything but the firewall", builder => Prepared(builder, on => on.Address(Vip + "/32", skipAsSource: true))),
        Of("DHCP still on", builder => builder.Loopback("Loopback", on => on.WeakHost())),
        Of("Metric 254 set by hand", builder => builder.Loopback("Loopback", on => on.Address(Vip + "/32").Metric(254))),
        Of("Loopback adapter of another product", builder => builder.ForeignLoopback("Npcap Loopback Adapter", "Npcap Loopback Adapter")),
        Of(
            "Another product's loopback and a hand-made one",
            builder => builder.ForeignLoopback("Npcap Loopback Adapter", "Npcap Loopback Adapter").Loopback("VIPs", on => on.Address(Vip + "/32"))),
        Of("TAP adapter named like the loopback", builder => builder.Tap("Loopback")),
        Of("Adapter named like ours", builder => builder.Tap("DSR Loopback")),
        Of("Disabled loopback with the VIP", builder => Prepared(builder, on => on.Address(Vip + "/32", skipAsSource: true).Disabled())),
        Of("Localised names", builder => builder.Nic("Подключение", "192.0.2.11/24", "192.0.2.1").Loopback("以太网 2", on => on.Address(Vip + "/32"))),
        Of("Server with a DHCP address", builder => builder.Nic("LAN", on => on.Dhcp("192.0.2.11/24", "192.0.2.1"))),
        Of(
            "Two NICs, one on the balancer's segment",
            builder => builder.Nic("LAN", "192.0.2.11/24", "192.0.2.1").Nic("Storage", "198.51.100.11/24")),
        Of("Dual stack", StartingState.ServiceOf([Vip, Vip6]), DualStack),
        Of("IPv6 alone", StartingState.ServiceOf([Vip6]), DualStack),
        Of("Dual stack with IPv6 forgotten", StartingState.ServiceOf([Vip, Vip6]), builder => Prepared(DualStack(builder), on => on.Address(Vip + "/32", skipAsSource: true))),
        Of("IPv6 VIP with a /32 prefix", StartingState.ServiceOf([Vip6]), builder => Prepared(DualStack(builder), on => on.Address(Vip6 + "/32", skipAsSource: true))),
        Of("IPv6 VIP with a /64 prefix", StartingState.ServiceOf([Vip6]), builder => Prepared(DualStack(builder), on => on.Address(Vip6 + "/64", skipAsSource: true))),
        Of("Two VIPs", StartingState.ServiceOf([Vip, Second]), builder => builder),
        Of("Two VIPs, one there", StartingState.ServiceOf([Vip, Second]), builder => builder.Loopback("Loopback", on => on.Address(Second + "/32"))),
        Of("Two ports", StartingState.ServiceOf([Vip], "tcp/80", "tcp/443"), builder => builder),
        Of("UDP range", new DsrService([IPAddress.Parse(Vip)], [ServicePort.Parse("udp/5000-5003")], udpAnswer: DsrUdpAnswer.FromVip), builder => builder),
        Of("File service", StartingState.ServiceOf([Vip], "tcp/445"), builder => builder),
        Of(
            "Probe of the VIP",
            new DsrService([IPAddress.Parse(Vip)], [ServicePort.Parse("443")], [IPAddress.Parse("192.0.2.5")], Probe.Parse("tcp/192.0.2.10:443")),
            builder => builder),
        new("VIP in the running state only", s_one, () => With(RunningVip)),
        new("VIP taken off the running state", s_one, () => With(PersistentVip)),
        new("Weak host in the running state only", s_one, () => With(RunningWeakHost)),
        new("Leftover rule of our name, disabled", s_one, () => With(LeftoverRule)),
    ];

    private static StartingState Of(string name, Func<LabServerBuilder, LabServerBuilder> describe) => Of(name, s_one, describe);

    private static StartingState Of(string name, DsrService service, Func<LabServerBuilder, LabServerBuilder> describe) =>
        new(name, service, () => WithListeners(describe(new LabServerBuilder("WEB01")), service).Build());

    private static LabServerBuilder WithListeners(LabServerBuilder builder, DsrService service) =>
        service.Ports.Aggregate(builder, (each, port) => each.Listens(port.ToString()));

    private static LabServerBuilder Prepared(LabServerBuilder builder, Action<LabAdapterBuilder> describe) => builder.Loopback("Loopback", on =>
    {
        describe(on);
        on.NoDhcp().WeakHost().NotRegisteredInDns().NetBios(NetBiosOptions.DisableNetbios);
    });

    private static LabServerBuilder DualStack(LabServerBuilder builder) => builder.Nic(
        "LAN", on => on.Address("192.0.2.11/24").Gateway("192.0.2.1").Address("2001:db8::11/64").Gateway("fe80::1"));

    private static LabServer With(Action<LabServer> change)
    {
        LabServer server = WithListeners(new LabServerBuilder("WEB01").Loopback("Loopback", on => on.NoDhcp().WeakHost()), s_one).Build();
        change(server);
        return server;
    }

    private static void RunningVip(LabServer server) => Done(server, Do.CreateAddress(server.IndexOf("Loopback"), Vip, 32, policyStore: "ActiveStore"));

    private static void PersistentVip(LabServer server)
    {
        Done(server, Do.CreateAddress(server.IndexOf("Loopback"), Vip, 32));
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        Done(server, CimOperation.Delete(On.Address(Vip, CimStore.Active)));
    }

    private static void RunningWeakHost(LabServer server) => Done(
        server,
        Do.Set(On.Interface(server.IndexOf("Ethernet"), IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.WeakHostReceive, 1L));

    private static void LeftoverRule(LabServer server) => Done(server, CimOperation.Create(
        On.All(NetFirewallRuleClass.Class, CimStore.Persistent),
        [
            new CimAssignment(NetFirewallRuleClass.InstanceId, $"DsrReadiness-{Vip}-tcp-443"),
            new CimAssignment(NetFirewallRuleClass.ElementName, "left over"),
            new CimAssignment(NetFirewallRuleClass.Enabled, 2L),
            new CimAssignment(NetFirewallRuleClass.Direction, 1L),
            new CimAssignment(NetFirewallRuleClass.Action, 2L),
        ],
        [new CimAssignment("Protocol", CimType.String, "TCP")]));

    private static void Done(LabServer server, CimOperation operation)
    {
        CimOutcome outcome = server.Backdoor.Execute(operation);
        Assert.True(outcome.Failure is null, $"{operation}: {outcome.Failure}");
    }
}
