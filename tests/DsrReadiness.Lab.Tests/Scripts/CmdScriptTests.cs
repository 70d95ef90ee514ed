using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Desired;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Scripts;

public sealed class CmdScriptTests
{
    public static TheoryData<ScriptRelease, string, bool> Cases()
    {
        var data = new TheoryData<ScriptRelease, string, bool>();
        foreach (ScriptRelease release in Enum.GetValues<ScriptRelease>())
        {
            foreach (bool hasUpdates in new[] { false, true })
            {
                data.Add(release, ScriptLab.IPv4, hasUpdates);
                if (release <= ScriptRelease.Server2003)
                    continue;
                data.Add(release, ScriptLab.IPv6, hasUpdates);
                data.Add(release, ScriptLab.IPv4 + " " + ScriptLab.IPv6, hasUpdates);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_batch_file_makes_a_server_ready_and_its_undo_restores_it(ScriptRelease release, string vips, bool hasUpdates)
    {
        string[] each = vips.Split(' ');
        LabServer server = ScriptLab.Build(release);
        var netsh = new Netsh(server, release, hasUpdates);
        IReadOnlyList<string> before = ServerState.Of(server);
        Assert.NotEmpty(await ScriptLab.FailedAsync(server, ScriptLab.Service(each)));
        Assert.Equal(each.Length, (await ScriptLab.LostAsync(server, ScriptLab.Service(each))).Length);

        Assert.Equal(0, CmdScript.Run(ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Change, each)), netsh.Run));
        Assert.Empty((await ScriptLab.FailedAsync(server, ScriptLab.Service(each))).Select(result => $"{result.Id} {result.Reason}"));
        Assert.Empty(await ScriptLab.LostAsync(server, ScriptLab.Service(each)));
        server.Restart();
        Assert.Empty(await ScriptLab.LostAsync(server, ScriptLab.Service(each)));
        Assert.Empty((await ScriptLab.FailedAsync(server, ScriptLab.Service(each))).Select(result => $"After a restart: {result.Id} {result.Reason}"));

        IReadOnlyList<string> made = ServerState.Of(server);
        Assert.Equal(0, CmdScript.Run(ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Verify, each)), netsh.Run));
        PlanAndApplyTests.AssertSame(made, ServerState.Of(server));

        Assert.Equal(0, CmdScript.Run(ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Undo, each)), netsh.Run));
        PlanAndApplyTests.AssertSame(before, ServerState.Of(server));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_second_run_fails_and_says_so(ScriptRelease release, string vips, bool hasUpdates)
    {
        LabServer server = ScriptLab.Build(release);
        string script = ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Change, vips.Split(' ')));
        var netsh = new Netsh(server, release, hasUpdates);
        Assert.Equal(0, CmdScript.Run(script, netsh.Run));
        Assert.Equal(1, CmdScript.Run(script, netsh.Run));
    }

    [Fact]
    public async Task An_index_does_as_well_as_a_name()
    {
        LabServer server = ScriptLab.Build(ScriptRelease.Server2008R2);
        ScriptRequest named = ScriptLab.Request(ScriptRelease.Server2008R2, ScriptPart.Change, ScriptLab.IPv4);
        string script = ScriptMaker.Make(new ScriptRequest
        {
            Release = named.Release,
            Language = named.Language,
            Service = new DsrService([System.Net.IPAddress.Parse(ScriptLab.IPv4)], named.Service.Ports, trafficInterface: server.IndexOf("net").ToString(CultureInfo.InvariantCulture)),
            Loopback = server.IndexOf("loopback").ToString(CultureInfo.InvariantCulture),
        });
        Assert.Contains("wmic nicconfig", script, StringComparison.Ordinal);
        Assert.Equal(0, CmdScript.Run(script, new Netsh(server, ScriptRelease.Server2008R2, true).Run));
        Assert.Empty((await ScriptLab.FailedAsync(server, named.Service)).Select(result => $"{result.Id} {result.Reason}"));
    }

    [Fact]
    public async Task A_plan_becomes_a_script_that_does_the_same()
    {
        LabServer server = ScriptLab.Build(ScriptRelease.Server2019);
        DsrService service = ScriptLab.Service(ScriptLab.IPv4);
        IReadOnlyList<string> before = ServerState.Of(server);
        DsrReadiness.Plans.Plan plan = DsrReadiness.Plans.Planner.Plan(await new Admin(server).LookAsync(), service, new DsrReadiness.Desired.PlanOptions { Loopback = "loopback" });
        ScriptRequest Request(ScriptPart part) => new() { Release = ScriptRelease.Server2019, Language = ScriptLanguage.Cmd, Part = part, Service = service, Plan = plan };
        var netsh = new Netsh(server, ScriptRelease.Server2019, true);
        Assert.Equal(0, CmdScript.Run(ScriptMaker.Make(Request(ScriptPart.Change)), netsh.Run));
        Assert.Empty((await ScriptLab.FailedAsync(server, service)).Select(result => $"{result.Id} {result.Reason}"));
        Assert.Empty(await ScriptLab.LostAsync(server, service));
        Assert.Equal(0, CmdScript.Run(ScriptMaker.Make(Request(ScriptPart.Undo)), netsh.Run));
        PlanAndApplyTests.AssertSame(before, ServerState.Of(server));
    }

    [Theory]
    [InlineData(ScriptPart.Change)]
    [InlineData(ScriptPart.Undo)]
    [InlineData(ScriptPart.Verify)]
    public async Task A_script_of_a_plan_does_nothing_on_another_computer(ScriptPart part)
    {
        string script = ScriptMaker.Make(await ScriptLab.PlanRequestAsync(ScriptRelease.Server2019, ScriptLanguage.Cmd, part));
        var calls = new List<string>();
        int Count(string program, IReadOnlyList<string> words)
        {
            calls.Add(program);
            return 0;
        }

        Assert.Equal(1, CmdScript.Run(script, Count, "WEB02"));
        Assert.Empty(calls);
        Assert.Equal(0, CmdScript.Run(script, Count, "web01"));
        Assert.NotEmpty(calls);
    }

    [Theory]
    [InlineData("WEB01.example.com", "WEB01")]
    [InlineData("A-LONG-NAME-OF-A-SERVER", "A-LONG-NAME-OF-")]
    public async Task The_computer_is_named_as_Windows_names_it(string name, string shown) => Assert.Contains(
        $"\nif /i not \"%COMPUTERNAME%\"==\"{shown}\" goto other\r",
        ScriptMaker.Make(await ScriptLab.PlanRequestAsync(ScriptRelease.Server2019, ScriptLanguage.Cmd, ScriptPart.Change, name)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("WEB\"01")]
    [InlineData("WEB%01")]
    [InlineData("W\u00E9B")]
    public async Task A_computer_whose_name_no_batch_file_can_carry_is_refused(string name)
    {
        ScriptRequest request = await ScriptLab.PlanRequestAsync(ScriptRelease.Server2019, ScriptLanguage.Cmd, ScriptPart.Change, name);
        Assert.Contains("name of the computer", Assert.Throws<ScriptRefusedException>(() => ScriptMaker.Make(request)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_classic_recipe_is_in_it_word_for_word()
    {
        string[] lines = ScriptMaker.Make(ScriptLab.Request(ScriptRelease.Server2008, ScriptPart.Change, ScriptLab.IPv4)).Split("\r\n");
        Assert.Contains("netsh interface ipv4 set interface \"net\" weakhostreceive=enabled", lines);
        Assert.Contains("netsh interface ipv4 set interface \"loopback\" weakhostreceive=enabled", lines);
        Assert.Contains("netsh interface ipv4 set interface \"loopback\" weakhostsend=enabled", lines);
    }

    [Theory]
    [InlineData(ScriptRelease.Windows2000)]
    [InlineData(ScriptRelease.WindowsXP)]
    [InlineData(ScriptRelease.Server2003)]
    public void An_IPv6_VIP_is_refused_where_the_host_model_is_fixed(ScriptRelease release)
    {
        ScriptRefusedException refused = Assert.Throws<ScriptRefusedException>(() => ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Change, ScriptLab.IPv6)));
        Assert.Contains("Server 2008 or later", refused.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("224.0.0.1", "a multicast address")]
    [InlineData("127.0.0.1", "a loopback address")]
    [InlineData("169.254.1.1", "a link-local address")]
    [InlineData("255.255.255.255", "the broadcast address")]
    public void An_address_that_no_host_can_have_is_refused(string vip, string kind)
    {
        foreach (ScriptLanguage language in new[] { ScriptLanguage.Cmd, ScriptLanguage.PowerShell, ScriptLanguage.Module })
        {
            var service = new DsrService([IPAddress.Parse(vip)], trafficInterface: "net");
            var request = new ScriptRequest { Release = ScriptRelease.Server2022, Language = language, Service = service, Loopback = "loopback" };
            Assert.Contains($"{vip} is {kind}", Assert.Throws<ScriptRefusedException>(() => ScriptMaker.Make(request)).Reason, StringComparison.Ordinal);
        }
    }

    /// <summary>Where the VIP needs a wider mask, that mask makes a subnet, which has two addresses that nobody has.</summary>
    [Theory]
    [InlineData("192.0.2.0", "the network address")]
    [InlineData("192.0.2.255", "the broadcast address")]
    public void An_end_of_the_subnet_that_is_asked_for_is_refused(string vip, string kind)
    {
        var service = new DsrService([IPAddress.Parse(vip)], trafficInterface: "net");
        var request = new ScriptRequest { Release = ScriptRelease.Server2003, Service = service, Loopback = "loopback", PrefixLength = 24 };
        Assert.Contains($"{vip} is {kind} of 192.0.2.0/24", Assert.Throws<ScriptRefusedException>(() => ScriptMaker.Make(request)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScriptRelease.WindowsVista, true)]
    [InlineData(ScriptRelease.Server2008, true)]
    [InlineData(ScriptRelease.Server2008R2, false)]
    public void One_profile_for_all_adapters_is_warned_of(ScriptRelease release, bool isWarned) => Assert.Equal(
        isWarned,
        ScriptMaker.Make(ScriptLab.Request(release, ScriptPart.Change, ScriptLab.IPv4)).Contains("one firewall profile for all adapters", StringComparison.Ordinal));
}
