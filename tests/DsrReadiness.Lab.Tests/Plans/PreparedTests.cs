using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Lab.Tests.Scripts;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A prepared server is one thing, whoever asks: plans, scripts with and without a snapshot.</summary>
public sealed class PreparedTests
{
    [Theory]
    [InlineData("192.0.2.10")]
    [InlineData("2001:db8::10")]
    [InlineData("192.0.2.10 2001:db8::10")]
    public async Task A_script_of_a_service_sets_what_a_plan_sets_on_a_blank_adapter(string vips)
    {
        DsrService service = ScriptLab.Service(vips.Split(' '));
        Plan plan = Planner.Plan(await new Admin(ScriptLab.Build(ScriptRelease.Server2019)).LookAsync(), service, new PlanOptions { Loopback = "loopback" });
        ScriptPlan ofPlan = ScriptPlan.Of(plan, null);
        ScriptPlan ofService = ScriptPlan.Of(
            service, ReleaseFacts.Of(ScriptRelease.Server2019), Place.Given(Role.Traffic, "net"), Place.Given(Role.Loopback, "loopback"), null);

        // The adapter is made by hand there; an address that Windows gave itself, what is off already and what is not installed are only seen by looking.
        IEnumerable<string> planned = Settings(ofPlan).Where(each => !each.Contains("169.254.", StringComparison.Ordinal));
        Assert.Empty(planned.Except(Settings(ofService)));
        Assert.DoesNotContain(Settings(ofService).Except(planned), each => !each.StartsWith(nameof(LoopbackDevice), StringComparison.Ordinal) && !each.StartsWith(nameof(Dhcp), StringComparison.Ordinal)
            && !each.StartsWith(nameof(NetBios), StringComparison.Ordinal) && !each.StartsWith("Binding ms_server", StringComparison.Ordinal) && !each.StartsWith(nameof(Advertising), StringComparison.Ordinal));
        Assert.Equal(5, Settings(ofService).Count(each => each.StartsWith(nameof(Binding), StringComparison.Ordinal)));
        Assert.Equal(service.Families.Count, Settings(ofService).Count(each => each.StartsWith(nameof(InterfaceMetric), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_metric_of_a_loopback_made_by_hand_is_set_and_that_of_the_built_in_one_never()
    {
        DsrService service = StartingState.ServiceOf(["192.0.2.10"]);
        LabServer byHand = Build().Loopback("Loopback", on => on.Address("192.0.2.10/32", skipAsSource: true)).Build();
        var builtIn = new Place(Role.Loopback, InterfaceRef.BuiltInLoopback("Loopback Pseudo-Interface 1"), 1, "Loopback Pseudo-Interface 1");

        Assert.Contains((await new Admin(byHand).PlanAsync(service)).Changes, change => change.Text == "Set the metric of Loopback (IPv4) to 254.");
        Assert.DoesNotContain(
            Prepared.For(service, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => builtIn), null, Scope.All, null), setting => setting is InterfaceMetric);
    }

    [Theory]
    [InlineData("2001:db8::10", 128, 32)]
    [InlineData("2001:db8::10", 128, 64)]
    [InlineData("2001:db8::10", 128, 127)]
    [InlineData("192.0.2.10", 32, 24)]
    [InlineData("192.0.2.10", 32, 31)]
    public async Task A_prefix_that_is_not_a_host_s_is_removed_and_added_since_it_cannot_be_changed(string vip, int host, int prefix)
    {
        LabServer server = Build().Loopback("Loopback", on => on.Address($"{vip}/{prefix}", skipAsSource: true)).Build();
        var admin = new Admin(server);
        Plan plan = await admin.PlanAsync(StartingState.ServiceOf([vip]));

        string[] texts = [.. plan.Changes.Where(change => change.CheckId is "V01" or "V02").Select(change => change.Text)];
        Assert.Equal([$"Remove {vip} from Loopback, where its prefix is wider than one host.", $"Add {vip}/{host} to Loopback, skipped as source."], texts);
        string script = ScriptMaker.Make(new ScriptRequest { Release = ScriptRelease.Server2019, Language = ScriptLanguage.PowerShell, Service = plan.Service, Plan = plan });
        int removed = script.IndexOf($"Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress {vip}", StringComparison.Ordinal);
        Assert.InRange(removed, 1, script.IndexOf($"New-NetIPAddress -InterfaceIndex $loopback -IPAddress {vip} -PrefixLength {host}", StringComparison.Ordinal));
    }

    /// <summary>A loopback that nothing tells the purpose of may be another product's: an own one is made beside it.</summary>
    [Theory]
    [InlineData("nothing", true)]
    [InlineData("10.0.0.9/24", true)]
    [InlineData("169.254.7.7/32", true)]
    [InlineData("10.0.0.9/32", false)]
    [InlineData("weak host send", false)]
    [InlineData("weak host receive", false)]
    public async Task A_loopback_that_visibly_serves_VIPs_is_used_for_others(string has, bool isMade)
    {
        LabServer server = Build().Loopback("Loopback", on => _ = has switch
        {
            "nothing" => on,
            "weak host send" => on.WeakHost(receive: false),
            "weak host receive" => on.WeakHost(send: false),
            _ => on.Address(has),
        }).Build();
        Plan plan = await new Admin(server).PlanAsync(StartingState.ServiceOf(["192.0.2.10"]));
        Assert.False(plan.IsRefused);
        Assert.Equal(isMade, plan.Changes.Any(change => change.Text == "Create a KM-TEST loopback adapter."));
    }

    [Fact]
    public async Task A_VIP_that_is_there_is_made_right_in_place_and_taking_it_off_warns()
    {
        DsrService service = StartingState.ServiceOf(["192.0.2.10"]);
        var admin = new Admin(Build().Loopback("Loopback", on => on.Address("192.0.2.10/32")).Build());
        Plan plan = await admin.PlanAsync(service);
        Assert.Contains("Make 192.0.2.10 on Loopback a persistent address that is skipped as source.", plan.Changes.Select(change => change.Text));
        Assert.All(plan.Changes, change => Assert.Null(change.Warning));

        await admin.ApplyAsync(plan);
        Change removal = (await admin.PlanRemovalAsync(service)).Changes.Single(change => change.Text == "Remove 192.0.2.10 from Loopback.");
        Assert.Equal("This takes the address out of service: drain the server at the balancer first, and do not be connected through it.", removal.Warning);
    }

    /// <summary>A rule whose conditions Windows did not take would let more in: they are read back before it is enabled.</summary>
    [Theory]
    [InlineData("tcp/443", "Protocol TCP LocalPort 443")]
    [InlineData("udp/5000-5100", "Protocol UDP LocalPort 5000-5100")]
    public async Task A_firewall_rule_is_made_disabled_proved_and_then_enabled(string port, string conditions)
    {
        Plan plan = await new Admin(Build().Loopback("Loopback", on => on.Address("192.0.2.10/32", skipAsSource: true)).Build()).PlanAsync(StartingState.ServiceOf(["192.0.2.10"], port));
        Change[] steps = [.. plan.Changes.Where(change => change.CheckId == "W01")];
        string id = "DsrReadiness-192.0.2.10-" + port.Replace('/', '-');
        Assert.Equal([$"Create firewall rule {id}, which allows {port} to 192.0.2.10 from any address, disabled.", $"Enable firewall rule {id}."], steps.Select(step => step.Text));
        Assert.Equal("LocalAddress 192.0.2.10 " + conditions, string.Join(' ', steps[0].Options.Select(option => option.Name + " " + (option.Value is object?[] many ? string.Join(',', many) : option.Value))));
        Assert.Equal(["MSFT_NetAddressFilter", "MSFT_NetProtocolPortFilter"], steps[0].Proofs.Select(proof => proof.Row.Class.Name));
        Assert.Equal((long)RuleEnabled.False, steps[0].To[NetFirewallRuleClass.Enabled]);
        Assert.Equal([(CimStore.Active, (object?)(long)RuleEnabled.True)], steps[1].Proofs.Select(proof => (proof.Store, proof.State[NetFirewallRuleClass.Enabled])));
    }

    [Theory]
    [InlineData(LabOmittedStore.BothStores)]
    [InlineData(LabOmittedStore.ActiveStoreOnly)]
    public async Task Router_advertisements_of_the_loopback_are_switched_off_and_undo_switches_them_on(LabOmittedStore omitted)
    {
        DsrService service = StartingState.ServiceOf(["2001:db8::10"]);
        LabServer server = Build().Loopback("Loopback", on => on.Address("2001:db8::10/128", skipAsSource: true)).Build();
        server.Behaviour.OmittedStore = omitted;
        Assert.Null(server.Backdoor.Execute(Do.Set(On.Interface(server.IndexOf("Loopback"), IPFamily.IPv6, CimStore.Active), NetIPInterfaceClass.Advertising, 1L)).Failure);
        var admin = new Admin(server);
        Assert.Equal(Outcome.Failed, await OutcomeAsync());

        await admin.ApplyAsync(service);
        Assert.Equal(Outcome.Passed, await OutcomeAsync());
        await admin.UndoAllAsync();
        Assert.Equal(Outcome.Failed, await OutcomeAsync());

        async Task<Outcome> OutcomeAsync() => (await admin.JudgeAsync(service)).Results.Single(result => result.Id == "N03").Outcome;
    }

    [Fact]
    public async Task What_a_disabled_adapter_keeps_for_its_next_start_is_put_back()
    {
        LabServer server = Build().Loopback("Loopback", on => on.Address("192.0.2.10/32", skipAsSource: true)).Build();
        var admin = new Admin(server);
        await admin.ApplyAsync(StartingState.ServiceOf(["192.0.2.10"]));
        CimQuery stored = On.Interface(server.IndexOf("Loopback"), IPFamily.IPv4, CimStore.Persistent);
        Assert.True(server.Backdoor.Read(stored).Rows!.Single().Get(NetIPInterfaceClass.InterfaceMetric).Is(254));
        Assert.Null(server.Backdoor.Execute(CimOperation.Invoke(On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.Name, "Loopback")), "Disable")).Failure);

        await admin.UndoAllAsync();

        Assert.False(server.Backdoor.Read(stored).Rows!.Single().Get(NetIPInterfaceClass.InterfaceMetric).Is(254));
    }

    private static LabServerBuilder Build() => new LabServerBuilder("WEB01")
        .Nic("net", nic => nic.Address("192.0.2.11/24").Address("2001:db8::11/64").Gateway("192.0.2.1").Gateway("2001:db8::1")).Listens("tcp/443").Listens("tcp/443", "::");

    private static string[] Settings(ScriptPlan plan) => [.. plan.Changes.Select(change => change.Do.Name + " " + change.Do.Words)];
}
