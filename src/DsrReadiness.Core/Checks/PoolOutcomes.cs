using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks;

/// <summary>How each check comes out on the servers of a pool, counted once.</summary>
internal sealed class PoolOutcomes
{
    private readonly IReadOnlyList<ServerVerdict> _verdicts;
    private readonly Dictionary<(int Check, Outcome Outcome), int> _counts = [];

    public PoolOutcomes(IReadOnlyList<ServerVerdict> verdicts)
    {
        _verdicts = verdicts;
        foreach (ServerVerdict verdict in verdicts)
        {
            for (int check = 0; check < verdict.Results.Count; check++)
                _counts[(check, verdict.Results[check].Outcome)] = Count(check, verdict.Results[check].Outcome) + 1;
        }
    }

    /// <summary>On how many servers a check comes out in this way.</summary>
    public int Count(int check, Outcome outcome) => _counts.TryGetValue((check, outcome), out int count) ? count : 0;

    /// <summary>The first server on which a check comes out in this way.</summary>
    public ServerVerdict First(int check, Outcome outcome) => _verdicts.First(verdict => verdict.Results[check].Outcome == outcome);
}
