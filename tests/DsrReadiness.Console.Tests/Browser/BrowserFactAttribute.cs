using System;
using System.IO;
using System.Linq;

namespace DsrReadiness.Console.Tests.Browser;

/// <summary>A test in a real browser; skipped, and saying why, where what it needs is not installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = WhyNot();

    /// <summary>The browser; null if there is none.</summary>
    internal static string? Chromium => OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    internal static string? Node => OnPath("node");

    /// <summary>The folder with the script and its packages.</summary>
    internal static string Folder => Path.Join(RepositoryRoot(), "tests", "DsrReadiness.Console.Tests", "Browser");

    private static string? WhyNot() =>
        Node is null ? "node is not on PATH"
        : Chromium is null ? "chromium is not on PATH"
        : !Directory.Exists(Path.Join(Folder, "node_modules")) ? "its npm packages are not installed: run npm ci in " + Folder
        : null;

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Join(folder, program))
        .FirstOrDefault(File.Exists);

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "DsrReadiness.psd1")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run in a clone.");
    }
}
