using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;
using Xunit.Abstractions;

namespace DsrReadiness.Tests.Paths;

/// <summary>
/// The verdict and the path are worked out apart from each other, and must say the same of any server. <c>DSR_AGREEMENT_SERVERS</c> asks for
/// more servers, <c>DSR_AGREEMENT_SEED</c> for those of another run.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int MostTwists = 5;

    [Fact]
    public void Verdict_and_path_agree_on_random_servers()
    {
        int count = Number("DSR_AGREEMENT_SERVERS", 10_000);
        int seed = Number("DSR_AGREEMENT_SEED", 20261125);
        var random = new Random(seed);
        Server form = Server.Ready();
        int ready = 0;
        var failed = new Dictionary<string, int>();
        var disagreements = new Dictionary<string, List<Twist>>();
        for (int i = 0; i < count; i++)
        {
            List<Twist> twists = [.. Enumerable.Range(0, random.Next(MostTwists)).Select(_ => Twist.Draw(random, form))];
            Agreement agreement = Agreement.On(twists);
            ready += agreement.Verdict.Verdict == Verdict.Ready ? 1 : 0;
            foreach (string id in agreement.Failed)
                failed[id] = failed.GetValueOrDefault(id) + 1;
            if (agreement.Disagreement is not { } why || disagreements.Count >= 10)
                continue;
            List<Twist> smallest = Shrinker.Shrink(twists, each => Agreement.On(each).Disagreement is not null);
            disagreements[string.Join("; ", smallest) + " => " + Agreement.On(smallest).Disagreement] = smallest;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {count} servers, {ready} ready; failed: ")
            + string.Join(", ", failed.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key + " " + each.Value)));
        Assert.True(disagreements.Count == 0, $"Seed {seed}:\n" + string.Join("\n", disagreements.Keys));
        Assert.True(ready > count / 5, $"Only {ready} of {count} are ready.");
        Assert.All(
            new[] { "H01", "A03", "V01", "V03", "V04", "V05", "M01", "M02", "M05", "W01", "S01" },
            id => Assert.True(failed.GetValueOrDefault(id) > count / 1000, $"{id} failed {failed.GetValueOrDefault(id)} times only."));
    }

    [Fact]
    public void A_planted_disagreement_shrinks_to_one_difference()
    {
        Server form = Server.Ready();
        var random = new Random(1);
        var planted = new Twist(NetTcpConnectionClass.Class, CimStore.None, 0, NetTcpConnectionClass.LocalPort, 7L);
        List<Twist> twists = [.. Enumerable.Range(0, 6).Select(_ => Twist.Draw(random, form)), planted, Twist.Draw(random, form)];
        Assert.Equal([planted], Shrinker.Shrink(twists, each => each.Contains(planted)));
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
