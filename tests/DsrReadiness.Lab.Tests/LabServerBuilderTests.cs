using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class LabServerBuilderTests
{
    [Fact]
    public async Task Every_contracted_class_is_simulated_but_the_cluster()
    {
        LabServer server = Some.Server();
        foreach (CimClass @class in CimClasses.All.Where(each => each.Evidence != CimEvidence.Own))
        {
            CimReading reading = await server.ReadAsync(new CimQuery(@class), default);
            Assert.Equal(@class.Namespace == "root/MSCluster" ? FailureKind.InvalidClass : null, reading.Failure?.Kind);
        }
    }

    [Fact]
    public async Task Every_property_of_a_row_is_there_on_a_current_release()
    {
        LabServer server = new LabServerBuilder("WEB01").Windows(LabWindows.Server2025).Loopback("Loopback").Listens("tcp/443").Listens("udp/53").Neighbor("Ethernet", "192.0.2.5", "00-15-5D-00-00-99")
            .Firewall(firewall => firewall.RequireIPsec("Isolation")).Build();
        foreach (CimClass @class in CimClasses.All.Where(each => each.Evidence != CimEvidence.Own && each.Namespace != "root/MSCluster"))
        {
            CimRow row = (await Ports.Of(server).RowsAsync(On.All(@class)))[0];
            Assert.All(@class.Properties, property => Assert.True(row.TryGetRaw(property, out _), property.ToString()));
        }
    }

    [Fact]
    public async Task A_server_is_described_by_what_differs_from_a_fresh_one()
    {
        LabServer server = new LabServerBuilder("WEB07")
            .Windows(LabWindows.Server2022)
            .Domain("lab.example")
            .Nic("Net", "198.51.100.11/24", "198.51.100.1", "198.51.100.53")
            .Nic("Spare", nic => nic.Disconnected())
            .Listens("tcp/443")
            .Listens("udp/5000-5001", "198.51.100.11", process: 77)
            .Service("WindowsAzureGuestAgent")
            .Firewall(firewall => firewall.Off("Private"))
            .Build();
        Ports ports = Ports.Of(server);
        Assert.Equal("WEB07", server.ComputerName);
        Assert.True((await ports.RowAsync(On.All(OperatingSystemClass.Class))).Get(OperatingSystemClass.BuildNumber).Is("20348"));
        Assert.True((await ports.RowAsync(On.All(ComputerSystemClass.Class))).Get(ComputerSystemClass.PartOfDomain).Is(true));
        Assert.Equal(["Net", "Spare"], (await ports.RowsAsync(On.All(NetAdapterClass.Class))).Select(row => row.Get(NetAdapterClass.Name).Value));
        Assert.Equal(2, (await ports.RowsAsync(On.All(NetTcpConnectionClass.Class))).Count);
        Assert.Equal([5000u, 5001u], (await ports.RowsAsync(On.All(NetUdpEndpointClass.Class))).Select(row => row.Get(NetUdpEndpointClass.LocalPort).Value));
        Assert.Contains(await ports.RowsAsync(On.All(ServiceClass.Class)), row => row.Get(ServiceClass.Name).Is("WindowsAzureGuestAgent"));
        Assert.Contains(
            await ports.RowsAsync(On.All(NetRouteClass.Class, CimStore.Active)),
            row => row.Get(NetRouteClass.DestinationPrefix).Is("0.0.0.0/0") && row.Get(NetRouteClass.InterfaceAlias).Is("Net"));
    }

    [Fact]
    public async Task A_half_done_set_up_is_described_too()
    {
        LabServer server = new LabServerBuilder("WEB01")
            .Loopback("Loopback", loopback => loopback.Address("192.0.2.10/24").WeakHost(send: true, receive: false).Metric(254).NotRegisteredInDns()
                .NetBios(NetBiosOptions.DisableNetbios).Binding("ms_server", false).Category(NetworkCategory.Private))
            .Build();
        Ports ports = Ports.Of(server);
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            CimRow row = await ports.RowAsync(On.Interface(server.IndexOf("Loopback"), Addresses.IPFamily.IPv4, store));
            Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled) && row.Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Disabled));
            Assert.True(row.Get(NetIPInterfaceClass.InterfaceMetric).Is(254));
            Assert.True((await ports.RowAsync(On.Address(Some.Vip, store))).Get(NetIPAddressClass.PrefixLength).Is(24));
        }
    }

    [Fact]
    public async Task The_example_of_the_page_is_what_the_page_says()
    {
        LabServer server = new LabServerBuilder("WEB01")
            .Nic("Ethernet", "192.0.2.11/24", gateway: "192.0.2.1", "192.0.2.53")
            .Loopback("Loopback", loopback => loopback.Address("192.0.2.10/24").WeakHost(send: true, receive: false))
            .Listens("tcp/443")
            .Build();
        Ports ports = Ports.Of(server);
        Assert.True((await ports.RowAsync(On.Address(Some.Vip, CimStore.Active))).Get(NetIPAddressClass.PrefixLength).Is(24));
        CimRow row = await ports.RowAsync(On.Interface(server.IndexOf("Loopback"), Addresses.IPFamily.IPv4, CimStore.Active));
        Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled) && row.Get(NetIPInterfaceClass.WeakHostReceive).Is(Toggle.Disabled));
    }

    [Fact]
    public void Servers_can_share_a_clock_and_a_builder_builds_several()
    {
        var clock = new LabClock();
        LabServerBuilder builder = new LabServerBuilder("WEB01").Clock(clock).Loopback("Loopback");
        LabServer one = builder.Build();
        LabServer other = builder.Build();
        Assert.Same(one.Clock, other.Clock);
        one.Backdoor.Execute(Do.Rename("Loopback", "LOOP"));
        Assert.Single(other.Backdoor.Read(On.Adapter("Loopback")).Rows!);
    }

    [Fact]
    public void Nonsense_is_refused_by_name()
    {
        Assert.Contains("nonsense", Assert.Throws<FormatException>(() => new LabServerBuilder("A").Nic("E", "nonsense").Build()).Message);
        Assert.Contains("192.0.2.1", Assert.Throws<FormatException>(() => new LabServerBuilder("A").Nic("E", "192.0.2.1").Build()).Message);
        Assert.Contains("Work", Assert.Throws<ArgumentException>(() => new LabServerBuilder("A").Firewall(each => each.Off("Work")).Build()).Message);
        Assert.Contains("E", Assert.Throws<ArgumentException>(() => new LabServerBuilder("A").Neighbor("E", "192.0.2.5", "00").Build()).Message);
        Assert.Throws<ArgumentException>(() => Some.Server().Backdoor.Connect("no such adapter", false));
    }

    [Fact]
    public async Task Nothing_changes_by_reading()
    {
        LabServer server = Some.WithLoopback();
        string[] before = await AllTextAsync(server);
        Assert.NotEmpty(before);
        Assert.Equal(before, await AllTextAsync(server));
    }

    private static async Task<string[]> AllTextAsync(LabServer server)
    {
        var texts = new List<string>();
        foreach (CimClass @class in CimClasses.All.Where(each => each.Evidence != CimEvidence.Own && each.Namespace != "root/MSCluster"))
        {
            foreach (CimRow row in await Ports.Of(server).RowsAsync(On.All(@class)))
                texts.Add(@class + ": " + string.Join("; ", @class.Properties.Select(property => row.TryGetRaw(property, out object? raw) ? raw : "missing")));
        }

        return [.. texts];
    }
}
