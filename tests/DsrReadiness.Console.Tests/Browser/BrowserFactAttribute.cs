using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace DsrReadiness.Console.Tests.Browser;

/// <summary>A test in a real browser; skipped, and saying why, where what it needs is not installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30); // a busy machine is slow, and no fault of the page

    public BrowserFactAttribute() => Skip = WhyNot();

    /// <summary>The clone.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The browser; null if there is none.</summary>
    internal static string? Chromium => OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    internal static string? Node => OnPath("node");

    /// <summary>The folder with the script and its packages.</summary>
    internal static string Folder => Path.Join(Root, "tests", "DsrReadiness.Console.Tests", "Browser");

    /// <summary>What a script said that is given the browser and files.</summary>
    internal static string Run(string script, params string[] files)
    {
        using Process process = Process.Start(new ProcessStartInfo(Node!, [script, Chromium!, .. files])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            return "The browser did not end.";
        }

        return (output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult()).Trim();
    }

    private static string? WhyNot() =>
        Node is null ? "node is not on PATH"
        : Chromium is null ? "chromium is not on PATH"
        : !Directory.Exists(Path.Join(Folder, "node_modules")) ? "its npm packages are not installed: run npm ci in " + Folder
        : null;

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Join(folder, program))
        .FirstOrDefault(File.Exists);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "DsrReadiness.psd1")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run in a clone.");
    }
}
