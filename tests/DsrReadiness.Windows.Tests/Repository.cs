using System;
using System.IO;

namespace DsrReadiness.Windows.Tests;

/// <summary>The clone that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DsrReadiness.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("There is no solution above " + AppContext.BaseDirectory);
    }
}
