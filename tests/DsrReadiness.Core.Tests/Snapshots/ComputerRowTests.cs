using System;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using OperatingSystem = DsrReadiness.Cim.Classes.OperatingSystem;

namespace DsrReadiness.Tests.Snapshots;

public sealed class ComputerRowTests
{
    [Theory]
    [InlineData("10.0.17763", "10.0.17763")]
    [InlineData("6.0.6002", "6.0.6002")]
    [InlineData("10", null)]
    [InlineData("ten", null)]
    [InlineData(null, null)]
    public void Reads_the_windows_version(string? text, string? expected)
    {
        var row = new OperatingSystem(Rows.Of(
            OperatingSystemClass.Class, (OperatingSystemClass.Version, text), (OperatingSystemClass.Caption, "Microsoft Windows Server 2019")));
        Assert.Equal(expected is null ? null : Version.Parse(expected), row.Version);
        Assert.Equal("Microsoft Windows Server 2019", row.Caption.Value);
    }

    [Theory]
    [InlineData(true, FieldState.Value)]
    [InlineData("True", FieldState.Value)]
    [InlineData(null, FieldState.Null)]
    [InlineData(1L, FieldState.Malformed)]
    public void Reads_the_membership(object? raw, FieldState expected)
    {
        var row = new ComputerSystem(Rows.Of(ComputerSystemClass.Class, (ComputerSystemClass.PartOfDomain, raw)));
        Assert.Equal((expected, expected == FieldState.Value), (row.PartOfDomain.State, row.PartOfDomain.Or(false)));
    }

    [Fact]
    public void Reads_a_windows_service()
    {
        var row = new WindowsService(Rows.Of(
            ServiceClass.Class, (ServiceClass.Name, "NetSetupSvc"), (ServiceClass.State, "Stopped"), (ServiceClass.StartMode, "Manual")));
        Assert.Equal(("NetSetupSvc", "Stopped", "Manual"), (row.Name, row.State.Value, row.StartMode.Value));
    }

    [Theory]
    [InlineData(2L, TcpState.Listen)]
    [InlineData("Listen", TcpState.Listen)]
    [InlineData("2", TcpState.Listen)]
    [InlineData(100L, (TcpState)100)]
    public void Reads_a_tcp_connection(object state, TcpState expected)
    {
        var row = new TcpConnection(Rows.Of(
            NetTcpConnectionClass.Class,
            (NetTcpConnectionClass.LocalAddress, "fe80::1%7"),
            (NetTcpConnectionClass.LocalPort, 443L),
            (NetTcpConnectionClass.State, state),
            (NetTcpConnectionClass.OwningProcess, 4L)));
        Assert.Equal((IPAddress.Parse("fe80::1"), 443u, expected, 4u), (row.LocalAddress, row.LocalPort, row.State.Value, row.OwningProcess.Value));
    }

    [Fact]
    public void Reads_a_udp_endpoint_without_a_process()
    {
        var row = new UdpEndpoint(Rows.Of(
            NetUdpEndpointClass.Class, (NetUdpEndpointClass.LocalAddress, "0.0.0.0"), (NetUdpEndpointClass.LocalPort, 65535L)));
        Assert.Equal((IPAddress.Any, 65535u, FieldState.Missing), (row.LocalAddress, row.LocalPort, row.OwningProcess.State));
    }
}
