using System;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>The lines of netsh that checks advise, as netsh would take them.</summary>
public sealed class AdvisedNetshTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse(ScriptLab.IPv4), IPAddress.Parse(ScriptLab.IPv6)], [ServicePort.Parse("tcp/443")]);

    /// <summary>docs/advice.md has every line that is advised, and a test holds it to that.</summary>
    public static TheoryData<string> Lines() => [.. Repository.Read("docs", "advice.md").ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("netsh ", StringComparison.Ordinal)).Distinct()];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_line_is_understood(string line)
    {
        LabServer server = ReadyServer();
        string here = Regex.Replace(line, @"(?<=set interface )\d+", $"{server.IndexOf("Ethernet")}");
        Assert.Equal(0, Run(server, here));
        Assert.Equal(1, Run(server, here + " and more"));
    }

    [Fact]
    public async Task The_host_model_is_set_for_the_next_start()
    {
        LabServer server = ReadyServer();
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
            server.Backdoor.Execute(Do.Set(On.Interface(server.IndexOf("Ethernet"), family, CimStore.Persistent), NetIPInterfaceClass.WeakHostReceive, (long)Toggle.Disabled));
        await MakesPassAsync(server, "M05", lines: 2);
    }

    [Fact]
    public async Task The_listen_list_covers_the_vips()
    {
        LabServer server = ReadyServer();
        server.Backdoor.SetRegistry(RegistryNames.ListenOnlyList.Key, RegistryNames.ListenOnlyList.Value, new[] { "192.0.2.51" });
        await MakesPassAsync(server, "S04", lines: 2);
    }

    private static async Task MakesPassAsync(LabServer server, string id, int lines)
    {
        CheckResult before = await AskAsync(server, id);
        Assert.Equal(Outcome.Failed, before.Outcome);
        string[] netsh = [.. before.Command!.Split('\n').Where(line => line.StartsWith("netsh ", StringComparison.Ordinal))];
        Assert.Equal(lines, netsh.Length);
        Assert.All(netsh, line => Assert.Equal(0, Run(server, line)));
        Assert.Equal(Outcome.Passed, (await AskAsync(server, id)).Outcome);
    }

    private static LabServer ReadyServer() => LabShapes.Describe("WEB01", 1, LabShape.Ready, s_service).Build();

    private static int Run(LabServer server, string line)
    {
        string[] words = line.Split(' ');
        return new Netsh(server, ScriptRelease.Server2019, hasUpdates: true).Run(words[0], words[1..]);
    }

    private static async Task<CheckResult> AskAsync(LabServer server, string id)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        return new CheckRunner(Catalogue.All).Run(await new Admin(server).LookAsync(), s_service).Results.Single(result => result.Id == id);
    }
}
