using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>A server with differences from the ready one, and what it is asked for.</summary>
internal sealed record RandomServer(FollowedService Asked, IReadOnlyList<Twist> Twists)
{
    private const int MostTwists = 6;

    /// <summary>The ready server, and the same without IPv6, without a loopback, with the VIP on the built-in loopback or on the NIC.</summary>
    private static readonly (string Name, Draft.Form Form)[] s_forms =
    [
        ("ready", new Draft.Form(Server.Ready())),
        ("ready without IPv6", new Draft.Form(Server.Ready().WithoutIPv6())),
        ("without a loopback", new Draft.Form(Server.Ready().WithoutLoopback())),
        ("with the VIP on the built-in loopback", new Draft.Form(Server.Ready().OnBuiltIn(32))),
        ("with the VIP on the NIC", new Draft.Form(Server.Ready().OnNic())),
        ("with the VIP not on the listen list of HTTP.sys", new Draft.Form(Server.Ready().Registry(RegistryNames.ListenOnlyList, RegistryType.Texts, Server.Dip))),
        ("with a socket for names", new Draft.Form(WithNames("0.0.0.0", "::"))),
        ("with a socket for names on the VIP", new Draft.Form(WithNames(Server.Vip))),
        ("with two arms", new Draft.Form(Server.Ready().AddNic(9, "Other", "192.168.12.9", 24)
            .Set(NetRouteClass.InterfaceIndex, 9, (NetRouteClass.DestinationPrefix, "0.0.0.0/0")).Set(NetRouteClass.NextHop, "192.168.12.1", (NetRouteClass.DestinationPrefix, "0.0.0.0/0")))),
        ("with a certificate for its own address", new Draft.Form(WithCertificates(RegistryNames.TlsAddresses, Server.Dip + ":443", "192.168.11.50:444"))),
        ("with certificates for names", new Draft.Form(WithCertificates(RegistryNames.TlsNames, "www.example.com:443", "www.example.com:444"))),
        ("with a rule for the service that listens", new Draft.Form(Server.Ready().Listening(@"C:\Windows\System32\svchost.exe").Runs("App", null).SidType("App", 1)
            .Change("DsrReadiness-443", NetServiceFilterClass.ServiceName, "App").Change("DsrReadiness-443", NetApplicationFilterClass.AppPath, @"%SystemRoot%\System32\svchost.exe"))),
        ("with rules for programs", new Draft.Form(Server.Ready().AddFreshRules().Listening(@"C:\x.exe").Change("DsrReadiness-443", NetApplicationFilterClass.AppPath, @"C:\X.EXE"))),
        ("with a rule that requires IPsec", new Draft.Form(Server.Ready().IPsec("Isolation"))),
        ("in Azure, whose probe alone a rule lets in", new Draft.Form(InAzure())),
        ("of Google, with the VIP on the NIC", new Draft.Form(Server.Ready().OnNic().OfGoogle())),
        ("of another maker, with Google's agent and the VIP on the NIC", new Draft.Form(Server.Ready().OnNic().AddService("GCEAgent", "Running"))),
        ("whose disabled NIC keeps the VIP", new Draft.Form(Server.Ready().AddAdapter(9, "Spare", @"PCI\VEN_8086&DEV_1533", @"PCI\VEN_8086&DEV_1533\9")
            .Set(NetAdapterClass.State, AdapterState.Disabled, Server.On(NetAdapterClass.Class, 9)).AddAddress(CimStore.Persistent, 9, "Spare", Server.Vip, 32))),
        ("whose removed NIC has kept the VIP", new Draft.Form(Server.Ready().AddAddress(CimStore.Persistent, 9, "Spare", Server.Vip, 32))),
        ("with two NICs", new Draft.Form(Server.Ready().AddNic(9, "Other", "192.168.12.9", 24))),
    ];

    private int Start { get; init; }

    /// <summary>Draws a server: half of them start from the ready one.</summary>
    public static RandomServer Draw(Dice dice)
    {
        int start = dice.Once(2) ? dice.Below(s_forms.Length) : 0;
        FollowedService asked = dice.Of(FollowedService.All);
        Twist[] twists = [.. Enumerable.Range(0, dice.Below(MostTwists)).Select(_ => RandomTwist.Draw(dice, s_forms[start].Form))];
        return new RandomServer(asked, twists) { Start = start };
    }

    private static Server WithCertificates(RegistryName list, params string[] bindings) =>
        Server.Ready().Tcp("0.0.0.0", 444, process: 4).Registry(RegistryNames.TlsAddresses, RegistryType.Texts).Registry(list, RegistryType.Texts, bindings);

    private static Server InAzure()
    {
        Server server = Server.Ready().AddService("WindowsAzureGuestAgent", "Running").Tcp(Server.Dip, 443, process: 4);
        ReadyServer.AddRule(server, "Probe", "TCP", "443", Server.Dip);
        return server.Change("Probe", NetAddressFilterClass.RemoteAddress, new object?[] { "168.63.129.16" });
    }

    private static Server WithNames(params string[] addresses)
    {
        Server server = Server.Ready();
        foreach (string address in addresses)
            server.Udp(address, 53).Udp(address, 443);
        ReadyServer.AddRule(server, "Names", "UDP", "53", Server.Vip, Server.Vip6);
        ReadyServer.AddRule(server, "HTTP/3", "UDP", "443", Server.Vip, Server.Vip6);
        return server;
    }

    public Snapshot Build()
    {
        var draft = new Draft(s_forms[Start].Form);
        foreach (Twist twist in Twists)
            twist.ApplyTo(draft);
        return draft.Build();
    }

    /// <summary>The same with one thing less: one twist, or what is unusual of start or service.</summary>
    public IEnumerable<RandomServer> Simpler()
    {
        for (int i = 0; i < Twists.Count; i++)
            yield return this with { Twists = [.. Twists.Where((_, at) => at != i)] };
        if (Start != 0)
            yield return this with { Start = 0 };
        if (!ReferenceEquals(Asked, FollowedService.All[0]))
            yield return this with { Asked = FollowedService.All[0] };
        for (int i = 0; i < Twists.Count; i++)
        {
            if (Twists[i] is not Twist.MoreRows { Rows.Count: > 1 } more)
                continue;
            for (int row = 0; row < more.Rows.Count; row++)
            {
                var less = new Twist.MoreRows([.. more.Rows.Where((_, at) => at != row)]);
                int place = i;
                yield return this with { Twists = [.. Twists.Select((twist, at) => at == place ? less : twist)] };
            }
        }
    }

    public override string ToString() => $"the server {s_forms[Start].Name}, asked for {Asked}: " + string.Join("; ", Twists);
}
