using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Cim.Contracts.Declarations;

namespace DsrReadiness.Tests.Cim.Contracts;

/// <summary>Plants faults in contracts and sees that each is named: the drift tests cannot pass by looking away.</summary>
public sealed class ContractComparisonTests
{
    private static readonly DeclaredClass s_routeOn2019 = DeclaredClasses.Capture("MSFT_NetRoute", WindowsRelease.Server2019);

    [Fact]
    public void Finds_nothing_in_a_contract_that_is_right() => Assert.Empty(Route(_ => { }));

    [Theory]
    [InlineData("NextHope")]
    [InlineData("nextHop")]
    public void Names_a_misspelt_property(string name) =>
        Assert.Equal([$"MSFT_NetRoute.{name} is not declared"], Route(route => route.String(name, RedactionKind.Words)));

    [Fact]
    public void Names_a_wrong_type() =>
        Assert.Equal(["MSFT_NetRoute.RouteMetric is uint16, not uint32"], Route(route => route.UInt32("RouteMetric")));

    [Fact]
    public void Names_an_array_that_is_none() =>
        Assert.Equal(["MSFT_NetRoute.NextHop is string, not string[]"], Route(route => route.Strings("NextHop", RedactionKind.Words)));

    [Fact]
    public void Names_a_key_that_is_none() =>
        Assert.Equal(["MSFT_NetRoute.NextHop is not a key"], Route(route => route.String("NextHop", RedactionKind.Words, key: true)));

    [Fact]
    public void Names_a_key_that_is_missing() =>
        Assert.Equal(["MSFT_NetRoute.InstanceID is a key, the contract does not say so"], Route(_ => { }, keys: []));

    [Fact]
    public void Names_numbers_that_only_one_side_has() => Assert.Equal(
        ["MSFT_NetRoute.Publish may be 2, which the contract does not name"], Route(route => route.Enum<Toggle>("Publish", CimType.UInt8)));

    [Fact]
    public void Names_a_number_that_windows_never_uses() => Assert.Equal(
        ["MSFT_NetRoute.Publish is never 3 Disabled"], Route(route => route.Enum<AdapterState>("Publish", CimType.UInt8)));

    [Fact]
    public void Names_a_value_that_is_called_differently() => Assert.Equal(
        ["MSFT_NetIPInterface.Store 0 is Persistent, not Disabled", "MSFT_NetIPInterface.Store 1 is Active, not Enabled"],
        ContractComparison.Differences(
            Build("MSFT_NetIPInterface", builder => builder.Enum<Toggle>("Store", CimType.UInt8), InheritedKeys.Named),
            DeclaredClasses.Reference("MSFT_NetIPInterface")));

    [Fact]
    public void Names_a_property_that_is_said_to_be_younger_than_it_is() => Assert.Equal(
        ["MSFT_NetRoute.CompartmentId is there already"],
        ContractComparison.Differences(
            Build("MSFT_NetRoute", route => route.UInt32("CompartmentId", firstIn: WindowsRelease.Server2019), InheritedKeys.Instance),
            DeclaredClasses.Capture("MSFT_NetRoute", WindowsRelease.Server2016),
            WindowsRelease.Server2016));

    [Fact]
    public void Names_a_property_that_is_said_to_be_older_than_it_is() => Assert.Equal(
        ["MSFT_NetRoute.InterfaceMetric is not declared"],
        ContractComparison.Differences(
            Build("MSFT_NetRoute", route => route.UInt32("InterfaceMetric"), InheritedKeys.Instance),
            DeclaredClasses.Capture("MSFT_NetRoute", WindowsRelease.Server2016),
            WindowsRelease.Server2016));

    [Fact]
    public void Names_a_wrong_release_of_class_and_property()
    {
        CimClass contract = new CimClassBuilder(
            "root/cimv2", "MSFT_NetUDPEndpoint", CimEvidence.Referenced, since: WindowsRelease.Server2008, otherKeys: InheritedKeys.Instance).Build();
        Assert.Equal(
            [
                "MSFT_NetUDPEndpoint is in root/StandardCimv2, not in root/cimv2",
                "MSFT_NetUDPEndpoint came with Server2012, not with Server2008",
            ],
            ContractComparison.Differences(contract, DeclaredClasses.Reference("MSFT_NetUDPEndpoint")));
        Assert.Equal(
            ["MSFT_NetUDPEndpoint.OwningProcess came with Server2016, not with Server2012"],
            ContractComparison.Differences(
                Build("MSFT_NetUDPEndpoint", builder => builder.UInt32("OwningProcess"), InheritedKeys.Instance),
                DeclaredClasses.Reference("MSFT_NetUDPEndpoint")));
    }

    [Fact]
    public void Finds_inherited_properties()
    {
        DeclaredClass adapter = DeclaredClasses.Capture("MSFT_NetAdapter", WindowsRelease.Server2019);
        Assert.Equal("string", adapter.Properties["Name"].Type);
        Assert.Equal("string[]", adapter.Properties["NetworkAddresses"].Type);
        Assert.Equal(InheritedKeys.Device.Order(), adapter.Keys.Order());
    }

    private static string[] Route(Action<CimClassBuilder> declare, string[]? keys = null) =>
        ContractComparison.Differences(Build("MSFT_NetRoute", declare, keys ?? InheritedKeys.Instance), s_routeOn2019, WindowsRelease.Server2019).ToArray();

    private static CimClass Build(string name, Action<CimClassBuilder> declare, string[] keys)
    {
        var builder = new CimClassBuilder("root/StandardCimv2", name, CimEvidence.Captured, otherKeys: keys);
        declare(builder);
        return builder.Build();
    }
}
