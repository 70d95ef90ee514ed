using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Tests.Plans;

public sealed class ConditionComparisonTests
{
    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("192.0.2.10", "192.0.2.10/255.255.255.255")]
    [InlineData("192.0.2.10", "192.0.2.10/32")]
    [InlineData("198.51.100.0/24", "198.51.100.0/255.255.255.0")]
    [InlineData("198.51.100.0/24", "198.51.100.0-198.51.100.255")]
    [InlineData("2001:db8::10", "2001:DB8::10/128")]
    [InlineData("2001:db8::/32", "2001:db8:0::/32")]
    [InlineData("LocalSubnet", "localsubnet")]
    [InlineData("192.0.2.9 192.0.2.10", "192.0.2.10 192.0.2.9")]
    public void An_address_that_comes_back_in_another_spelling_is_the_same(string wanted, string present) => Assert.True(Meets(wanted, present));

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.11")]
    [InlineData("192.0.2.10", "Any")]
    [InlineData("192.0.2.10", "192.0.2.10/255.255.255.0")]
    [InlineData("198.51.100.0/24", "198.51.100.0/255.255.254.0")]
    [InlineData("198.51.100.0/24", "198.51.100.0")]
    [InlineData("192.0.2.9 192.0.2.10", "192.0.2.10")]
    [InlineData("192.0.2.10", "192.0.2.10 192.0.2.9")]
    public void Another_address_is_another(string wanted, string present) => Assert.False(Meets(wanted, present));

    private static bool Meets(string wanted, string present) => ConditionComparison.Meets(NetAddressFilterClass.Class, State(present), State(wanted));

    private static RowState State(string texts) => RowState.Present((NetAddressFilterClass.RemoteAddress, texts.Split(' ').ToArray<object?>()));
}
