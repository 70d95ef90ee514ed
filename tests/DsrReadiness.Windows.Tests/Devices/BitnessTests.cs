using System;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Devices;

namespace DsrReadiness.Windows.Tests.Devices;

public sealed class BitnessTests
{
    [Fact]
    public void A_32_bit_process_on_64_bit_Windows_is_refused_and_told_which_one_to_take()
    {
        CimFailure refusal = Bitness.Refusal(is64BitWindows: true, is64BitProcess: false)!;
        Assert.Equal(FailureKind.NotSupported, refusal.Kind);
        Assert.Contains("Sysnative", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_process_as_wide_as_Windows_may(bool is64BitWindows, bool is64BitProcess) => Assert.Null(Bitness.Refusal(is64BitWindows, is64BitProcess));
}
