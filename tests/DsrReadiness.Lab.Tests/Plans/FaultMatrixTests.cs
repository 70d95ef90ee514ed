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
/// Every starting state, every call of its run, every way in which a call can go wrong. By default a part of the matrix is drawn by a seed, which is printed;
/// <c>DSR_FAULT_MATRIX=all</c> runs all of it, and a number is a seed.
/// </summary>
[Trait("Tier", "Slow")]
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const string Variable = "DSR_FAULT_MATRIX";
    private const int Share = 400;

    [Fact]
    public async Task Whatever_goes_wrong_undo_restores_the_start_and_a_second_run_completes()
    {
        string? asked = Environment.GetEnvironmentVariable(Variable);
        bool isAll = string.Equals(asked, "all", StringComparison.OrdinalIgnoreCase);
        int seed = int.TryParse(asked, CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        List<(StartingState State, LabOmittedStore Omitted, FaultyPart Part, FaultType Type, int Call)> cases = [];
        foreach (StartingState state in StartingStates.All)
        {
            foreach (LabOmittedStore omitted in Enum.GetValues<LabOmittedStore>())
            {
                foreach (FaultyPart part in Enum.GetValues<FaultyPart>())
                {
                    int calls = await FaultCase.CallsOfAsync(state, omitted, part);
                    cases.AddRange(
                        from call in Enumerable.Range(1, calls)
                        from type in Enum.GetValues<FaultType>()
                        where isAll || random.Next(Share) == 0
                        select (state, omitted, part, type, call));
                }
            }
        }

        Assert.True(cases.Count > 100);
        var watch = Stopwatch.StartNew();
        var failures = new ConcurrentBag<string>();
        var ends = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, async (each, _) =>
        {
            await TryAsync(failures, ends, each, "undo", fault => fault.UndoRestoresAsync());
            await TryAsync(failures, ends, each, "second run", fault => fault.SecondRunCompletesAsync());
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} cases, each undone and completed, in {watch.Elapsed.TotalSeconds:F0} s; seed {seed}."));
        foreach (IGrouping<string, string> end in ends.GroupBy(end => end).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.Key}: {end.Count()}"));
        Assert.True(failures.IsEmpty, $"Seed {seed}: {failures.Count} of {cases.Count} cases failed, such as:\n" + string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20)));
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
