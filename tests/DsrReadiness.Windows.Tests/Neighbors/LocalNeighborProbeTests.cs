using System;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Neighbors;

namespace DsrReadiness.Windows.Tests.Neighbors;

public sealed class LocalNeighborProbeTests
{
    [Fact]
    public void A_row_holds_an_address_as_windows_has_it()
    {
        NeighborRow row = NeighborRow.For(IPAddress.Parse("192.0.2.10"), 7);
        Assert.Equal("02000000" + "C000020A" + new string('0', 40), Convert.ToHexString(row.Address));
        Assert.Equal(7u, row.InterfaceIndex);
        NeighborRow six = NeighborRow.For(IPAddress.Parse("2001:db8::10"), 7);
        Assert.Equal("17000000" + "00000000" + "20010DB8000000000000000000000010" + "00000000", Convert.ToHexString(six.Address));
    }

    [Theory]
    [InlineData(nameof(NeighborRow.Address), 0)]
    [InlineData(nameof(NeighborRow.InterfaceIndex), 28)]
    [InlineData(nameof(NeighborRow.InterfaceLuid), 32)]
    [InlineData(nameof(NeighborRow.PhysicalAddress), 40)]
    [InlineData(nameof(NeighborRow.PhysicalAddressLength), 72)]
    [InlineData(nameof(NeighborRow.State), 76)]
    [InlineData(nameof(NeighborRow.Flags), 80)]
    [InlineData(nameof(NeighborRow.ReachabilityTime), 84)]
    public void A_row_is_laid_out_as_windows_has_it(string member, int offset) => Assert.Equal(offset, Marshal.OffsetOf<NeighborRow>(member));

    [Fact]
    public void A_row_tells_the_address_that_was_found()
    {
        NeighborRow row = NeighborRow.For(IPAddress.Loopback, 1);
        Assert.Null(row.LinkLayerAddress());
        row.PhysicalAddress[0] = 0x02;
        row.PhysicalAddress[5] = 0xAB;
        row.PhysicalAddressLength = 6;
        Assert.Equal("02-00-00-00-00-AB", row.LinkLayerAddress());
        row.PhysicalAddressLength = 99;
        Assert.Null(row.LinkLayerAddress());
    }

    [Fact]
    public void Errors_mean_what_windows_documents()
    {
        Assert.Equal("02-00-00-00-00-AB", LocalNeighborProbe.Read(0, "02-00-00-00-00-AB").LinkLayerAddress);
        foreach (ProbeReply silence in new[] { LocalNeighborProbe.Read(0, null), LocalNeighborProbe.Read(67, null), LocalNeighborProbe.Read(31, null), LocalNeighborProbe.Read(67, "02-00-00-00-00-AB") })
            Assert.Equal((null, null), (silence.LinkLayerAddress, silence.Failure));
        Assert.Equal(FailureKind.AccessDenied, LocalNeighborProbe.Read(5, null).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound, LocalNeighborProbe.Read(1168, null).Failure!.Kind);
        Assert.Equal(FailureKind.InvalidParameter, LocalNeighborProbe.Read(87, null).Failure!.Kind);
        Assert.Contains("(50)", LocalNeighborProbe.Read(50, null).Failure!.Message, StringComparison.Ordinal);
    }

    /// <summary>The framework tells addresses on every system.</summary>
    [Fact]
    public void The_own_addresses_have_their_network_and_no_loopback()
    {
        ProbeAddress[] own = [.. new LocalNeighborProbe().Addresses()];
        Assert.DoesNotContain(own, each => IPAddress.IsLoopback(each.Address));
        Assert.All(own, each => Assert.InRange(each.PrefixLength, 1, 128));
        Assert.All(own, each => Assert.NotEqual(string.Empty, each.InterfaceAlias));
    }

    [Fact]
    public async Task A_question_that_was_cancelled_before_is_not_asked() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => new LocalNeighborProbe().AskAsync(IPAddress.Parse("192.0.2.10"), new ProbeAddress(1, "LAN", IPAddress.Parse("192.0.2.77"), 24), new CancellationToken(canceled: true)));
}
