using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// Every starting state, every call of its run, every way in which a call can go wrong. Calls of many states are of one kind: <c>DSR_FAULT_MATRIX=kinds</c> takes one call of each kind, drawn by a seed,
/// <c>DSR_FAULT_MATRIX=all</c> takes all calls, which takes hours, and by default, or with a number for the seed, a part of the kinds is drawn. The seed is printed.
/// </summary>
[Trait("Tier", "Slow")]
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const string Variable = "DSR_FAULT_MATRIX";
    private const int Share = 40;

    [Fact]
    public async Task Whatever_goes_wrong_undo_restores_the_start_and_a_second_run_completes()
    {
        string? asked = Environment.GetEnvironmentVariable(Variable);
        int seed = int.TryParse(asked, CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        List<(StartingState State, LabOmittedStore Omitted, FaultyPart Part, FaultyCall Call)> calls = [];
        foreach (StartingState state in StartingStates.All)
        {
            foreach (LabOmittedStore omitted in Enum.GetValues<LabOmittedStore>())
            {
                foreach (FaultyPart part in Enum.GetValues<FaultyPart>())
                    calls.AddRange((await FaultCase.CallsOfAsync(state, omitted, part)).Select(call => (state, omitted, part, call)));
            }
        }

        bool isAll = string.Equals(asked, "all", StringComparison.OrdinalIgnoreCase);
        bool isWhole = isAll || string.Equals(asked, "kinds", StringComparison.OrdinalIgnoreCase);
        var kinds = calls.GroupBy(each => (each.Omitted, each.Part, each.Call.Kind)).Select(group => group.ToArray()).ToArray();
        var cases = (isAll ? calls : kinds.Select(kind => kind[random.Next(kind.Length)]))
            .SelectMany(each => Enum.GetValues<FaultType>().Where(each.Call.Meets).Select(type => (each.State, each.Omitted, each.Part, Type: type, Call: each.Call.Number)))
            .Where(_ => isWhole || random.Next(Share) == 0)
            .ToArray();
        Assert.True(cases.Length > 100);
        var watch = Stopwatch.StartNew();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var failures = new ConcurrentBag<string>();
        var ends = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, async (each, _) =>
        {
            await TryAsync(failures, ends, each, "undo", fault => fault.UndoRestoresAsync());
            await TryAsync(failures, ends, each, "second run", fault => fault.SecondRunCompletesAsync());
        });
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases.Length} cases of {calls.Count} calls of {kinds.Length} kinds, each undone and completed, in {watch.Elapsed.TotalSeconds:F0} s, {(Environment.CpuUsage.TotalTime - start).TotalSeconds:F0} s of the processor; seed {seed}."));
        foreach (IGrouping<string, string> end in ends.GroupBy(end => end).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.Key}: {end.Count()}"));
        Assert.True(failures.IsEmpty, $"Seed {seed}: {failures.Count} of {cases.Length} cases failed, such as:\n" + string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20)));
    }

    private static async Task TryAsync(
        ConcurrentBag<string> failures,
        ConcurrentBag<string> ends,
        (StartingState State, LabOmittedStore Omitted, FaultyPart Part, FaultType Type, int Call) each,
        string what,
        Func<FaultCase, Task> act)
    {
        var fault = new FaultCase(each.State, each.Omitted, each.Part, each.Type, each.Call);
        try
        {
            await act(fault);
            ends.Add($"{each.Part} {each.Type} {fault.Ended}");
        }
        catch (XunitException e)
        {
            failures.Add($"{fault} ({what}): {e.Message}");
        }
    }
}
