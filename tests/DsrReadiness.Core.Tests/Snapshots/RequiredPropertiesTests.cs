using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using OperatingSystem = DsrReadiness.Cim.Classes.OperatingSystem;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>What tells the rows of a class apart must be there: without it a row means nothing.</summary>
public sealed class RequiredPropertiesTests
{
    private static readonly (Func<CimRow, object> Map, (CimProperty Property, object? Value)[] Row)[] s_typed =
    [
        (row => new IPInterface(row), [(NetIPInterfaceClass.InterfaceIndex, 7L), (NetIPInterfaceClass.AddressFamily, 2L)]),
        (row => new HostAddress(row), [(NetIPAddressClass.InterfaceIndex, 7L), (NetIPAddressClass.IPAddress, "192.0.2.1")]),
        (row => new Route(row), [(NetRouteClass.InterfaceIndex, 7L), (NetRouteClass.DestinationPrefix, "192.0.2.0/24")]),
        (row => new NetAdapter(row), [(NetAdapterClass.InterfaceIndex, 7L)]),
        (row => new ConnectionProfile(row), [(NetConnectionProfileClass.InterfaceIndex, 7L)]),
        (row => new DnsRegistration(row), [(DnsClientClass.InterfaceIndex, 7L)]),
        (row => new DnsServers(row), [(DnsClientServerAddressClass.InterfaceIndex, 7L)]),
        (row => new TcpConnection(row), [(NetTcpConnectionClass.LocalAddress, "::"), (NetTcpConnectionClass.LocalPort, 443L)]),
        (row => new UdpEndpoint(row), [(NetUdpEndpointClass.LocalAddress, "::"), (NetUdpEndpointClass.LocalPort, 53L)]),
        (row => new PnPDevice(row), [(PnPEntityClass.DeviceID, @"ROOT\NET\0000")]),
        (row => new HttpCertificate(row), [(HttpCertificateClass.Binding, "0.0.0.0:443")]),
        (row => new SiteBinding(row), [(SiteBindingClass.Address, "*"), (SiteBindingClass.Port, 443L)]),
        (row => new WindowsProcess(row), [(ProcessClass.ProcessId, 900L)]),
        (row => new WindowsService(row), [(ServiceClass.Name, "NetSetupSvc")]),
    ];

    public static TheoryData<int, string> Required
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < s_typed.Length; i++)
            {
                foreach ((CimProperty property, _) in s_typed[i].Row)
                    data.Add(i, property.ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void A_row_without_it_is_refused_and_the_property_named(int typed, string required)
    {
        (Func<CimRow, object> map, (CimProperty Property, object? Value)[] values) = s_typed[typed];
        CimClass @class = CimClasses.Find(values[0].Property.ClassName)!;
        CimProperty property = values.Single(each => each.Property.ToString() == required).Property;
        Assert.NotNull(map(Rows.Of(@class, values)));

        Exception missing = Assert.Throws<MalformedRowException>(
            () => map(Rows.Of(@class, values.Where(each => each.Property != property).ToArray())));
        Assert.Equal(property.Name + " is not collected", missing.Message);

        Exception isNull = Assert.Throws<MalformedRowException>(
            () => map(Rows.Of(@class, values.Select(each => (each.Property, each.Property == property ? null : each.Value)).ToArray())));
        Assert.Equal(property.Name + " is NULL", isNull.Message);

        Exception malformed = Assert.Throws<MalformedRowException>(
            () => map(Rows.Of(@class, values.Select(each => (each.Property, each.Property == property ? true : each.Value)).ToArray())));
        Assert.Equal(property.Name + " is unreadable ('True')", malformed.Message);
    }

    [Fact]
    public void Rows_of_which_there_is_one_need_nothing()
    {
        Assert.Equal(FieldState.Missing, new ComputerSystem(Rows.Of(ComputerSystemClass.Class)).PartOfDomain.State);
        Assert.Equal(FieldState.Missing, new OperatingSystem(Rows.Of(OperatingSystemClass.Class)).VersionText.State);
    }
}
