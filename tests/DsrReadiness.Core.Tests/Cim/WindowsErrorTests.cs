using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim;

public sealed partial class WindowsErrorTests
{
    [Theory]
    [InlineData(0, FailureKind.Failed)]
    [InlineData(1, FailureKind.Failed)]
    [InlineData(2, FailureKind.AccessDenied)]
    [InlineData(3, FailureKind.InvalidNamespace)]
    [InlineData(4, FailureKind.InvalidParameter)]
    [InlineData(5, FailureKind.InvalidClass)]
    [InlineData(6, FailureKind.NotFound)]
    [InlineData(7, FailureKind.NotSupported)]
    [InlineData(8, FailureKind.Failed)]
    [InlineData(11, FailureKind.AlreadyExists)]
    [InlineData(12, FailureKind.InvalidQuery)]
    [InlineData(13, FailureKind.InvalidParameter)]
    [InlineData(14, FailureKind.NotSupported)]
    [InlineData(15, FailureKind.InvalidQuery)]
    [InlineData(16, FailureKind.NotSupported)]
    [InlineData(17, FailureKind.NotSupported)]
    [InlineData(27, FailureKind.Transient)]
    [InlineData(28, FailureKind.Transient)]
    [InlineData(4711, FailureKind.Failed)]
    public void An_MI_result_has_a_kind(uint result, FailureKind kind) => Assert.Equal(kind, WindowsError.Of(result, null));

    [Theory]
    [InlineData(2, FailureKind.NotFound)]
    [InlineData(5, FailureKind.AccessDenied)]
    [InlineData(50, FailureKind.NotSupported)]
    [InlineData(53, FailureKind.Unreachable)]
    [InlineData(87, FailureKind.InvalidParameter)]
    [InlineData(121, FailureKind.Timeout)]
    [InlineData(170, FailureKind.Transient)]
    [InlineData(183, FailureKind.AlreadyExists)]
    [InlineData(740, FailureKind.AccessDenied)]
    [InlineData(1168, FailureKind.NotFound)]
    [InlineData(1231, FailureKind.Unreachable)]
    [InlineData(1306, FailureKind.Transient)]
    [InlineData(1314, FailureKind.AccessDenied)]
    [InlineData(1460, FailureKind.Timeout)]
    [InlineData(1722, FailureKind.Unreachable)]
    [InlineData(1726, FailureKind.Unreachable)]
    [InlineData(1727, FailureKind.Unreachable)]
    [InlineData(5010, FailureKind.AlreadyExists)]
    [InlineData(6700, FailureKind.Transient)]
    [InlineData(6899, FailureKind.Transient)]
    [InlineData(10060, FailureKind.Unreachable)]
    [InlineData(10061, FailureKind.Unreachable)]
    [InlineData(11001, FailureKind.Unreachable)]
    public void A_Windows_number_is_more_exact_than_the_result_that_carries_it(uint number, FailureKind kind)
    {
        Assert.Equal(kind, WindowsError.Of(1, "Windows System Error " + number));
        Assert.Equal(kind, WindowsError.Of(13, $"HRESULT 0x8007{number:X4}"));
        Assert.Equal(kind, WindowsError.OfNumber(number));
    }

    [Theory]
    [InlineData(0x80041002, FailureKind.NotFound)]
    [InlineData(0x80041003, FailureKind.AccessDenied)]
    [InlineData(0x80041008, FailureKind.InvalidParameter)]
    [InlineData(0x8004100C, FailureKind.NotSupported)]
    [InlineData(0x8004100E, FailureKind.InvalidNamespace)]
    [InlineData(0x80041010, FailureKind.InvalidClass)]
    [InlineData(0x80041015, FailureKind.Unreachable)]
    [InlineData(0x80041017, FailureKind.InvalidQuery)]
    [InlineData(0x80041019, FailureKind.AlreadyExists)]
    [InlineData(0x80041024, FailureKind.NotSupported)]
    [InlineData(0x80041033, FailureKind.Transient)]
    [InlineData(0x80041069, FailureKind.Timeout)]
    [InlineData(0x8004106C, FailureKind.Transient)]
    [InlineData(0x80338012, FailureKind.Unreachable)]
    [InlineData(0x80338029, FailureKind.Timeout)]
    [InlineData(0x80338126, FailureKind.Unreachable)]
    public void An_HRESULT_has_a_kind(uint hresult, FailureKind kind)
    {
        Assert.Equal(kind, WindowsError.Of(1, $"HRESULT 0x{hresult:X8}"));
        Assert.Equal(kind, WindowsError.Of(1, $"HRESULT 0x{hresult:x8}"));
    }

    [Theory]
    [InlineData("Windows System Error 4711")]
    [InlineData("HRESULT 0x80044711")]
    [InlineData("HRESULT 0x80074711")]
    [InlineData("Windows System Error five")]
    [InlineData("Windows System Error -5")]
    [InlineData("HRESULT 0xZZ")]
    [InlineData("HRESULT 0x123456789")]
    [InlineData("MiClientApiError_5")]
    [InlineData("")]
    [InlineData(null)]
    public void An_id_that_says_nothing_leaves_it_to_the_result(string? id)
    {
        Assert.Equal(FailureKind.AccessDenied, WindowsError.Of(2, id));
        Assert.Equal(FailureKind.Failed, WindowsError.Of(1, id));
    }

    [Fact]
    public void A_number_that_nobody_knows_is_a_failure_and_no_guess()
    {
        Assert.Equal(FailureKind.Failed, WindowsError.OfNumber(4711));
        Assert.Equal(FailureKind.Failed, WindowsError.OfNumber(6699));
    }

    /// <summary>The script cannot use this code, and must not tell another story.</summary>
    [Fact]
    public void The_collector_knows_the_same_results()
    {
        string script = File.ReadAllText(Path.Combine(Repository.Root, "examples", "Save-DsrSnapshot.ps1"));
        string table = script[script.IndexOf("$kinds = @{", System.StringComparison.Ordinal)..];
        var entries = Entry().Matches(table[..table.IndexOf('}')]);
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal(
            entry.Groups[2].Value, WindowsError.OfResult(uint.Parse(entry.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToString()));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Groups[1].Value).Distinct().Count());
    }

    [GeneratedRegex(@"(\d+) = '(\w+)'")]
    private static partial Regex Entry();
}
