using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A question may stand for an hour. Whatever happens to the server meanwhile is seen before anything is done.</summary>
public sealed class WaitingQuestionTests
{
    private const string Vip = "192.0.2.10";
    private static readonly DsrService s_service = new([IPAddress.Parse(Vip)], [ServicePort.Parse("tcp/443")], trafficInterface: "Ethernet");

    public static TheoryData<WorldChange, bool> Changes
    {
        get
        {
            var data = new TheoryData<WorldChange, bool>();
            foreach (WorldChange change in Enum.GetValues<WorldChange>())
            {
                data.Add(change, false);
                data.Add(change, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task While_any_question_waits_the_world_may_change(WorldChange change, bool whileUndoing)
    {
        int questions = 0;
        for (int question = 1; questions == question - 1; question++)
        {
            LabServer server = New();
            var admin = new Admin(server);
            Plan plan = await admin.PlanAsync(s_service);
            int asked = 0;
            bool Answer(Change about)
            {
                if (++asked == question)
                {
                    questions = question;
                    server.Clock.Advance(TimeSpan.FromHours(1));
                    change.Happen(server);
                }

                return true;
            }

            if (!whileUndoing)
                admin.Observer.Answer = Answer;
            ApplyReport applied = await admin.ApplyAsync(plan);
            Assert.Empty(ServerState.AnsweringHolders(server, s_service.VirtualIPAddresses));
            if (whileUndoing)
                admin.Observer.Answer = Answer;
            server.Clock.Advance(TimeSpan.FromMinutes(1));
            if (applied.Run is not null)
                await admin.UndoAsync(applied.Run.Id);
            Assert.Empty(ServerState.AnsweringHolders(server, s_service.VirtualIPAddresses));
            Assert.Empty(ServerState.Holders(server, s_service.VirtualIPAddresses));
            if (questions == question)
                Assert.Equal(Storage(Same(change)), Storage(server));
        }

        Assert.True(questions > 5, $"{questions} questions");
    }

    [Fact]
    public async Task A_value_that_somebody_sets_meanwhile_is_theirs_and_outlives_undo()
    {
        LabServer server = New();
        var admin = new Admin(server);
        admin.Observer.Answer = about =>
        {
            if (about.CheckId == "M01")
                WorldChange.ByHand.Happen(server);
            return true;
        };
        ApplyReport report = await admin.ApplyAsync(s_service);
        Assert.Equal(ApplyResult.Applied, report.Result);
        await admin.UndoAsync(report.Run!.Id);
        Assert.Equal([1L, 1L], Receive(server));
    }

    [Fact]
    public async Task A_value_that_somebody_sets_otherwise_ends_the_run_and_is_left()
    {
        LabServer server = UntouchedServer.New().Server;
        var admin = new Admin(server);
        admin.Observer.Answer = about =>
        {
            if (about.Text.Contains("metric", StringComparison.Ordinal))
                server.Backdoor.Execute(Do.Set(On.Interface(server.IndexOf("DSR Loopback"), IPFamily.IPv4, CimStore.Active), NetIPInterfaceClass.InterfaceMetric, 77L));
            return true;
        };
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Failed, report.Result);
        Assert.Contains("somebody changed it", report.Reason);
        Assert.Contains("77", report.Reason);
    }

    [Fact]
    public async Task Undo_says_where_a_vip_stands_that_somebody_moved()
    {
        LabServer server = New();
        var admin = new Admin(server);
        string run = (await admin.ApplyAsync(s_service)).Run!.Id;
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
            server.Backdoor.Execute(CimOperation.Delete(On.Address(Vip, store)));
        server.Backdoor.Execute(Do.CreateAddress(server.IndexOf("Storage"), Vip, 32));
        ApplyReport report = await admin.UndoAsync(run);
        Assert.Contains(report.Left, step => step.Note!.Contains("stands on Storage, where this run did not put it", StringComparison.Ordinal));
        Assert.Contains(report.Left, step => step.Note!.Contains($"Remove-NetIPAddress -InterfaceIndex {server.IndexOf("Storage")} -IPAddress {Vip}", StringComparison.Ordinal));
        Assert.NotEmpty(ServerState.Holders(server, s_service.VirtualIPAddresses));
    }

    [Fact]
    public async Task A_plan_that_was_carried_out_is_not_carried_out_again()
    {
        var admin = new Admin(New());
        Plan plan = await admin.PlanAsync(s_service);
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(plan)).Result);
        int changes = admin.Server.Calls.Count(call => call.IsChange);
        ApplyReport again = await admin.ApplyAsync(plan);
        Assert.Equal(ApplyResult.Refused, again.Result);
        Assert.Contains("Make a new plan", again.Reason);
        Assert.Equal(changes, admin.Server.Calls.Count(call => call.IsChange));
    }

    [Fact]
    public async Task A_plan_that_was_declined_before_its_first_change_can_be_carried_out()
    {
        var admin = new Admin(New());
        Plan plan = await admin.PlanAsync(s_service);
        admin.Observer.Answer = _ => false;
        Assert.Equal(ApplyResult.Declined, (await admin.ApplyAsync(plan)).Result);
        admin.Observer.Answer = _ => true;
        Assert.Equal(ApplyResult.Applied, (await admin.ApplyAsync(plan)).Result);
    }

    private static LabServer New() => new LabServerBuilder("WEB01")
        .Nic("Ethernet", "192.0.2.11/24", "192.0.2.1").Loopback("DSR Loopback").Nic("Storage", "198.51.100.11/24").Listens("tcp/443").Build();

    private static LabServer Same(WorldChange change)
    {
        LabServer server = New();
        change.Happen(server);
        return server;
    }

    private static string[] Storage(LabServer server) => [.. ServerState.Of(server).Where(line => line.Contains("Storage", StringComparison.Ordinal))];

    private static long[] Receive(LabServer server) => [.. new[] { CimStore.Active, CimStore.Persistent }.Select(store =>
        (long)server.Backdoor.Read(On.Interface(server.IndexOf("Ethernet"), IPFamily.IPv4, store)).Rows![0].Get(NetIPInterfaceClass.WeakHostReceive).Value)];
}
