using System;
using System.Diagnostics;

namespace DsrReadiness.Robustness.Kills;

/// <summary>When a process is killed, drawn by chance: around one of its calls to the server, and a while later, in which it writes its journal or whatever else it does.</summary>
internal sealed class KillPoint
{
    /// <summary>One process in so many is killed before its first change.</summary>
    private const int Early = 12;

    private readonly int _call;
    private readonly int _phase;
    private readonly TimeSpan _later;

    private Process? _process;

    /// <param name="random">Chance.</param>
    /// <param name="calls">How many calls there will be from the first change on.</param>
    public KillPoint(Random random, int calls)
    {
        _call = random.Next(Early) == 0 ? 0 : random.Next(1, calls + 1);
        _phase = random.Next(3);
        _later = random.Next(4) == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(random.Next(1, 4000));
    }

    /// <summary>Says which process it is for; before this, calls of it wait.</summary>
    public void Aim(Process process) => _process = process;

    public void Before(int call) => Strike(call, 0);

    public void After(int call) => Strike(call, 1);

    public void Answered(int call) => Strike(call, 2);

    public override string ToString() => $"call {_call} from the first change on, {(_phase == 0 ? "before its effect" : _phase == 1 ? "before its answer" : "after its answer")}, {_later.TotalMicroseconds} us";

    private void Strike(int call, int phase)
    {
        if (call != _call || phase != _phase)
            return;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _later)
        {
            // Sleeping would round the moment to where the system wakes threads up.
        }

        _process!.Kill();
    }
}
