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
/// <c>DSR_FAULT_MATRIX=all</c> takes all calls, <c>all:2/8</c> those of the second of eight parts of the states, and by default, or with a number for the seed, a part of the kinds is drawn. The seed is printed.
/// </summary>
[Trait("Tier", "Slow")]
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const string Variable = "DSR_FAULT_MATRIX";
    private const int Share = 40;

    [Fact]
    public async Task Whatever_goes_wrong_undo_restores_the_start_and_a_second_run_completes()
    {
        string[] asked = (Environment.GetEnvironmentVariable(Variable) ?? string.Empty).Split(':', '/');
        int seed = int.TryParse(asked[0], CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next();
        var watch = Stopwatch.StartNew();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var random = new Random(seed);
        FaultGround[] grounds = await Task.WhenAll(
            from state in StartingStates.All from omitted in Enum.GetValues<LabOmittedStore>() select FaultGround.OfAsync(state, omitted));
        if (asked is ["all", string part, string parts])
            grounds = [.. grounds.Where((_, i) => i % Number(parts) == Number(part) - 1)];
        List<(FaultGround Ground, FaultyPart Part, FaultyCall Call)> calls = [];
        foreach (FaultGround ground in grounds)
        {
            foreach (FaultyPart each in Enum.GetValues<FaultyPart>())
                calls.AddRange((await ground.CallsAsync(each)).Select(call => (ground, each, call)));
        }

        var kinds = calls.GroupBy(each => (each.Ground.Omitted, each.Part, each.Call.Kind)).Select(group => group.ToArray()).ToArray();
        bool isAll = asked[0] == "all";
        var cases = (isAll ? calls : kinds.Select(kind => kind[random.Next(kind.Length)]))
            .SelectMany(each => Enum.GetValues<FaultType>().Where(each.Call.Meets).Select(type => (each.Ground, each.Part, Type: type, Call: each.Call.Number)))
            .Where(_ => isAll || asked[0] == "kinds" || random.Next(Share) == 0)
            .ToArray();
        Assert.True(cases.Length > 100);
        var failures = new ConcurrentBag<string>();
        var ends = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, async (each, _) =>
        {
            var fault = new FaultCase(each.Ground, each.Part, each.Type, each.Call);
            try
            {
                await fault.TryAsync();
                ends.Add($"{each.Part} {each.Type} {fault.Ended}");
            }
            catch (XunitException e)
            {
                failures.Add($"{fault}: {e.Message}");
            }
        });
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases.Length} cases of {calls.Count} calls of {kinds.Length} kinds, with {grounds.Sum(each => each.Ends)} different ends, each undone and completed, in {watch.Elapsed.TotalSeconds:F0} s, {(Environment.CpuUsage.TotalTime - start).TotalSeconds:F0} s of the processor; seed {seed}."));
        foreach (IGrouping<string, string> end in ends.GroupBy(end => end).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.Key}: {end.Count()}"));
        Assert.True(failures.IsEmpty, $"Seed {seed}: {failures.Count} of {cases.Length} cases failed, such as:\n" + string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20)));
    }

    /// <summary>So it is enough to try once for each end what has to hold afterwards.</summary>
    [Fact]
    public async Task Cases_that_end_the_same_go_on_the_same()
    {
        var ends = new ConcurrentBag<(string Run, string Undone, FaultType Type)>();
        FaultGround ground = await FaultGround.OfAsync(StartingStates.All[0], LabOmittedStore.BothStores);
        foreach (FaultyPart part in Enum.GetValues<FaultyPart>())
        {
            IEnumerable<FaultyCall> calls = (await ground.CallsAsync(part)).Where(each => each.Number % 16 == 0);
            await Parallel.ForEachAsync(calls.SelectMany(call => Enum.GetValues<FaultType>().Where(call.Meets).Select(type => (type, call.Number))), async (each, _) =>
            {
                (string run, string undone) = await new FaultCase(ground, part, each.type, each.Number).EndsAsync();
                ends.Add((run, undone, each.type));
            });
        }

        var same = ends.GroupBy(each => each.Run).ToArray();
        Assert.True(same.Length > 40 && same.Count(group => group.DistinctBy(each => each.Type).Count() > 2) > 10);
        Assert.All(same, group => Assert.Single(group.DistinctBy(each => each.Undone)));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
