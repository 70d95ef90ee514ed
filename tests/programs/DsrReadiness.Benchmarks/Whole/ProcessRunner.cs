using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>Runs programs as whole processes, from outside, their output read and thrown away.</summary>
internal static class ProcessRunner
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a program once.</summary>
    /// <exception cref="InvalidOperationException">It failed: what it took then says nothing.</exception>
    public static Run Measure(Command command)
    {
        var start = new ProcessStartInfo(command.File) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in command.Arguments)
            start.ArgumentList.Add(argument);
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        if (command.OneCore && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
            process.ProcessorAffinity = 1;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        TimeSpan processor = TimeSpan.Zero;
        long peak = 0;
        do
            Sample(process, ref processor, ref peak);
        while (!process.WaitForExit(s_between));
        TimeSpan wall = Stopwatch.GetElapsedTime(begin);
        process.WaitForExit();
        return process.ExitCode is 0 or 1 or 2 && errors.Result.Length == 0
            ? new Run(wall, processor, peak)
            : throw new InvalidOperationException($"{command.Name} ended with {process.ExitCode}: {errors.Result}{output.Result}");
    }

    private static void Sample(Process process, ref TimeSpan processor, ref long peak)
    {
        try
        {
            process.Refresh();
            processor = process.TotalProcessorTime;
            peak = Math.Max(peak, process.PeakWorkingSet64);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended since; the sample before counts.
        }
    }
}
