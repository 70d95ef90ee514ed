using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Redaction;

namespace DsrReadiness.Tests.Snapshots.Redaction;

/// <summary>The table of what becomes of each property leaves nothing out.</summary>
public sealed class RedactionsTests
{
    [Fact]
    public void Every_property_of_a_snapshot_has_been_decided_on_and_no_other() => Assert.Equal(
        CimClasses.All.SelectMany(each => each.Properties).Select(property => property.ToString()).Order(),
        Redactions.Properties.Select(property => property.ToString()).Order());

    [Fact]
    public void A_text_is_never_kept_unread() => Assert.DoesNotContain(
        CimClasses.All.SelectMany(each => each.Properties), property => property.Type == CimType.String && Redactions.Of(property) == RedactionKind.Stays);

    [Fact]
    public void These_alone_are_left_out() => Assert.Equal(
        ["MSFT_NetAdapter.InterfaceDescription", "MSFT_NetAdapterBindingSettingData.InstanceID", "Win32_OperatingSystem.Caption"],
        Redactions.Properties.Where(property => Redactions.Of(property) == RedactionKind.Dropped).Select(property => property.ToString()).Order());
}
