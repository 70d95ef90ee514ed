using System;
using System.IO;
using System.Linq;

namespace DsrReadiness.Windows.Tests.Wine;

/// <summary>What calls Windows itself, carried out against Wine's SetupAPI and security functions.</summary>
[Trait("Tier", "Slow")]
public sealed class WineTests(WineServer wine) : IClassFixture<WineServer>
{
    [WineFact]
    public void Structures_are_as_large_as_Windows_has_them_on_64_bits()
    {
        Assert.Equal("32", wine.Try("DeviceInfoData", "sizes"));
        Assert.Equal("16", wine.Try("RemoveDeviceParameters", "sizes"));
        Assert.Equal("584", wine.Try("DeviceInstallParameters", "sizes"));
    }

    /// <summary>Wine cannot install a driver: that is the failure after which no phantom may remain.</summary>
    [WineFact]
    public void A_device_whose_driver_cannot_be_installed_is_taken_back()
    {
        string[] before = Found();
        Assert.StartsWith("NotSupported: ", wine.Try("created", "create"), StringComparison.Ordinal);
        Assert.Equal(before, Found());
    }

    [WineFact]
    public void A_device_is_made_found_by_its_hardware_id_and_removed_alone()
    {
        string first = wine.Try("registered", "register");
        string second = wine.Try("registered", "register");
        Assert.Matches(@"^ROOT\\NET\\\d{4}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal([first, second], Found());
        Assert.Equal(first, wine.Try("removed", "remove", first.ToLowerInvariant()), ignoreCase: true);
        Assert.Equal([second], Found());
        Assert.StartsWith("NotFound: ", wine.Try("removed", "remove", first), StringComparison.Ordinal);
        Assert.Equal(second, wine.Try("removed", "remove", second));
        Assert.Empty(Found());
    }

    [WineFact]
    public void A_device_that_is_no_loopback_is_neither_found_nor_removed()
    {
        string other = wine.Try("registered", "register-other");
        Assert.DoesNotContain(other, Found());
        Assert.StartsWith("NotFound: ", wine.Try("removed", "remove", other), StringComparison.Ordinal);
    }

    /// <summary>Wine 8 has SendARP as a stub that says 50, and ResolveIpNetEntry2 not at all: that both are called and told apart is all that it can show.</summary>
    [WineFact]
    public void What_asks_a_segment_is_called_and_says_that_it_is_not_supported()
    {
        Assert.Equal("88", wine.Try("NeighborRow", "sizes"));
        Assert.Equal("40", wine.Try("NeighborRow.PhysicalAddress", "sizes"));
        Assert.StartsWith("NotSupported: ", wine.Try("answer", "arp", "192.0.2.250"), StringComparison.Ordinal);
        Assert.EndsWith("(50)", wine.Try("answer", "ask", "192.0.2.250"), StringComparison.Ordinal);
        Assert.StartsWith("NotSupported: This Windows cannot ask for IPv6 addresses: ", wine.Try("answer", "ask", "2001:db8::250"), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", wine.Try("addresses", "addresses"), StringComparison.Ordinal);
    }

    [WineFact]
    public void The_token_says_whether_it_is_elevated() => Assert.Equal("True", wine.Try("elevated", "elevated"));

    /// <summary>Wine gives every folder to its user: which is just the folder that another made, and is refused.</summary>
    [WineFact]
    public void A_folder_that_belongs_to_nobody_in_charge_is_refused()
    {
        const string Folder = @"C:\ProgramData\DsrReadiness";
        Assert.Equal("True", wine.Try("exists", "folder", Folder));
        Assert.StartsWith("O:S-1-5-21-", wine.Try("rights", "folder", Folder + "2"), StringComparison.Ordinal);
        Assert.Contains("belongs neither to administrators nor to the system", wine.Try("again", "folder", Folder + "3"), StringComparison.Ordinal);
    }

    /// <summary>The program for Windows as it is published, on files that it finds itself.</summary>
    [WineFact]
    public void Dsr_judges_the_samples_to_the_same_bytes_as_here()
    {
        string samples = Path.Combine(Repository.Root, "docs", "samples");
        foreach (string format in new[] { "json", "junit", "html", "markdown" })
        {
            string[] arguments = ["test", "*.json", "--vip", "192.0.2.10", "--port", "tcp/443", "--format", format];
            (int status, string output) = wine.DsrHere(samples, arguments);
            Assert.Contains("M01", output, StringComparison.Ordinal);
            Assert.Equal((status, output), wine.Dsr(samples, arguments));
        }
    }

    private string[] Found() => [.. wine.Try("found", "find").Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
