using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Errors;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Servers;

public sealed class LiveAccessTests
{
    [Fact]
    public async Task Off_Windows_it_says_what_works_instead()
    {
        if (System.OperatingSystem.IsWindows())
            return;
        var access = new LiveAccess("WEB01", isThisComputer: false);
        foreach (Failure failure in new[]
        {
            (await Assert.ThrowsAsync<FailureException>(() => access.TakeSnapshotAsync(null, CancellationToken.None))).Failure,
            (await Assert.ThrowsAsync<FailureException>(() => access.OpenAsync(CancellationToken.None))).Failure,
        })
        {
            Assert.Equal(nameof(Failures.LiveServerNotSupported), failure.Id);
            Assert.Contains("only PowerShell on Windows has", failure.Message, StringComparison.Ordinal);
            Assert.Contains("Import-DsrSnapshot", failure.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.Null(access.Journals);
    }

    [Theory]
    [InlineData(FailureKind.Unreachable)]
    [InlineData(FailureKind.Timeout)]
    [InlineData(FailureKind.AccessDenied)]
    [InlineData(FailureKind.Failed)]
    public void A_server_of_which_nothing_can_be_read_is_no_server(FailureKind kind) =>
        Assert.Equal(kind, LiveAccess.WhyNothingCame([Failed(kind), Failed(FailureKind.Timeout), Failed(kind)])!.Kind);

    [Theory]
    [InlineData(FailureKind.InvalidClass)]
    [InlineData(FailureKind.InvalidNamespace)]
    [InlineData(FailureKind.InvalidQuery)]
    public void A_failure_that_the_server_itself_told_is_a_sign_of_life(FailureKind kind) =>
        Assert.Null(LiveAccess.WhyNothingCame([Failed(FailureKind.AccessDenied), Failed(kind)]));

    [Fact]
    public void One_reading_is_enough()
    {
        CimReading read = CimReading.Of(OperatingSystemClass.Class, CimStore.None, []);
        Assert.Null(LiveAccess.WhyNothingCame(new[] { Failed(FailureKind.AccessDenied), read }.Reverse()));
        Assert.Null(LiveAccess.WhyNothingCame([]));
    }

    private static CimReading Failed(FailureKind kind) => CimReading.Failed(OperatingSystemClass.Class, CimStore.None, new CimFailure(kind, "no"));
}
