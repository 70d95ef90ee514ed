using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Network.Linux;

/// <summary>What a run of a program gave.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ToolResult(int Status, string Output, string Error)
{
    /// <summary>The first line of what it complained of.</summary>
    public string Complaint => Error.Split('\n').Select(each => each.Trim()).FirstOrDefault(each => each.Length > 0) ?? $"ip ended with status {Status}";
}

/// <summary>Runs iproute2's <c>ip</c>: reads both streams while it waits, and kills it when it is cancelled or takes too long.</summary>
internal sealed class IpTool
{
    private static readonly string[] s_places = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"];
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Where it is; null if it is not installed. Not looked for in the search path, which another user may have set.</summary>
    public static string? Path { get; } = s_places.FirstOrDefault(File.Exists);

    /// <summary>Runs it. What keeps it from running is a result like any other.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ToolResult> RunAsync(IReadOnlyList<string> arguments, IEnumerable<string>? lines, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(Path ?? "ip", string.Join(" ", arguments.Select(Quoted)))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("ip did not start");
            using StreamReader outputs = process.StandardOutput; // a process that is disposed leaves its streams open
            using StreamReader errors = process.StandardError;
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(s_limit);
            using CancellationTokenRegistration kill = limit.Token.Register(() => Kill(process));
            Task<string> output = outputs.ReadToEndAsync();
            Task<string> error = errors.ReadToEndAsync();
            foreach (string line in lines ?? [])
                await process.StandardInput.WriteLineAsync(line).ConfigureAwait(false);
            process.StandardInput.Close();
            string written = await output.ConfigureAwait(false);
            string complaint = await error.ConfigureAwait(false);
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested ? new ToolResult(-1, written, "ip took too long") : new ToolResult(process.ExitCode, written, complaint);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return new ToolResult(-1, string.Empty, e.Message);
        }
    }

    /// <summary>Names of interfaces may hold quotes.</summary>
    internal static string Quoted(string argument) => argument.Length > 0 && argument.All(c => c is not ('"' or '\\') && !char.IsWhiteSpace(c))
        ? argument
        : "\"" + argument.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
