using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class AddressTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;
    private readonly uint _loopback;

    public AddressTests()
    {
        _ports = Ports.Of(_server);
        _loopback = _server.IndexOf("Loopback");
    }

    [Fact]
    public async Task An_address_is_tentative_until_it_has_settled()
    {
        _server.Behaviour.AddressSettlesAfter = TimeSpan.FromSeconds(4);
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.Equal(AddressState.Tentative, await StateAsync());
        _server.Clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.Equal(AddressState.Tentative, await StateAsync());
        _server.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(AddressState.Preferred, await StateAsync());
    }

    [Fact]
    public async Task An_address_that_another_host_has_ends_as_duplicate()
    {
        _server.Backdoor.Claim(IPAddress.Parse(Some.Vip));
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AddressState.Duplicate, await StateAsync());
    }

    [Fact]
    public async Task Without_duplicate_address_detection_it_is_preferred_at_once()
    {
        await _ports.DoAsync(Do.Set(On.Interface(_loopback, IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.DadTransmits, 0L));
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.Equal(AddressState.Preferred, await StateAsync());
    }

    [Fact]
    public async Task An_address_on_an_adapter_without_a_link_stays_tentative()
    {
        _server.Backdoor.Connect("Loopback", false);
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(AddressState.Tentative, await StateAsync());
        _server.Backdoor.Connect("Loopback", true);
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(AddressState.Preferred, await StateAsync());
    }

    [Fact]
    public async Task The_persistent_store_knows_no_state()
    {
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.True((await _ports.RowAsync(On.Address(Some.Vip, CimStore.Persistent))).Get(NetIPAddressClass.AddressState).IsNull);
    }

    [Fact]
    public async Task An_instance_is_not_created_but_by_the_method() => await _ports.RefusesAsync(
        FailureKind.NotSupported,
        CimOperation.Create(On.All(NetIPAddressClass.Class), [new CimAssignment(NetIPAddressClass.IPAddress, Some.Vip)], []));

    [Theory]
    [InlineData(FailureKind.AlreadyExists)]
    [InlineData(FailureKind.InvalidParameter)]
    public async Task An_address_that_exists_has_two_faces(FailureKind face)
    {
        _server.Behaviour.AlreadyExists = face;
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        await _ports.RefusesAsync(face, Do.CreateAddress(_loopback, Some.Vip, 32));
    }

    [Fact]
    public async Task An_address_that_exists_in_one_of_both_stores_is_refused_and_nothing_changes()
    {
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32, policyStore: "ActiveStore"));
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.Empty(await _ports.RowsAsync(On.Address(Some.Vip, CimStore.Persistent)));
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 32, policyStore: "PersistentStore"));
    }

    [Fact]
    public async Task An_address_of_another_interface_cannot_be_had_twice() =>
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Do.CreateAddress(_loopback, "192.0.2.11", 32));

    [Theory]
    [InlineData(LabStaticUnderDhcp.Refused, true)]
    [InlineData(LabStaticUnderDhcp.RefusedOnFreshAdapters, false)]
    [InlineData(LabStaticUnderDhcp.TurnsDhcpOff, false)]
    public async Task Under_dhcp_a_static_address_is_refused_or_turns_it_off(LabStaticUnderDhcp rule, bool isRefused)
    {
        CimQuery target = On.Interface(_loopback, IPFamily.IPv4, CimStore.Active);
        await _ports.DoAsync(Do.Set(target, NetIPInterfaceClass.Dhcp, 1L));
        _server.Behaviour.StaticUnderDhcp = rule;
        CimOutcome outcome = await _ports.TryAsync(Do.CreateAddress(_loopback, Some.Vip, 32));
        Assert.Equal(isRefused ? FailureKind.InvalidParameter : null, outcome.Failure?.Kind);
        Assert.True((await _ports.RowAsync(target)).Get(NetIPInterfaceClass.Dhcp).Is(isRefused ? Toggle.Enabled : Toggle.Disabled));
        Assert.Equal(isRefused ? 0 : 1, (await _ports.RowsAsync(On.Address(Some.Vip, CimStore.Active))).Count);
    }

    [Fact]
    public async Task Under_dhcp_a_static_address_is_refused_on_an_adapter_installed_since_the_last_start()
    {
        _server.Behaviour.StaticUnderDhcp = LabStaticUnderDhcp.RefusedOnFreshAdapters;
        await _server.CreateAsync(CancellationToken.None);
        CimRow fresh = await _ports.WaitForAsync(On.Adapter("Ethernet 2"));
        uint index = fresh.Get(NetAdapterClass.InterfaceIndex).Value;
        await _ports.WaitForAsync(On.Interface(index, IPFamily.IPv4, CimStore.Active));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.CreateAddress(index, Some.Vip, 32));
        _server.Restart();
        await _ports.DoAsync(Do.CreateAddress(_server.IndexOf("Ethernet 2"), Some.Vip, 32));
    }

    [Fact]
    public async Task Dhcp_is_no_hindrance_for_ipv6() => await _ports.DoAsync(Do.CreateAddress(_loopback, "2001:db8::10", 128));

    [Fact]
    public async Task Turning_dhcp_on_without_a_server_ends_in_an_address_of_its_own_choice_and_turning_it_off_takes_it_away()
    {
        CimQuery target = On.Interface(_loopback, IPFamily.IPv4, CimStore.Active);
        await _ports.DoAsync(Do.Set(target, NetIPInterfaceClass.Dhcp, 1L));
        CimRow row = await _ports.WaitForAsync(
            On.Addresses(_loopback, CimStore.Active), each => each.Get(NetIPAddressClass.IPAddress).Value.ToString().StartsWith("169.254."));
        Assert.True(row.Get(NetIPAddressClass.PrefixLength).Is(16));
        await _ports.DoAsync(Do.Set(target, NetIPInterfaceClass.Dhcp, 0L));
        Assert.DoesNotContain(
            await _ports.RowsAsync(On.Addresses(_loopback, CimStore.Active)), each => each.Get(NetIPAddressClass.AddressFamily).Is(IPFamily.IPv4));
    }

    [Fact]
    public async Task A_leased_address_is_in_the_active_store_alone()
    {
        LabServer server = new LabServerBuilder("WEB01").Nic("Ethernet", nic => nic.Dhcp("192.0.2.77/24", "192.0.2.1")).Build();
        Ports ports = Ports.Of(server);
        Assert.True((await ports.RowAsync(On.Address("192.0.2.77", CimStore.Active))).Get(NetIPAddressClass.PrefixOrigin).Is(AddressOrigin.Dhcp));
        Assert.Empty(await ports.RowsAsync(On.All(NetIPAddressClass.Class, CimStore.Persistent)));
        Assert.Contains(
            await ports.RowsAsync(On.Routes(server.IndexOf("Ethernet"), CimStore.Active)), row => row.Get(NetRouteClass.DestinationPrefix).Is("0.0.0.0/0"));
    }

    [Fact]
    public async Task The_built_in_loopback_takes_an_address() => await _ports.DoAsync(Do.CreateAddress(1, Some.Vip, 32));

    [Fact]
    public async Task An_address_of_an_interface_that_is_not_there_is_not_found() =>
        await _ports.RefusesAsync(FailureKind.NotFound, Do.CreateAddress(999, Some.Vip, 32));

    [Theory]
    [InlineData("not an address", 32)]
    [InlineData("1", 32)]
    [InlineData(Some.Vip, 0)]
    [InlineData(Some.Vip, 33)]
    [InlineData("2001:db8::10", 129)]
    [InlineData("224.0.0.1", 32)]
    [InlineData("255.255.255.255", 32)]
    [InlineData("0.0.0.0", 32)]
    [InlineData("::", 128)]
    [InlineData("ff02::1", 128)]
    [InlineData("198.51.100.0", 24)]
    [InlineData("198.51.100.255", 24)]
    public async Task What_is_no_address_of_a_host_is_refused(string address, int prefixLength) =>
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.CreateAddress(_loopback, address, prefixLength));

    [Theory]
    [InlineData("InterfaceIndex", CimType.UInt16, 1L)]
    [InlineData("PrefixLength", CimType.UInt32, 32L)]
    [InlineData("PrefixLength", CimType.UInt8, "32")]
    [InlineData("PrefixLength", CimType.UInt8, 300L)]
    [InlineData("SkipAsSource", CimType.UInt8, 1L)]
    [InlineData("AddressFamily", CimType.UInt16, 23L)]
    [InlineData("Type", CimType.UInt8, 3L)]
    [InlineData("PolicyStore", CimType.String, "localhost")]
    [InlineData("DefaultGateway", CimType.String, "2001:db8::1")]
    [InlineData("Store", CimType.UInt8, 1L)]
    public async Task A_parameter_of_the_wrong_type_or_value_is_refused(string name, CimType type, object value)
    {
        CimAssignment[] right = Do.CreateAddress(_loopback, Some.Vip, 32).Assignments.Where(each => each.Name != name).ToArray();
        await _ports.RefusesAsync(
            FailureKind.InvalidParameter,
            CimOperation.Invoke(On.All(NetIPAddressClass.Class), "Create", [.. right, new CimAssignment(name, type, value)]));
        Assert.Empty(await _ports.RowsAsync(On.Address(Some.Vip, CimStore.Active)));
    }

    [Theory]
    [InlineData("InterfaceIndex")]
    [InlineData("IPAddress")]
    [InlineData("PrefixLength")]
    public async Task A_parameter_that_is_needed_cannot_be_left_out(string name)
    {
        CimAssignment[] rest = Do.CreateAddress(_loopback, Some.Vip, 32).Assignments.Where(each => each.Name != name).ToArray();
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Invoke(On.All(NetIPAddressClass.Class), "Create", rest));
    }

    [Fact]
    public async Task The_store_of_a_creation_is_a_parameter_and_not_part_of_the_target()
    {
        IReadOnlyList<CimAssignment> parameters = Do.CreateAddress(_loopback, Some.Vip, 32).Assignments;
        await _ports.RefusesAsync(
            FailureKind.InvalidParameter, CimOperation.Invoke(On.All(NetIPAddressClass.Class, CimStore.Persistent), "Create", parameters));
    }

    [Fact]
    public async Task The_length_of_the_prefix_cannot_be_changed()
    {
        await _ports.DoAsync(Do.CreateAddress(_loopback, Some.Vip, 24));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(On.Address(Some.Vip, CimStore.Active), NetIPAddressClass.PrefixLength, 32L));
    }

    [Fact]
    public async Task A_gateway_given_with_the_address_makes_a_default_route()
    {
        IReadOnlyList<CimAssignment> parameters = Do.CreateAddress(_loopback, Some.Vip, 32).Assignments;
        await _ports.DoAsync(CimOperation.Invoke(
            On.All(NetIPAddressClass.Class), "Create", [.. parameters, new CimAssignment("DefaultGateway", CimType.String, "192.0.2.1")]));
        Assert.Contains(await _ports.RowsAsync(On.Routes(_loopback, CimStore.Active)), row => row.Get(NetRouteClass.DestinationPrefix).Is("0.0.0.0/0"));
    }

    private async Task<AddressState> StateAsync() =>
        (await _ports.RowAsync(On.Address(Some.Vip, CimStore.Active))).Get(NetIPAddressClass.AddressState).Value;
}
