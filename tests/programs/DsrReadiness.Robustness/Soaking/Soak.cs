using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DsrReadiness.Commands;
using DsrReadiness.Lab;
using DsrReadiness.Output;
using DsrReadiness.Servers;

namespace DsrReadiness.Robustness.Soaking;

/// <summary>
/// The command itself, <c>Test-DsrReadiness</c>, in PowerShell's own engine, on thousands of unsteady servers, round after round: each server answers once in a round, with its verdict
/// or with an error that names it; a round that is stopped ends soon, and nothing that was used for it stays behind.
/// </summary>
internal sealed class Soak
{
    /// <summary>Every so many rounds one is stopped.</summary>
    private const int StopEvery = 3;

    /// <summary>Rounds before it is looked at what stays behind: code is compiled, and pools are filled.</summary>
    private const int WarmUp = 3;

    private readonly Random _random;
    private readonly int _seed;
    private readonly TextWriter _output;
    private readonly UnsteadyServer[] _servers;
    private readonly List<Footprint> _footprints = [];

    public Soak(int servers, int seed, TextWriter output)
    {
        _random = new Random(seed);
        _seed = seed;
        _output = output;
        _servers = [.. Enumerable.Range(1, servers).Select(number => new UnsteadyServer(Build(number)))];
    }

    public List<string> Problems { get; } = [];

    public int Rounds { get; private set; }

    public int Stopped { get; private set; }

    public long Verdicts { get; private set; }

    public long Errors { get; private set; }

    /// <summary>The longest that a stopped round took to end.</summary>
    public TimeSpan SlowestStop { get; private set; }

    /// <summary>Goes round for a time, and so many times at least.</summary>
    public void Run(TimeSpan time, int rounds = WarmUp + 3)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time || Rounds < rounds)
        {
            Rounds++;
            bool isStopped = Rounds % StopEvery == 0;
            foreach (UnsteadyServer server in _servers)
                (server.Mood, server.Latency) = Draw(isStopped);
            RunRound(isStopped);
            _footprints.Add(Footprint.Now());
            if (Rounds % 10 == 0)
                _output.WriteLine(this);
        }

        JudgeFootprints();
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{this} In {watch.Elapsed.TotalSeconds:F0} s; seed {_seed}."));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rounds} rounds of {_servers.Length} servers, {Stopped} of them stopped, the slowest in {SlowestStop.TotalMilliseconds:F0} ms; {Verdicts} verdicts, {Errors} errors; {_footprints[^1]}; {Problems.Count} problems.");

    private static LabServer Build(int number)
    {
        var builder = new LabServerBuilder(string.Create(CultureInfo.InvariantCulture, $"WEB{number:D4}"));
        return (number % 3 == 0 ? builder : builder.Loopback("Loopback", on => on.Address(number % 2 == 0 ? "192.0.2.10/32" : "192.0.2.10/24").WeakHost())).Listens("tcp/443").Build();
    }

    private (Mood Mood, TimeSpan Latency) Draw(bool isStopped)
    {
        Mood mood = _random.Next(100) switch
        {
            < 60 => Mood.Well,
            < 75 => Mood.Slow,
            < 82 => Mood.Ill,
            < 88 => Mood.Gone,
            < 92 => Mood.TimesOut,
            < 95 => Mood.Breaks,
            < 98 => Mood.BreaksLate,
            _ => isStopped ? Mood.Hangs : Mood.Well,
        };
        return (mood, TimeSpan.FromMilliseconds(mood is Mood.Slow or Mood.TimesOut ? _random.Next(20, 120) : _random.Next(3)));
    }

    private void RunRound(bool isStopped)
    {
        InitialSessionState state = InitialSessionState.Create();
        state.Commands.Add(new SessionStateCmdletEntry("Test-DsrReadiness", typeof(TestDsrReadinessCommand), null));
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand("Test-DsrReadiness")
            .AddParameter("Server", _servers.Select(each => each.Server).ToArray())
            .AddParameter("VirtualIPAddress", "192.0.2.10")
            .AddParameter("Port", "443")
            .AddParameter("ThrottleLimit", _random.Next(8) == 0 ? 1000 : 32);
        using var verdicts = new PSDataCollection<PSObject>();
        long stoppedAt = 0;
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, verdicts);
        if (isStopped)
        {
            running.AsyncWaitHandle.WaitOne(_random.Next(20, 2500));
            stoppedAt = Stopwatch.GetTimestamp();
            shell.BeginStop(null, null);
        }

        try
        {
            shell.EndInvoke(running);
        }
        catch (PipelineStoppedException) when (isStopped)
        {
            Stopped++;
        }

        if (isStopped && shell.InvocationStateInfo.State == PSInvocationState.Stopped)
            SlowestStop = TimeSpan.FromTicks(Math.Max(SlowestStop.Ticks, Stopwatch.GetElapsedTime(stoppedAt).Ticks));
        Count(verdicts, shell.Streams.Error, isWhole: shell.InvocationStateInfo.State == PSInvocationState.Completed);
    }

    /// <summary>Each server answers once, or, in a round that was stopped, at most once.</summary>
    private void Count(PSDataCollection<PSObject> verdicts, PSDataCollection<ErrorRecord> errors, bool isWhole)
    {
        Verdicts += verdicts.Count;
        Errors += errors.Count;
        string[] names = [.. verdicts.Select(each => ((DsrVerdict)each.BaseObject).ComputerName), .. errors.Select(NameIn)];
        Dictionary<string, int> answers = names.GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        foreach (UnsteadyServer server in _servers)
        {
            int count = answers.GetValueOrDefault(server.Server.Name);
            if (count > 1 || (isWhole && count == 0))
                Problems.Add($"Round {Rounds}: {server.Server.Name}, which was {server.Mood}, answered {count} times.");
            bool isError = errors.Any(error => NameIn(error) == server.Server.Name);
            bool shouldBe = server.Mood is Mood.Gone or Mood.TimesOut or Mood.Breaks or Mood.BreaksLate;
            if (count == 1 && isError != shouldBe)
                Problems.Add($"Round {Rounds}: {server.Server.Name}, which was {server.Mood}, answered with {(isError ? "an error" : "a verdict")}.");
        }

        if (answers.Count != names.Distinct().Count() || answers.Keys.Except(_servers.Select(each => each.Server.Name)).Any())
            Problems.Add($"Round {Rounds}: an answer names no server: {string.Join(", ", answers.Keys.Except(_servers.Select(each => each.Server.Name)).Take(3))}");
    }

    private static string NameIn(ErrorRecord error) => error.TargetObject is DsrServer server ? server.Name : error.TargetObject?.ToString() ?? error.ToString();

    /// <summary>What stays behind in the last third of the rounds is held against the first.</summary>
    private void JudgeFootprints()
    {
        Footprint[] after = [.. _footprints.Skip(WarmUp)];
        int third = Math.Max(1, after.Length / 3);
        Footprint first = Footprint.Largest(after.Take(third));
        Footprint last = Footprint.Smallest(after.TakeLast(third));
        _output.WriteLine($"First third at most {first}; last third at least {last}.");
        if (last.Bytes > first.Bytes + Math.Max(first.Bytes / 20, 4_000_000))
            Problems.Add($"Memory grows: {first} became {last}.");
        if (last.Threads > first.Threads + 4)
            Problems.Add($"Threads grow: {first} became {last}.");
        if (last.Handles > first.Handles + 8)
            Problems.Add($"Handles grow: {first} became {last}.");
    }
}
