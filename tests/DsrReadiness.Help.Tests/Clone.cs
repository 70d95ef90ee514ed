using System;
using System.IO;

namespace DsrReadiness.Help.Tests;

/// <summary>The clone of the repository in which the tests were built.</summary>
internal static class Clone
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    private static string Find(string? folder) => folder is null ? throw new InvalidOperationException("The tests do not run in a clone.")
        : File.Exists(Path.Combine(folder, "DsrReadiness.psd1")) ? folder
        : Find(Path.GetDirectoryName(folder));
}
