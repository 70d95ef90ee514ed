using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Snapshots.Redaction;

/// <summary>What declarations of properties say of redaction.</summary>
public sealed class RedactionsTests
{
    [Fact]
    public void A_text_is_never_kept_unread() => Assert.DoesNotContain(
        CimClasses.All.SelectMany(each => each.Properties), property => property.Type == CimType.String && property.Redaction == RedactionKind.Stays);

    [Fact]
    public void These_alone_are_left_out() => Assert.Equal(
        ["MSFT_NetAdapter.InterfaceDescription", "MSFT_NetAdapterBindingSettingData.InstanceID", "Win32_OperatingSystem.Caption"],
        CimClasses.All.SelectMany(each => each.Properties).Where(property => property.Redaction == RedactionKind.Dropped).Select(property => property.ToString()).Order());
}
