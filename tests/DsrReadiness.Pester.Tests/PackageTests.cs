using System.IO;
using System.Text.Json;

namespace DsrReadiness.Pester.Tests;

/// <summary>Lock files say nothing of packages that are only downloaded: what came is held here to what was tried.</summary>
public sealed class PackageTests
{
    [Theory]
    [InlineData("PowerShellPackage", "Mbe0ZL/+PD3apnlrNzTDwtAYNXTeYs/fdWpEYVmFYPEmCy8N42NMwiBg2Bh//OCoAUu2L7AXxWZKiY+2JFtSuQ==")]
    [InlineData("Pester5Package", "ueNRfNTrcHycKxcPOiENFm4UJULpJJpNN6SVNo0MNmwDHJkmoMA6/UX07i3BClqFX09Wl09BbBLGJifWgSIXbg==")]
    [InlineData("Pester6Package", "tMdBujYtaatxlN6c4BtFKB2J2qpTPiutZ3fkKVWR/jOlK+jJwzAii4FiWbjhgfqyxJV5hb55SvcatHSOjIPrcw==")]
    public void What_was_downloaded_is_what_was_tried(string package, string hash)
    {
        using JsonDocument metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PowerShellPackage.Metadata(package), ".nupkg.metadata")));
        Assert.Equal(hash, metadata.RootElement.GetProperty("contentHash").GetString());
    }
}
