using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Tries inputs on a reader, one after the other, and keeps those that made it go a new way or say a new thing. The same seed makes the same inputs.</summary>
internal sealed class Fuzzer(FuzzTarget target, IEnumerable<byte[]> corpus, int seed)
{
    private const int MostKept = 4000;
    private const int MostAttempts = 5000;
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(120);

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _corpus = [.. corpus];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> _findings = [];

    private byte[] _current = [];
    private long _begun;

    public long Executions { get; private set; }

    /// <summary>Inputs that were read as a value.</summary>
    public long Accepted { get; private set; }

    public int Kept => _corpus.Count;

    /// <summary>Different kinds of answer.</summary>
    public int Answers => _said.Count;

    public int Branches { get; private set; }

    public IReadOnlyCollection<Finding> Findings => _findings.Values;

    /// <summary>Called with each finding as it comes.</summary>
    public Action<Finding> Found { get; init; } = _ => { };

    /// <summary>Tries the whole corpus, and then so many new inputs: as many on a busy machine as on an idle one.</summary>
    public void Run(long executions) => Run(executions, Timeout.InfiniteTimeSpan);

    /// <summary>Tries the whole corpus, and then new inputs until the time is over.</summary>
    public void Run(TimeSpan time) => Run(long.MaxValue, time);

    private void Run(long executions, TimeSpan time)
    {
        var coverage = new Coverage();
        using var watchdog = new Timer(_ => EndIfHung(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        foreach (byte[] input in _corpus.ToArray())
            Try(input, coverage);
        var mutator = new Mutator(_random, target.Words, target.LongestInput);
        for (long i = 0; i < executions && (time == Timeout.InfiniteTimeSpan || watch.Elapsed < time); i++)
        {
            byte[] input = mutator.Mutate(Choose(), _corpus);
            if (Try(input, coverage))
                Keep(input);
        }

        Branches = coverage.Branches;
        Volatile.Write(ref _begun, 0);
    }

    /// <summary>Small ones more often than large ones, and what was found lately more often than what is old.</summary>
    private byte[] Choose()
    {
        byte[] one = _corpus[_random.Next(3) == 0 ? Math.Max(0, _corpus.Count - 1 - _random.Next(50)) : _random.Next(_corpus.Count)];
        byte[] other = _corpus[_random.Next(_corpus.Count)];
        return other.Length < one.Length ? other : one;
    }

    private void Keep(byte[] input)
    {
        if (_corpus.Count < MostKept)
            _corpus.Add(input);
        else
            _corpus[_random.Next(_corpus.Count)] = input;
    }

    /// <summary>True if the input is worth keeping.</summary>
    private bool Try(byte[] input, Coverage coverage)
    {
        _current = input;
        Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
        coverage.Begin();
        Finding? finding = Trial.Of(target, input, out string said);
        Executions++;
        bool isNew = coverage.IsNew();
        if (finding is not null)
        {
            if (!_findings.ContainsKey(finding.Key))
            {
                Finding small = Smaller(finding);
                _findings.Add(finding.Key, small);
                Found(small);
            }

            return false;
        }

        if (said == "read")
            Accepted++;
        return _said.Add(said) || isNew;
    }

    /// <summary>Takes pieces out as long as the fault stays.</summary>
    private Finding Smaller(Finding finding)
    {
        int attempts = 0;
        for (int piece = finding.Input.Length / 2; piece > 0; piece = piece > 64 ? piece / 2 : piece - 1)
        {
            for (int at = 0; at + piece <= finding.Input.Length && attempts < MostAttempts; attempts++)
            {
                Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
                byte[] shorter = [.. finding.Input.AsSpan(0, at), .. finding.Input.AsSpan(at + piece)];
                if (Trial.Of(target, shorter, out _) is { } same && same.Key == finding.Key)
                    finding = same;
                else
                    at += piece;
            }
        }

        return finding;
    }

    /// <summary>A reader that never comes back takes the program with it, and leaves the input.</summary>
    private void EndIfHung()
    {
        long begun = Volatile.Read(ref _begun);
        if (begun == 0 || Stopwatch.GetElapsedTime(begun) < s_hang)
            return;
        string file = Path.Combine(Path.GetTempPath(), $"dsr-hang-{target.Name}.bin");
        File.WriteAllBytes(file, _current);
        Environment.FailFast($"Reader {target.Name} has not come back for {s_hang}; its input is in {file}, seed {seed}.");
    }
}
