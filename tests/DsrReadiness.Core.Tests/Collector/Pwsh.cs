using System;
using System.Diagnostics;
using System.Text;
using System.Threading.Tasks;

namespace DsrReadiness.Tests.Collector;

/// <summary>Scripts in a real PowerShell.</summary>
internal static class Pwsh
{
    /// <summary>How long a script may take before it is said to hang; none comes near it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a script, and gives its exit code and what it wrote.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string workingFolder, string script, params string[] arguments)
    {
        ProcessStartInfo start = PowerShellPackage.Start(["-File", script, .. arguments]);
        start.WorkingDirectory = workingFolder;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await Task.WhenAll(output, errors, process.WaitForExitAsync()).WaitAsync(s_patience);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
