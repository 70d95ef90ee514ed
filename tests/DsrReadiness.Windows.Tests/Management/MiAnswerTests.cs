using DsrReadiness.Cim;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>What a method returns.</summary>
public sealed class MiAnswerTests
{
    [Theory]
    [InlineData(-5, 4294967291)]
    [InlineData((ushort)91, 91)]
    [InlineData(null, 0)]
    [InlineData(4294967295u, 4294967295)]
    public void A_return_value_is_a_number_signed_or_not(object? value, long number) => Assert.Equal(number, MiAnswer.NumberOf("Create", value));

    [Theory]
    [InlineData("done")]
    [InlineData(true)]
    [InlineData(ulong.MaxValue)]
    public void A_return_value_that_is_no_number_is_a_failure(object value) =>
        Assert.Equal(FailureKind.Malformed, Assert.Throws<MiException>(() => MiAnswer.NumberOf("Create", value)).Failure.Kind);
}
