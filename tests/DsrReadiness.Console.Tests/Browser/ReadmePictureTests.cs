using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Browser;

/// <summary>The README shows a report as a browser does. With <c>DSR_UPDATE_PICTURE=1</c> the picture is taken anew.</summary>
[Trait("Tier", "Slow")]
public sealed class ReadmePictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public void The_picture_in_the_readme_is_one_of_a_report()
    {
        (string Name, Func<string, string> Text)[] servers =
            [("WEB01", Samples.ReadyText), ("WEB02", Samples.NotReadyText), ("WEB03", Samples.ReadyWithWarningText), ("WEB04", Samples.InconclusiveText), ("WEB05", Samples.NotReadyText)];
        string[] files = [.. servers.Select(server => _folder.Write(server.Name + ".json", server.Text(server.Name)))];
        string report = _folder["report.html"];
        Assert.Equal(1, Dsr.Run(["test", .. files, .. Samples.Service, "--format", "html", "--output", report]).Status);
        string taken = _folder["report.png"];
        Assert.Equal("done", BrowserFactAttribute.Run("picture.mjs", report, taken));

        string shown = Path.Join(BrowserFactAttribute.Root, "docs", "report.png");
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_PICTURE") == "1")
            File.Copy(taken, shown, overwrite: true);
        Assert.Equal(Size(taken), Size(shown)); // Fonts differ from computer to computer, and with them every dot.
        Assert.Contains("(docs/report.png)", File.ReadAllText(Path.Join(BrowserFactAttribute.Root, "README.md")), StringComparison.Ordinal);
    }

    /// <summary>Width and height, as the first chunk of a PNG has them.</summary>
    private static (int Width, int Height) Size(string picture)
    {
        byte[] bytes = File.ReadAllBytes(picture);
        Assert.Equal("IHDR"u8, bytes.AsSpan(12, 4));
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }
}
