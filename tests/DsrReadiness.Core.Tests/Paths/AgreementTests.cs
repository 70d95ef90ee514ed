using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Verdicts;
using Xunit.Abstractions;

namespace DsrReadiness.Tests.Paths;

/// <summary>
/// The verdict and the path are worked out apart from each other, and must say the same of any server. <c>DSR_AGREEMENT_SERVERS</c> asks for
/// more servers, <c>DSR_AGREEMENT_SEED</c> for those of another run.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int Block = 500;
    private const int MostShown = 20;

    [Fact]
    public void Verdict_and_path_agree_on_a_few_random_servers() => Agree(4);

    [Fact]
    [Trait("Tier", "Slow")]
    public void Verdict_and_path_agree_on_random_servers()
    {
        (int servers, Dictionary<Verdict, int> verdicts, Dictionary<string, int> failed) = Agree(Math.Max(1, AgreementRun.Servers / Block));
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) > servers / 20, $"Too few are {verdict}."));
        Assert.All(
            Agreement.Compared,
            id => Assert.True(failed.GetValueOrDefault(id) > servers / 5000, $"{id} failed {failed.GetValueOrDefault(id)} times only."));
    }

    [Fact]
    public void A_planted_disagreement_shrinks_to_one_difference()
    {
        var dice = new Dice(1);
        var planted = new Twist.Cell(NetTcpConnectionClass.Class, CimStore.None, 0, NetTcpConnectionClass.LocalPort, 7L);
        RandomServer drawn = RandomServer.Draw(dice);
        var form = new Draft.Form(Servers.Server.Ready());
        var server = drawn with { Twists = [.. Enumerable.Range(0, 6).Select(_ => RandomTwist.Draw(dice, form)), planted, RandomTwist.Draw(dice, form)] };
        RandomServer smallest = Shrinker.Shrink(server, each => each.Simpler(), each => each.Twists.Contains(planted));
        Assert.Equal([planted], smallest.Twists);
        Assert.Same(FollowedService.All[0], smallest.Asked);
    }

    private (int Servers, Dictionary<Verdict, int> Verdicts, Dictionary<string, int> Failed) Agree(int blocks)
    {
        var watch = Stopwatch.StartNew();
        var verdicts = new ConcurrentDictionary<Verdict, int>();
        var failed = new ConcurrentDictionary<string, int>();
        var disagreements = new ConcurrentDictionary<string, int>();
        Parallel.For(0, blocks, AgreementRun.OnAllCores, block =>
        {
            var dice = new Dice(AgreementRun.SeedOf(block));
            for (int i = 0; i < Block; i++)
            {
                RandomServer server = RandomServer.Draw(dice);
                Agreement agreement = Agreement.On(server);
                verdicts.AddOrUpdate(agreement.Verdict.Verdict, 1, (_, count) => count + 1);
                foreach (string id in agreement.Failed)
                    failed.AddOrUpdate(id, 1, (_, count) => count + 1);
                if (agreement.Disagreement is not null && disagreements.Count < MostShown)
                    disagreements.AddOrUpdate(Smallest(server), 1, (_, count) => count + 1);
            }
        });

        int servers = blocks * Block;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {AgreementRun.Seed}, {servers} servers in {watch.Elapsed.TotalSeconds:F0} s: ")
            + Counts(verdicts.Select(each => (each.Key.ToString(), each.Value))) + "; failed: " + Counts(failed.Select(each => (each.Key, each.Value))));
        Assert.True(disagreements.IsEmpty, $"Seed {AgreementRun.Seed}:\n" + string.Join("\n", disagreements.Keys));
        return (servers, new(verdicts), new(failed));
    }

    private static string Smallest(RandomServer server)
    {
        RandomServer smallest = Shrinker.Shrink(server, each => each.Simpler(), each => Agreement.On(each).Disagreement is not null);
        return smallest + " => " + Agreement.On(smallest).Disagreement;
    }

    private static string Counts(IEnumerable<(string Name, int Count)> counts) =>
        string.Join(", ", counts.OrderBy(each => each.Name, StringComparer.Ordinal).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name} {each.Count}")));
}
