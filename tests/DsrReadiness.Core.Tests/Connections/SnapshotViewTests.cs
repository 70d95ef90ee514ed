using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Connections;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Connections;

public sealed class SnapshotViewTests
{
    private static readonly Snapshot s_ready = Server.Ready().Build();
    private static readonly Snapshot s_strong = Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)).Build();

    [Fact]
    public void A_ready_server_that_answers_needs_no_word() => Assert.Equal(Result(ConnectionOutcome.Answered), Beside(s_ready, Result(ConnectionOutcome.Answered)));

    [Fact]
    public void A_failed_check_explains_a_packet_without_answer()
    {
        ConnectionResult result = Beside(s_strong, Result(ConnectionOutcome.NoAnswer));

        Assert.Equal(["M01"], result.Explains);
        Assert.Contains("fails M01: ", result.Reason);
        Assert.Null(result.Disagreement);
    }

    [Fact]
    public void A_failed_check_and_an_answer_disagree() => Assert.Contains("fails M01, and the server answered", Beside(s_strong, Result(ConnectionOutcome.Answered)).Disagreement);

    [Fact]
    public void A_ready_server_without_answer_shows_what_checks_cannot_see() =>
        Assert.Contains("What they cannot see: other firewalls", Beside(s_ready, Result(ConnectionOutcome.NoAnswer)).Disagreement);

    [Fact]
    public void What_a_snapshot_does_not_know_is_named()
    {
        Snapshot denied = Server.Ready().Fail(NetTcpConnectionClass.Class, CimStore.None, FailureKind.AccessDenied).Build();

        Assert.Contains("does not know S01", Beside(denied, Result(ConnectionOutcome.NoAnswer)).Disagreement);
    }

    [Theory]
    [InlineData("SRV19A", "192.0.2.99", true)]
    [InlineData("srv19a.example.com", "192.0.2.99", true)]
    [InlineData("10.9.8.7", Server.Dip, true)]
    [InlineData("SRV19B", "192.0.2.99", false)]
    public void A_snapshot_is_known_by_name_or_address(string name, string address, bool isKnown) =>
        Assert.Equal(isKnown, Beside(s_strong, Result(ConnectionOutcome.NoAnswer, name, address)).Explains.Count > 0);

    [Theory]
    [InlineData(ConnectionOutcome.NotAsked)]
    [InlineData(ConnectionOutcome.Unresolved)]
    public void What_was_not_asked_is_held_against_nothing(ConnectionOutcome outcome) => Assert.Equal(Result(outcome), Beside(s_strong, Result(outcome)));

    private static ConnectionResult Beside(Snapshot snapshot, ConnectionResult result) =>
        new SnapshotView([snapshot], new ConnectionRequest([result.VirtualIPAddress], [result.Port], [])).Beside(result);

    private static ConnectionResult Result(ConnectionOutcome outcome, string name = "SRV19A", string address = Server.Dip) =>
        new(IPAddress.Parse(Server.Vip), s_port, name, outcome, "Something is so.") { Address = IPAddress.Parse(address) };

    private static readonly ConnectionPort s_port = ConnectionPort.Parse("443");
}
