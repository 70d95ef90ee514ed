using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DsrReadiness.Mono.Trial;

namespace DsrReadiness.Robustness.Tests.Mono;

/// <summary>Windows PowerShell runs on .NET Framework, which is not to be had here. Mono is the runtime that is most like it: an older base library, other sorting, other tables of Unicode and of cultures.</summary>
[Trait("Tier", "Slow")]
public sealed class MonoTests(MonoServer mono) : IClassFixture<MonoServer>
{
    [MonoTheory]
    [InlineData("C.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task Snapshots_are_read_judged_traced_planned_for_and_written_to_the_same_bytes(string locale)
    {
        using var here = new MemoryStream();
        Outcome.WriteAll(mono.Snapshots, here);
        string[] expected = Encoding.UTF8.GetString(here.ToArray()).Split('\n');
        string[] actual = Encoding.UTF8.GetString(await mono.RunAsync(locale)).Split('\n');

        Assert.True(expected.Count(line => line.StartsWith("    \"verdict\":", StringComparison.Ordinal)) >= 300, "Most of the snapshots were refused.");
        int first = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        string? file = expected.Take(first + 1).LastOrDefault(line => line.StartsWith("== ", StringComparison.Ordinal));
        Assert.Equal($"{file}: {expected.ElementAtOrDefault(first)}", $"{file}: {actual.ElementAtOrDefault(first)}");
        Assert.Equal(expected.Length, actual.Length);
    }
}
