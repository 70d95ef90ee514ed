using System;
using System.Threading.Tasks;
using DsrReadiness.Desired;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>Scripts of plans for servers that are wrong in one way.</summary>
public sealed class PlanScriptTests
{
    private static readonly DsrService s_service = ScriptLab.Service(ScriptLab.IPv4);

    [Fact]
    public async Task A_VIP_on_an_answering_interface_leaves_it_and_is_never_put_back()
    {
        LabServer server = Build(nic: nic => nic.Address("192.0.2.10/32"));
        Assert.Contains("-IPAddress 192.0.2.10 -Confirm:$false", await WriteAsync(server), StringComparison.Ordinal);
        string undo = await WriteAsync(server, ScriptPart.Undo);
        Assert.Contains("192.0.2.10 is not put back", undo, StringComparison.Ordinal);
        Assert.DoesNotContain("New-NetIPAddress", undo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_only_has_wrong_settings_is_left_to_the_module()
    {
        LabServer server = Build(loopback => loopback.Address("192.0.2.10/32"));
        var refused = await Assert.ThrowsAsync<ScriptRefusedException>(() => WriteAsync(server));
        Assert.Contains("192.0.2.10 is there already and only its settings are wrong", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_refused_makes_no_script()
    {
        LabServer two = new LabServerBuilder("WEB01").Nic("One", "192.0.2.11/24", "192.0.2.1").Nic("Two", "192.0.2.12/24", "192.0.2.1").Listens("tcp/443").Build();
        var service = new DsrService([System.Net.IPAddress.Parse(ScriptLab.IPv4)]);
        var refused = await Assert.ThrowsAsync<ScriptRefusedException>(async () => Make(await new Admin(two).PlanAsync(service), ScriptPart.Change));
        Assert.Contains("There is no plan: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_VIP_out_of_service_closes_the_door_first_and_its_undo_opens_it_last()
    {
        var admin = new Admin(Build());
        await admin.ApplyAsync(s_service);
        Plan removal = RemovalPlanner.Plan(await admin.LookAsync(), s_service);
        AssertInOrder(
            Make(removal, ScriptPart.Change),
            "Set-NetIPInterface -InterfaceIndex $traffic -AddressFamily IPv4 -WeakHostReceive Disabled",
            "Remove-NetFirewallRule",
            "Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10",
            "Set-NetIPInterface -InterfaceIndex $loopback -AddressFamily IPv4 -WeakHostSend Disabled");
        AssertInOrder(
            Make(removal, ScriptPart.Undo),
            "Set-NetIPInterface -InterfaceIndex $loopback -AddressFamily IPv4 -WeakHostSend Enabled",
            "New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PrefixLength 32",
            "Set-NetIPInterface -InterfaceIndex $traffic -AddressFamily IPv4 -WeakHostReceive Enabled");
    }

    [Fact]
    public async Task A_VIP_that_leaves_an_interface_that_answers_for_it_is_not_put_back()
    {
        LabServer server = new LabServerBuilder("WEB01").Nic("net", nic => nic.Address("192.0.2.11/24").Address("192.0.2.10/24").Gateway("192.0.2.1")).Build();
        Plan removal = await new Admin(server).PlanRemovalAsync(s_service);
        AssertInOrder(Make(removal, ScriptPart.Change), "takes 192.0.2.10 out of service on", "Remove-NetIPAddress -InterfaceIndex $answering -IPAddress 192.0.2.10");
        AssertInOrder(Make(removal, ScriptPart.Undo), "puts back 192.0.2.10 on", "192.0.2.10 is not put back: the interface that answers for it would answer for it.");
    }

    [Fact]
    public async Task The_adapter_itself_goes_by_hand_after_the_script_and_is_made_before_its_undo()
    {
        var admin = new Admin(Build());
        await admin.ApplyAsync(s_service);
        Plan removal = await admin.PlanRemovalAsync(s_service);
        Assert.Contains(removal.Changes, change => change.Text == "Remove the loopback adapter DSR Loopback.");
        string change = Make(removal, ScriptPart.Change);
        AssertInOrder(change, "takes 192.0.2.10 out of service on", "By hand, after this script:", "Remove the loopback adapter in Device Manager", "Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10");
        Assert.DoesNotContain("before this script", change, StringComparison.Ordinal);
        string undo = Make(removal, ScriptPart.Undo);
        AssertInOrder(undo, "puts back 192.0.2.10 on", "By hand, before this script:", "Make the adapter", "New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10");
        Assert.DoesNotContain("after this script", undo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_of_digits_alone_has_to_be_given_by_its_index()
    {
        LabServer server = new LabServerBuilder("WEB01").Nic("12", "192.0.2.11/24", "192.0.2.1").Loopback("loopback").Listens("tcp/443").Build();
        var service = new DsrService([System.Net.IPAddress.Parse(ScriptLab.IPv4)]);
        Plan plan = await PlanAsync(server, service);
        Assert.Contains("a name of digits alone", Assert.Throws<ScriptRefusedException>(() => Make(plan, ScriptPart.Change)).Message, StringComparison.Ordinal);
    }

    private static LabServer Build(Action<LabAdapterBuilder>? loopback = null, Action<LabAdapterBuilder>? nic = null) => new LabServerBuilder("WEB01")
        .Windows(LabWindows.Server2019)
        .Nic("net", each =>
        {
            each.Address("192.0.2.11/24").Gateway("192.0.2.1");
            nic?.Invoke(each);
        })
        .Loopback("loopback", each => loopback?.Invoke(each))
        .Listens("tcp/443")
        .Build();

    private static async Task<string> WriteAsync(LabServer server, ScriptPart part = ScriptPart.Change) => Make(await PlanAsync(server, s_service), part);

    private static async Task<Plan> PlanAsync(LabServer server, DsrService service) =>
        Planner.Plan(await new Admin(server).LookAsync(), service, new PlanOptions { Loopback = "loopback" });

    private static string Make(Plan plan, ScriptPart part) => ScriptMaker.Make(new ScriptRequest
    {
        Release = ScriptRelease.Server2019,
        Language = ScriptLanguage.PowerShell,
        Part = part,
        Service = plan.Service,
        Plan = plan,
    });

    private static void AssertInOrder(string script, params string[] lines)
    {
        int at = -1;
        foreach (string line in lines)
        {
            int next = script.IndexOf(line, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"'{line}' is not there, or not in this place:\n{script}");
            at = next;
        }
    }
}
