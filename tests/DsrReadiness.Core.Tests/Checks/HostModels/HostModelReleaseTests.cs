using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.HostModels;

/// <summary>What the checks of the host model say of releases that have none to set.</summary>
public sealed class HostModelReleaseTests
{
    private static readonly Catalogue s_hostModel = new(Catalogue.All.Checks.Where(check => check is HostModelCheck).ToArray());

    [Fact]
    public void None_applies_before_vista_and_each_names_h08()
    {
        ServerVerdict verdict = Judge("5.2.3790");
        Assert.Contains(verdict.Results, result => result.Id == "M01");
        Assert.All(verdict.Results, result =>
        {
            Assert.Equal(Outcome.NotApplicable, result.Outcome);
            Assert.Equal("The host model of Windows 5.2.3790 cannot be set. See H08.", result.Reason);
        });
    }

    [Theory]
    [InlineData("6.0.6001")]
    [InlineData(null)]
    public void All_apply_since_and_where_the_release_is_not_known(string? version) =>
        Assert.Equal(Outcome.Passed, Judge(version).Results.Single(result => result.Id == "M01").Outcome);

    private static ServerVerdict Judge(string? version) => new CheckRunner(s_hostModel).Run(
        Server.Ready().Set(OperatingSystemClass.Version, version).Build(), Server.Service().DualStack());
}
