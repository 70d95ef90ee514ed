using System;
using System.Globalization;
using System.Threading.Tasks;
using DsrReadiness.Robustness.Fuzzing;
using DsrReadiness.Robustness.Kills;
using DsrReadiness.Robustness.Soaking;

namespace DsrReadiness.Robustness;

/// <summary>Tries how much the project bears: input that nobody would write, processes that end suddenly, thousands of servers at once.</summary>
internal static class Program
{
    private const string Usage = """
        fuzz [--target NAME] [--seed N] [--seconds S] [--corpora DIRECTORY] [--findings DIRECTORY]   read inputs that nobody would write
        fuzz --growth [--target NAME] [--seed N]    look for time that grows faster than the input
        kill COUNT [SEED]                           kill COUNT processes that change a server, and look whether that can be undone and completed
        soak SECONDS [SERVERS [SEED]]               judge thousands of servers that fail in every way, again and again
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["fuzz", .. string[] options] when FuzzVerb.Parse(options) is { } fuzz:
                return fuzz.Run(System.Console.Out);
            case ["kill", string count, .. string[] seed] when seed.Length < 2:
                var campaign = new KillCampaign(seed is [string given] ? Number(given) : Random.Shared.Next(), System.Console.Out);
                await campaign.RunAsync(Number(count));
                return campaign.Problems.Count == 0 ? 0 : 1;
            case ["soak", string seconds, .. string[] rest] when rest.Length < 3:
                var soak = new Soak(rest.Length > 0 ? Number(rest[0]) : 4096, rest.Length > 1 ? Number(rest[1]) : Random.Shared.Next(), System.Console.Out);
                soak.Run(TimeSpan.FromSeconds(Number(seconds)));
                return soak.Problems.Count == 0 ? 0 : 1;
            case [Victim.Verb, string what, string folder, string state]:
                return await Victim.RunAsync(what, folder, state);
            default:
                System.Console.Error.WriteLine(Usage);
                return 64;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
