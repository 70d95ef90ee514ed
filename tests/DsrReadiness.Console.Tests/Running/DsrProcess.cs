using System;
using System.Diagnostics;
using System.IO;

namespace DsrReadiness.Console.Tests.Running;

/// <summary>The program, run as a process of its own.</summary>
internal static class DsrProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    public static Process Start(Action<ProcessStartInfo>? prepare, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(App).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        prepare?.Invoke(start);
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    public static RunResult Run(params string[] arguments)
    {
        using Process process = Start(null, arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        return new RunResult(StatusOf(process), output.Replace("\r\n", "\n", StringComparison.Ordinal), error.GetAwaiter().GetResult());
    }

    /// <summary>The exit status, waited for but not for ever.</summary>
    public static int StatusOf(Process process)
    {
        if (process.WaitForExit(s_patience))
            return process.ExitCode;
        process.Kill();
        throw new TimeoutException("The program did not end.");
    }
}
