using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Tests.Services.Files;

public sealed class ServiceChoiceTests
{
    private static readonly ServiceFile s_file = ServiceFileTests.Read(ServiceFileTests.Services("""
        { "name": "web", "virtualIPAddress": "192.0.2.10", "server": ["WEB01", "WEB02"] },
        { "name": "mail", "virtualIPAddress": "192.0.2.25", "pool": [{ "name": "a", "server": "WEB01" }, { "name": "b", "server": "MX01" }] },
        { "name": "any", "virtualIPAddress": "192.0.2.99" }
        """));

    [Theory]
    [InlineData("WEB01", "web, mail, any")]
    [InlineData("MX01", "mail, any")]
    [InlineData("OTHER", "any")]
    public void A_server_is_asked_for_the_services_that_name_it_and_those_that_name_none(string computer, string expected) =>
        Assert.Equal(expected, string.Join(", ", ServiceChoice.Of(s_file, []).For(computer).Select(asked => asked.Service.Name)));

    [Fact]
    public void A_service_chosen_by_name_is_asked_of_every_server() =>
        Assert.Equal(["web"], ServiceChoice.Of(s_file, ["WEB"]).For("OTHER").Select(asked => asked.Service.Name));

    [Fact]
    public void A_server_comes_with_its_pool_and_its_other_services()
    {
        AskedService mail = ServiceChoice.Of(s_file, ["mail"]).For("web01").Single();

        Assert.Equal("a", mail.Pool?.Name);
        Assert.Equal(["web", "any"], mail.Others!.Select(other => other.Name));
        Assert.Null(ServiceChoice.Of(s_file, []).For("OTHER").Single().Others);
    }

    [Fact]
    public void The_servers_are_those_of_the_chosen_services_each_once()
    {
        Assert.Equal(["WEB01", "WEB02", "MX01"], ServiceChoice.Of(s_file, []).Servers);
        Assert.Equal(["WEB01", "MX01"], ServiceChoice.Of(s_file, ["mail"]).Servers);
    }

    [Fact]
    public void A_witness_is_asked_nothing_and_is_no_stranger()
    {
        ServiceChoice all = ServiceChoice.Of(
            ServiceFileTests.Read(ServiceFileTests.Services("""{ "name": "web", "virtualIPAddress": "192.0.2.10", "server": "WEB01", "witness": ["JUMP01"] }""")), []);

        Assert.Empty(all.For("jump01"));
        Assert.Equal((true, false, false), (all.IsWitness("jump01"), all.IsWitness("WEB01"), all.IsWitness("OTHER")));
        Assert.Equal(["WEB01"], all.Servers);
    }

    [Fact]
    public void One_service_without_a_file_is_asked_of_every_server()
    {
        var service = new DsrService([System.Net.IPAddress.Parse("192.0.2.10")]);

        Assert.Same(service, ServiceChoice.Of(service).For("WEB01").Single().Service);
        Assert.Same(service, ServiceChoice.Of(service).Single());
    }

    [Fact]
    public void Whoever_needs_one_service_is_told_of_several() =>
        Assert.Contains("there are 3 services, 'web', 'mail', 'any': name one", Assert.Throws<ServiceFileException>(ServiceChoice.Of(s_file, []).Single).Message, System.StringComparison.Ordinal);
}
