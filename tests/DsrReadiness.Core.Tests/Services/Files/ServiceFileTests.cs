using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Tests.Services.Files;

[Collection(nameof(Alone))]
public sealed class ServiceFileTests
{
    private const string Service = """{ "name": "web", "virtualIPAddress": "192.0.2.10" """;

    [Fact]
    public void Keeps_everything_that_is_said_of_a_service()
    {
        ListedService web = Read(Services("""
            { "name": "web", "virtualIPAddress": ["192.0.2.10", "192.0.2.11"], "port": [443, "udp/5000-5100"], "balancer": "192.0.2.5", "probe": "tcp/192.0.2.10:443",
              "clientAddress": "198.51.100.0/24", "trafficInterface": "Ethernet", "environment": "Azure" }
            """)).Services.Single();

        Assert.Equal(("web", "web"), (web.Name, web.Service.Name));
        Assert.Equal(["192.0.2.10", "192.0.2.11"], web.Service.VirtualIPAddresses.Select(vip => vip.ToString()));
        Assert.Equal(["tcp/443", "udp/5000-5100"], web.Service.Ports.Select(port => port.ToString()));
        Assert.Equal(["192.0.2.5"], web.Service.Balancers.Select(balancer => balancer.ToString()));
        Assert.Equal(["198.51.100.0/24"], web.Service.Clients.Select(client => client.ToString()));
        Assert.Equal(("tcp/192.0.2.10:443", "Ethernet", DsrEnvironment.Azure), (web.Service.Probe?.ToString(), web.Service.TrafficInterface, web.Service.Environment));
        Assert.Empty(web.Pools);
    }

    [Fact]
    public void Servers_beside_a_service_are_its_only_pool()
    {
        ListedService web = Read(Services(Service + """, "server": ["WEB01", { "name": "web02.example.com" }] }""")).Services.Single();

        ServicePool pool = Assert.Single(web.Pools);
        Assert.Null(pool.Name);
        Assert.Equal(["WEB01", "web02.example.com"], pool.Servers.Select(server => server.Name));
    }

    [Theory]
    [InlineData("WEB01", "WEB01", true)]
    [InlineData("WEB01", "web01", true)]
    [InlineData("web01.example.com", "WEB01", true)]
    [InlineData("WEB01", "WEB011", false)]
    [InlineData("WEB01", "WEB02", false)]
    public void A_computer_is_the_server_of_its_name(string listed, string computer, bool expected)
    {
        ListedService web = Read(Services(Service + $$""", "server": "{{listed}}" }""")).Services.Single();

        Assert.Equal(expected, web.PoolOf(computer) is not null);
    }

    [Fact]
    public void What_is_said_of_one_server_beats_what_is_said_of_all()
    {
        ListedService web = Read(Services(Service + """
            , "probe": "tcp/192.0.2.10:80", "trafficInterface": "Ethernet",
              "server": ["WEB01", { "name": "WEB02", "probe": "tcp/192.0.2.22:80", "trafficInterface": "LAN" }] }
            """)).Services.Single();

        Assert.Equal(("tcp/192.0.2.10:80", "Ethernet"), (web.For("WEB01").Probe?.ToString(), web.For("WEB01").TrafficInterface));
        Assert.Equal(("tcp/192.0.2.22:80", "LAN"), (web.For("WEB02").Probe?.ToString(), web.For("WEB02").TrafficInterface));
        Assert.Equal("web", web.For("WEB02").Name);
    }

    [Theory]
    [InlineData("""[1]""", "line 1, column 1: found a list, expected an object with the members 'format' and 'service'")]
    [InlineData("""{ "service": {} }""", "line 1, column 1: found no member 'format', which the file must have")]
    [InlineData("""{ "format": "dsr-services/2", "service": {} }""", "line 1, column 13: found format 'dsr-services/2', expected 'dsr-services/1'")]
    [InlineData("""{ "format": "dsr-services/1" }""", "line 1, column 1: found no member 'service', which the file must have")]
    [InlineData("""{ "format": "dsr-services/1", "services": [] }""", "line 1, column 31: found member 'services', which the file cannot have; 'service' may be meant")]
    [InlineData("""{ "format": "dsr-services/1", "service": [] }""", "line 1, column 42: found an empty list as 'service', expected something in it")]
    [InlineData("""{ "format": "dsr-services/1", "service": ["web"] }""", "line 1, column 43: found 'web' as 'service', expected an object or a list of objects")]
    [InlineData("""{ "format": "dsr-services/1", "service": [,] }""", "line 1, column 43: found ',', expected a value")]
    [InlineData("{ \"format\": \"dsr-services/1\",\r\n  \"ä\": 1 }", "line 2, column 3: found member 'ä', which the file cannot have; it can have format, service")]
    [InlineData("{ \"format\": \"dsr-services/1\",\n  \"ä\" = 1 }", "line 2, column 7: found '=', expected ':'")]
    [InlineData("   ", "the file is empty, expected services")]
    public void A_file_that_is_none_is_refused_with_its_place(string text, string expected) => Assert.Contains(expected, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "virtualIPAddress": "192.0.2.10" }""", "found no member 'name', which a service must have")]
    [InlineData("""{ "name": "web" }""", "found no member 'virtualIPAddress', which a service must have")]
    [InlineData("""{ "name": " ", "virtualIPAddress": "192.0.2.10" }""", "found ' ' as 'name', expected a text")]
    [InlineData("""{ "name": null, "virtualIPAddress": "192.0.2.10" }""", "found null as 'name', expected a text")]
    [InlineData("""{ "name": ["web"], "virtualIPAddress": "192.0.2.10" }""", "found a list as 'name', expected a text")]
    [InlineData("""{ "name": "web", "vip": "192.0.2.10" }""", "found member 'vip', which a service cannot have; 'virtualIPAddress' may be meant")]
    [InlineData("""{ "name": "web", "virtualIpAdress": "192.0.2.10" }""", "found member 'virtualIpAdress', which a service cannot have; 'virtualIPAddress' may be meant")]
    [InlineData("""{ "name": "web", "Name": "web" }""", "found member 'Name', which a service cannot have; 'name' may be meant")]
    [InlineData("""{ "name": "web", "owner": "me" }""", "found member 'owner', which a service cannot have; it can have name, virtualIPAddress, port")]
    [InlineData("""{ "name": "web", "name": "web" }""", "found a second member 'name', expected one")]
    [InlineData("""{ "name": "web", "virtualIPAddress": "192.0.2" }""", "line 1, column 80: '192.0.2' is not an IP address")]
    [InlineData("""{ "name": "web", "virtualIPAddress": ["192.0.2.10", 1] }""", "found 1 as 'virtualIPAddress', expected a text or a list of texts")]
    [InlineData(Service + """, "port": "443/tcp" }""", "'443/tcp' is not a port")]
    [InlineData(Service + """, "port": 0 }""", "'0' is not a port")]
    [InlineData(Service + """, "port": 44.3 }""", "'44.3' is not a port")]
    [InlineData(Service + """, "port": [true] }""", "found true as 'port', expected a port such as 443")]
    [InlineData(Service + """, "port": [] }""", "found an empty list as 'port', expected something in it; to say nothing, leave the member out")]
    [InlineData(Service + """, "probe": "http" }""", "'http' is not a probe")]
    [InlineData(Service + """, "clientAddress": "10.0.0.0/33" }""", "'10.0.0.0/33' is not an address prefix")]
    [InlineData(Service + """, "balancer": "192.0.2.10" }""", "'192.0.2.10' is given as VIP and as balancer")]
    [InlineData(Service + """, "udpAnswer": "FromVIP" }""", "found udpAnswer 'FromVIP', expected one of FromVip, FromServer, None; 'FromVip' may be meant")]
    [InlineData(Service + """, "udpAnswer": "1" }""", "found udpAnswer '1', expected one of FromVip, FromServer, None")]
    [InlineData(Service + """, "udpAnswer": ["None"] }""", "found a list as 'udpAnswer', expected a text")]
    [InlineData(Service + """, "environment": "OnPremise" }""", "found environment 'OnPremise', expected one of OnPremises, Azure, GcpAgent, Cluster; 'OnPremises' may be meant")]
    [InlineData(Service + """, "environment": 1 }""", "found 1 as 'environment', expected a text")]
    [InlineData(Service + """, "server": [] }""", "found an empty list as 'server'")]
    [InlineData(Service + """, "server": "192.0.2.21" }""", "found '192.0.2.21' as a server, expected the name of a computer")]
    [InlineData(Service + """, "server": "WEB 01" }""", "found 'WEB 01' as a server, expected the name of a computer")]
    [InlineData(Service + """, "server": ["WEB01", "web01.example.com"] }""", "found a second server 'web01', where line 1 has the first")]
    [InlineData(Service + """, "server": "WEB01", "pool": { "name": "a", "server": "WEB02" } }""", "found 'pool' beside 'server', expected one of them")]
    [InlineData(Service + """, "pool": { "server": "WEB02" } }""", "found no member 'name', which a pool must have")]
    [InlineData(Service + """, "pool": { "name": "a" } }""", "found no member 'server', which a pool must have")]
    [InlineData(Service + """, "pool": "a" }""", "found 'a' as 'pool', expected an object or a list of objects")]
    [InlineData(Service + """, "pool": [{ "name": "a", "server": "X" }, { "name": "A", "server": "Y" }] }""", "found a second pool 'A', where line 1 has the first")]
    [InlineData(Service + """, "server": { "name": "WEB01", "interface": "LAN" } }""", "found member 'interface', which a server cannot have; 'trafficInterface' may be meant")]
    public void A_mistake_in_a_service_is_named(string service, string expected)
    {
        string message = Refusal(Services(service));

        Assert.StartsWith("services.json: line 1, column ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_services_have_two_names() =>
        Assert.Contains("line 2, column 3: found a second service 'WEB', where line 1 has the first", Refusal(Services(Service + "},\n  " + Service.Replace("web", "WEB", StringComparison.Ordinal) + "}")), StringComparison.Ordinal);

    [Fact]
    public void A_service_that_is_not_there_is_named_with_the_one_that_may_be_meant()
    {
        ServiceFile file = Read(Services(Service + "}"));

        Assert.Contains("there is no service 'wep': 'web' may be meant", Assert.Throws<ServiceFileException>(() => ServiceChoice.Of(file, ["wep"])).Message, StringComparison.Ordinal);
        Assert.Contains("there is no service 'mail': it has 'web'", Assert.Throws<ServiceFileException>(() => ServiceChoice.Of(file, ["mail"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf_16_is_refused_by_name()
    {
        using var stream = new MemoryStream(Encoding.Unicode.GetBytes(Services(Service + "}")));

        Assert.Contains("the file is UTF-16, expected UTF-8", Assert.Throws<ServiceFileException>(() => ServiceFile.Read(stream, "services.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_quoted_from_a_file_cannot_reach_a_terminal() =>
        Assert.Contains(@"found member '\u001B[31m'", Refusal("""{ "format": "dsr-services/1", "\u001b[31m": 1 }"""), StringComparison.Ordinal);

    internal static string Services(string services) => """{ "format": "dsr-services/1", "service": [""" + services + "] }";

    internal static ServiceFile Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ServiceFile.Read(stream, "services.json");
    }

    private static string Refusal(string text) => Assert.Throws<ServiceFileException>(() => Read(text)).Message;

    /// <summary>Places are counted on from one to the next: counted from the beginning each, a file on one line would take time by the square of its length.</summary>
    [Fact]
    [Trait("Tier", "Slow")]
    public void A_file_of_many_servers_on_one_line_is_read_in_proportion() => Assert.Empty(GrowthRule.Problems(2000, 2_000_000, count =>
    {
        string servers = string.Join(",", Enumerable.Range(0, count + 1).Select(i => $"\"WEB{i}\""));
        byte[] json = Encoding.UTF8.GetBytes($$"""{"format":"dsr-services/1","service":[{"name":"web","virtualIPAddress":"192.0.2.10","port":443,"pool":[{"name":"a","server":[{{servers}}]}]}]}""");
        return stage => stage("read", () => Assert.Equal(count + 1, ServiceFile.Read(new MemoryStream(json), "big.json").Services[0].Pools[0].Servers.Count));
    }));
}
