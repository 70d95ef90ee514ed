using System.Collections.Generic;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Lab;
using DsrReadiness.Services;

namespace DsrReadiness.Console.Demo;

/// <summary>The simulated servers of the demo: as servers are found.</summary>
internal static class DemoServers
{
    private const string Vip = "192.0.2.10";
    private const string Port = "tcp/443";

    /// <summary>What they are to answer for.</summary>
    public static DsrService Service { get; } = new([IPAddress.Parse(Vip)], [ServicePort.Parse(Port)], [IPAddress.Parse("192.0.2.5")]);

    /// <summary>The servers, each with what was done to it; the first is the one that the story makes ready.</summary>
    public static IReadOnlyList<(LabServer Server, string Story)> All() =>
    [
        (New("WEB01", "192.0.2.11").Build(), "Freshly installed."),
        (OnTheNic().Build(), "Somebody put the VIP on the network adapter, and it answers ARP for it."),
        (HalfDone().Build(), "Half done by hand: a mask too wide, and half of the weak host settings."),
        (Ready().Build(), "Set up with care, years ago."),
    ];

    public static LabServerBuilder New(string name, string address) =>
        new LabServerBuilder(name).Nic("Ethernet", address + "/24", gateway: "192.0.2.1", "192.0.2.53").Listens(Port);

    private static LabServerBuilder OnTheNic() => new LabServerBuilder("WEB02")
        .Nic("Ethernet", nic => nic.Address("192.0.2.12/24").Address(Vip + "/24").Gateway("192.0.2.1").Dns("192.0.2.53")).Listens(Port);

    private static LabServerBuilder HalfDone() =>
        New("WEB03", "192.0.2.13").Loopback("Loopback", loopback => loopback.Address(Vip + "/24").WeakHost(send: true, receive: false));

    private static LabServerBuilder Ready() => new LabServerBuilder("WEB04")
        .Nic("Ethernet", nic => nic.Address("192.0.2.14/24").Gateway("192.0.2.1").Dns("192.0.2.53").WeakHost(send: false))
        .Loopback("Loopback", loopback => loopback
            .Address(Vip + "/32", skipAsSource: true).NoDhcp().WeakHost().NotRegisteredInDns().NetBios(NetBiosOptions.DisableNetbios))
        .Firewall(firewall => firewall.Allow("HTTPS", Port))
        .Listens(Port);
}
