using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Lab.Tests.Scripts;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Settings;

/// <summary>
/// Each setting on each release and for each family: without it its check fails; a plan sets it and undoing takes it back; a batch file sets it and another takes it back. The same cases are run in PowerShell by
/// <c>Pester/Advice.Tests.ps1</c>, with the cmdlets of Windows and with what the check advises.
/// </summary>
public sealed class SettingTests
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Place s_anyLoopback = Place.Given(Role.Loopback, SettingCases.Loopback) with { Reference = InterfaceRef.Adapter("{0C3A7B1E-0000-4000-8000-000000000009}", @"ROOT\NET\0000", SettingCases.Loopback), Index = 9 };
    private static readonly Place s_anyTraffic = Place.Given(Role.Traffic, SettingCases.Traffic) with { Index = 7 };

    public static TheoryData<ScriptRelease, string> Cases()
    {
        var data = new TheoryData<ScriptRelease, string>();
        foreach (ReleaseFacts facts in ReleaseTable.All)
        {
            foreach (SettingCase each in Of(facts))
                data.Add(facts.Release, each.ToString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_missed_and_set_and_taken_back(ScriptRelease release, string name)
    {
        ReleaseFacts facts = ReleaseFacts.Of(release);
        DsrService service = SettingCases.Service(facts);
        Admin admin = await PrepareAsync(release, service);
        SettingCase it = SettingCases.Of(facts, await PlaceAsync(admin, service, Role.Loopback), await PlaceAsync(admin, service, Role.Traffic)).Single(each => each.ToString() == name);
        Assert.Equal(Outcome.Passed, await AskAsync(admin, service, it.CheckId));
        foreach (Setting wrong in it.Wrong)
            await MakeAsync(admin, service, wrong);
        IReadOnlyList<string> without = ServerState.Of(admin.Server);
        Assert.Equal(Outcome.Failed, await AskAsync(admin, service, it.CheckId));

        Plan plan = await admin.PlanAsync(service);
        Assert.Contains(it.Right.Text, plan.Changes.Select(change => change.Text));
        ApplyReport report = await admin.ApplyAsync(plan);
        Assert.True(report.Result == ApplyResult.Applied, report.Reason);
        Assert.Equal(Outcome.Passed, await AskAsync(admin, service, it.CheckId));
        Assert.Empty((await admin.PlanAsync(service)).Changes);
        await admin.UndoAsync(report.Run!.Id);
        PlanAndApplyTests.AssertSame(PutBack(without, it), ServerState.Of(admin.Server));

        if (Batch(facts, admin, it, plan) is not { } batch)
            return;
        if (IsNeverPutBack(it))
            await MakeAsync(admin, service, it.Wrong[^1]);
        var netsh = new Netsh(admin.Server, release, hasUpdates: true);
        Assert.Equal(0, CmdScript.Run(Write(facts, batch, ScriptPart.Change), netsh.Run));
        Assert.Equal(Outcome.Passed, await AskAsync(admin, service, it.CheckId));
        Assert.Equal(0, CmdScript.Run(Write(facts, batch, ScriptPart.Undo), netsh.Run));
        PlanAndApplyTests.AssertSame(Comparable(PutBack(without, it), facts), Comparable(ServerState.Of(admin.Server), facts));
    }

    /// <summary>A device is made by hand or by a plan, which have tests of their own, and a name is given by a plan to what it makes.</summary>
    [Fact]
    public void Every_setting_is_among_them() => Assert.Equal(
        typeof(Setting).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Setting))).Select(type => type.Name).Except([nameof(LoopbackDevice), nameof(AdapterName)]).Order(),
        ReleaseTable.All.SelectMany(Of).Select(each => each.Right.Name).Distinct().Order());

    /// <summary>The same cases for PowerShell; with DSR_UPDATE_SETTINGS=1 they are written anew.</summary>
    [Fact]
    public void PowerShell_runs_the_same_cases()
    {
        ReleaseFacts facts = ReleaseFacts.Of(ScriptRelease.Server2025);
        string[] lines = [.. Of(facts).Select(each => JsonSerializer.Serialize(
            new { each.CheckId, each.Right.Text, Without = each.Wrong.SelectMany(wrong => wrong.PowerShell(Shell.Script(facts, null)).Commands) }, s_plain))];
        string path = Repository.PathOf("Pester", "Settings.jsonl");
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_SETTINGS") == "1")
            File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(lines, File.ReadAllLines(path));
    }

    /// <summary>What a batch file of the release is made of; null if the release has no command for the setting, and then there are words instead.</summary>
    private static ScriptPlan? Batch(ReleaseFacts facts, Admin admin, SettingCase it, Plan plan)
    {
        // wmic takes an index, older tools names alone.
        string?[] names = facts.HasStores.Value ? [null, admin.Server.IndexOf(SettingCases.Loopback).ToString(CultureInfo.InvariantCulture)] : [null];
        foreach (string? loopback in names)
        {
            // There is no plan where nothing can be read, and what a disabled adapter has is only seen when it is enabled.
            ScriptPlan batch = facts.HasStores.Value && it.Right is not AdapterEnabled ? ScriptPlan.Of(plan, loopback) : Alone(it, facts, plan.Service);
            ShellText text = new CmdFrame().Text(batch.Changes.Single(change => change.Do.Words == it.Right.Words).Do, Shell.Script(facts, batch.First));
            if (text.Commands.Count > 0)
                return batch;
            Assert.True(text.ByHand is not null || it.CheckId == "A08", "A static address ends DHCP; all else is said.");
        }

        return null;
    }

    private static ScriptPlan Alone(SettingCase it, ReleaseFacts facts, DsrService service)
    {
        Setting Named(Setting setting) => (setting is Address vip && !facts.HostPrefix.Value ? vip with { PrefixLength = 24 } : setting) with { On = setting.On is { } on ? Place.Given(on.Role, on.Alias) : null };
        return new ScriptPlan(null, service, [new ScriptChange(Named(it.Right), Named(it.Wrong[^1]))], []);
    }

    /// <summary>What stood on an interface that answers for it.</summary>
    private static bool IsNeverPutBack(SettingCase it) => it.Right.On?.Role == Role.Answering;

    private static IReadOnlyList<string> PutBack(IReadOnlyList<string> state, SettingCase it) =>
        !IsNeverPutBack(it) ? state : [.. state.Where(line => !line.Contains($" address {SettingCases.Traffic} {((Address)it.Right).IP}/", StringComparison.Ordinal))];

    private static string Write(ReleaseFacts facts, ScriptPlan plan, ScriptPart part) => new ScriptWriter(facts, new CmdFrame(), "\r\n").Write(plan, part);

    /// <summary>Older tools end DHCP with the first address, and switch it on where they take that away.</summary>
    private static IReadOnlyList<string> Comparable(IReadOnlyList<string> state, ReleaseFacts facts) =>
        facts.HasStores.Value ? state : [.. state.Select(line => line.Replace(" dhcp Enabled", " dhcp Disabled", StringComparison.Ordinal))];

    private static IEnumerable<SettingCase> Of(ReleaseFacts facts) => SettingCases.Of(facts, s_anyLoopback, s_anyTraffic);

    /// <summary>A server on which everything is as it should be, by ours.</summary>
    private static async Task<Admin> PrepareAsync(ScriptRelease release, DsrService service)
    {
        LabServer server = new LabServerBuilder("WEB01")
            .Windows(ScriptLab.WindowsOf(release))
            .Nic(SettingCases.Traffic, nic => nic.Address("192.0.2.11/24").Gateway("192.0.2.1").Address("2001:db8::11/64").Gateway("2001:db8::1").Dns("192.0.2.53"))
            .Loopback(SettingCases.Loopback)
            .Listens("tcp/443").Listens("tcp/443", "::")
            .Build();
        var admin = new Admin(server);
        ApplyReport report = await admin.ApplyAsync(Planner.Plan(await admin.LookAsync(), service, new PlanOptions { Loopback = SettingCases.Loopback }));
        Assert.True(report.Result == ApplyResult.Applied, report.Reason);
        return admin;
    }

    private static async Task<HostContext> ContextAsync(Admin admin, DsrService service) => new CheckContext(await admin.LookAsync(), service);

    private static async Task<Place> PlaceAsync(Admin admin, DsrService service, Role role)
    {
        string alias = role == Role.Traffic ? SettingCases.Traffic : SettingCases.Loopback;
        Assert.True((await ContextAsync(admin, service)).Topology.Find(admin.Server.IndexOf(alias)).TryGet(out HostInterface? found, out Missing? missing), missing?.Reason);
        return Place.Existing(found!, role);
    }

    private static async Task MakeAsync(Admin admin, DsrService service, Setting setting)
    {
        if (setting is Address { On.Role: Role.Answering } vip) // Which this project never does.
        {
            Assert.Null(admin.Server.Backdoor.Execute(Do.CreateAddress(vip.On!.Index!.Value, vip.IP.ToString(), vip.PrefixLength, vip.IsSkipped)).Failure);
            return;
        }

        var other = new Admin(admin.Server);
        Change[] changes = [.. setting.Missing(new Now(await ContextAsync(other, service)))];
        Assert.NotEmpty(changes);
        ApplyReport report = await other.ApplyAsync(new Plan(admin.Server.ComputerName, service, changes, []) { IsPart = true });
        Assert.True(report.Result == ApplyResult.Applied, report.Reason);
    }

    private static async Task<Outcome> AskAsync(Admin admin, DsrService service, string id)
    {
        admin.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        return (await admin.JudgeAsync(service)).Results.Where(result => result.Id == id).Select(result => result.Outcome).OrderByDescending(outcome => outcome == Outcome.Failed).First();
    }
}
