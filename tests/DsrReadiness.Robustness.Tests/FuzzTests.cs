using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Robustness.Fuzzing;

namespace DsrReadiness.Robustness.Tests;

/// <summary>A short version of what the program does for hours: the inputs that are kept, and some thousand more of one seed.</summary>
[Trait("Tier", "Slow")]
public sealed class FuzzTests
{
    private const int Seed = 20261126;

    public static TheoryData<string> Targets => new(FuzzTargets.All.Select(target => target.Name));

    public static TheoryData<string, string> Inputs
    {
        get
        {
            var inputs = new TheoryData<string, string>();
            foreach (FuzzTarget target in FuzzTargets.All)
            {
                foreach ((string file, _) in Corpora.OfClone().Of(target.Name))
                    inputs.Add(target.Name, file);
            }

            return inputs;
        }
    }

    /// <summary>Every input that ever showed a fault is among these, by a name that says which.</summary>
    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_that_is_kept_is_read_or_refused(string name, string file)
    {
        FuzzTarget target = FuzzTargets.All.Single(each => each.Name == name);
        Finding? finding = Trial.Of(target, Corpora.OfClone().Of(name).Single(each => each.File == file).Input, out _);
        Assert.True(finding is null, finding?.Message);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_but_a_value_or_a_refusal_comes_of_any_input(string name)
    {
        FuzzTarget target = FuzzTargets.All.Single(each => each.Name == name);
        byte[][] corpus = [.. Corpora.OfClone().Of(name).Select(each => each.Input), .. target.Seeds()];
        var fuzzer = new Fuzzer(target, corpus, Seed);
        fuzzer.Run(1000);
        Assert.True(fuzzer.Findings.Count == 0, string.Join("\n", fuzzer.Findings.Select(finding => finding.Message)));
        Assert.True(fuzzer.Executions > corpus.Length, "Nothing new was tried.");
        Assert.InRange(fuzzer.Accepted, 1, fuzzer.Executions - 1);
    }

    [Fact]
    public void Every_corpus_belongs_to_a_reader()
    {
        IEnumerable<string> readers = FuzzTargets.All.Select(target => target.Name);
        Assert.Empty(Corpora.OfClone().Names.Except(readers));
    }

    [Fact]
    public void The_same_seed_tries_the_same_inputs()
    {
        List<byte[]> first = Tried(7);
        Assert.Equal(first, Tried(7));
        Assert.NotEqual(first, Tried(8));
    }

    [Fact]
    public void What_breaks_a_promise_is_found_and_made_small()
    {
        var target = new FuzzTarget("breaks", input => input.Contains((byte)'!') ? throw new InvalidCastException("It broke.") : true, () => [], "!");
        var fuzzer = new Fuzzer(target, ["some text"u8.ToArray()], Seed);
        fuzzer.Run(2000);
        Finding finding = Assert.Single(fuzzer.Findings);
        Assert.Equal("!"u8.ToArray(), finding.Input);
    }

    [Fact]
    public void Too_much_time_is_found()
    {
        var target = new FuzzTarget("slow", Spin, () => []) { Milliseconds = 1, MicrosecondsPerByte = 0 };
        Assert.Equal("time", Trial.Of(target, [1], out _)?.Key);

        static bool Spin(byte[] input)
        {
            TimeSpan start = ProcessorTime.Now;
            while (ProcessorTime.Now - start < TimeSpan.FromMilliseconds(20))
                continue;
            return true;
        }
    }

    [Fact]
    public void Too_much_memory_is_found()
    {
        var target = new FuzzTarget("large", _ => new byte[100_000_000].Length > 0, () => []);
        Assert.Equal("memory", Trial.Of(target, [1], out _)?.Key);
    }

    private static List<byte[]> Tried(int seed)
    {
        var tried = new List<byte[]>();
        var target = new FuzzTarget(
            "any",
            input =>
            {
                tried.Add(input);
                return true;
            },
            () => [],
            "word");
        new Fuzzer(target, ["{\"a\": [1, 2]}"u8.ToArray()], seed).Run(200);
        return tried;
    }
}
