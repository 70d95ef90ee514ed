using System.Linq;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class NetworkCategoryCheckTests() : CheckTest(new NetworkCategoryCheck())
{
    [Fact]
    public void Reports_both_networks_and_an_unidentified_one_as_public()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal(["Ethernet is DomainAuthenticated", "Loopback is not identified, which counts as Public"], result.Details.Select(each => each[(each.IndexOf("network of ", System.StringComparison.Ordinal) + 11)..^1]));
        Assert.Equal(Severity.Information, result.Severity);
    }

    [Theory]
    [InlineData(NetworkCategory.Private)]
    [InlineData(NetworkCategory.Public)]
    public void Reports_the_category(NetworkCategory category) => Assert.Equal(category.ToString(), Expect(Outcome.Passed, With(category)).Actual);

    [Fact]
    public void Is_unknown_when_the_category_is_null_or_the_class_could_not_be_read()
    {
        Expect(Outcome.Unknown, With(null));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetConnectionProfileClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Ports());

    private static Server With(NetworkCategory? category) => Server.Ready().Set(NetConnectionProfileClass.NetworkCategory, category);
}
