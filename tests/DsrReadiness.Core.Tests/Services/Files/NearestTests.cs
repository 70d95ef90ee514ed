using DsrReadiness.Text;

namespace DsrReadiness.Tests.Services.Files;

public sealed class NearestTests
{
    private static readonly string[] s_words = ["name", "virtualIPAddress", "port", "balancer"];

    [Theory]
    [InlineData("ports", "port")]
    [InlineData("PORT", "port")]
    [InlineData("prot", "port")]
    [InlineData("ballancer", "balancer")]
    [InlineData("balancers", "balancer")]
    [InlineData("VirtualIpAdress", "virtualIPAddress")]
    [InlineData("nmae", "name")]
    [InlineData("owner", null)]
    [InlineData("", null)]
    public void Finds_what_is_written_alike_and_nothing_else(string written, string? expected) => Assert.Equal(expected, Nearest.Of(written, s_words));
}
