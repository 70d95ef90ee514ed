using System;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Tests.Services.Files;

public sealed class ServiceConflictsTests
{
    [Theory]
    [InlineData("443", "443", false)]
    [InlineData("tcp/443", "443", false)]
    [InlineData("tcp/8000-8100", "tcp/8100-8200", false)]
    [InlineData("tcp/8000-8100", "8050", false)]
    [InlineData("443", "80", true)]
    [InlineData("tcp/53", "udp/53", true)]
    [InlineData("tcp/8000-8100", "tcp/8101-8200", true)]
    public void Two_services_share_a_vip_if_their_ports_tell_them_apart(string one, string other, bool isPossible)
    {
        string text = ServiceFileTests.Services($$"""
            { "name": "one", "virtualIPAddress": "192.0.2.10", "port": "{{one}}" },
            { "name": "two", "virtualIPAddress": ["192.0.2.9", "192.0.2.10"], "port": "{{other}}" }
            """);

        if (isPossible)
            Assert.Equal(2, ServiceFileTests.Read(text).Services.Count);
        else
            Expect("line 2, column 1: found VIP 192.0.2.10 in service 'two', where line 1 has it in service 'one'; they have a port in common", text);
    }

    [Fact]
    public void Two_services_of_one_vip_name_their_ports()
    {
        const string Two = """{ "name": "two", "virtualIPAddress": "192.0.2.10", "port": 443 }""";

        Expect("give both their ports", ServiceFileTests.Services("""{ "name": "one", "virtualIPAddress": "192.0.2.10" },""" + Two));
        Assert.Equal(2, ServiceFileTests.Read(ServiceFileTests.Services("""{ "name": "one", "virtualIPAddress": "192.0.2.11" },""" + Two)).Services.Count);
    }

    [Fact]
    public void A_server_is_in_one_pool_of_a_service()
    {
        const string Pools = """
            { "name": "web", "virtualIPAddress": "192.0.2.10", "port": 443, "pool": [
              { "name": "blue", "server": ["WEB01", "WEB02"] },
              { "name": "green", "server": ["WEB03", "web02.example.com"] }] }
            """;

        Expect(
            "line 3, column 42: found server 'web02.example.com' in pool 'green' of service 'web', where line 2 has it in pool 'blue'; pools of a service share its VIPs",
            ServiceFileTests.Services(Pools));
        Assert.Single(ServiceFileTests.Read(ServiceFileTests.Services(Pools.Replace("web02.example.com", "WEB04", StringComparison.Ordinal))).Services);
    }

    [Fact]
    public void A_server_is_in_the_pools_of_several_services() => Assert.Equal(2, ServiceFileTests.Read(ServiceFileTests.Services("""
        { "name": "http", "virtualIPAddress": "192.0.2.10", "port": 80, "server": "WEB01" },
        { "name": "https", "virtualIPAddress": "192.0.2.10", "port": 443, "server": "WEB01" }
        """)).Services.Count);

    private static void Expect(string expected, string text) =>
        Assert.Contains(expected, Assert.Throws<ServiceFileException>(() => ServiceFileTests.Read(text)).Message, StringComparison.Ordinal);
}
