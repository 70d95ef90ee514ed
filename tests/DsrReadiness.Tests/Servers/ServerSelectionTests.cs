using DsrReadiness.Errors;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Servers;

public sealed class ServerSelectionTests
{
    private static readonly DsrServer s_one = Some.Server("LAB01");
    private static readonly DsrServer s_two = Some.Server("LAB02");

    [Fact]
    public void Without_anything_it_is_this_computer() => Assert.Equal(DsrServerKind.ThisComputer, Assert.Single(ServerSelection.Choose(null, null)).Kind);

    [Fact]
    public void Input_that_names_nothing_is_for_every_server_that_was_given() => Assert.Equal([s_one, s_two], ServerSelection.Choose(null, [s_one, s_two]));

    [Fact]
    public void Input_that_names_a_server_is_for_that_one() => Assert.Equal([s_two], ServerSelection.Choose([s_two], null));

    [Fact]
    public void Input_with_its_own_server_is_for_that_one_alone_of_those_given() => Assert.Equal([s_two], ServerSelection.Choose([s_two], [s_one, s_two]));

    [Fact]
    public void A_name_means_the_given_server_of_that_name() => Assert.Same(s_two, Assert.Single(ServerSelection.Choose([ServerConnector.Computer("lab02")], [s_one, s_two])));

    [Fact]
    public void A_server_that_was_not_given_is_refused()
    {
        var e = Assert.Throws<FailureException>(() => ServerSelection.Choose([ServerConnector.Computer("WEB01")], [s_one, s_two]));

        Assert.Equal(nameof(Failures.ServerMismatch), e.Failure.Id);
    }

    [Fact]
    public void Input_with_its_own_server_means_that_one_whatever_the_default_is() => Assert.Equal([s_one], ServerSelection.Choose([s_one], [s_two], isDefault: true));

    [Fact]
    public void A_mere_name_does_not_get_past_the_default() =>
        Assert.Throws<FailureException>(() => ServerSelection.Choose([ServerConnector.Computer("WEB01")], [s_one, s_two], isDefault: true));

    [Fact]
    public void One_computer_has_one_lane_however_it_is_spelled()
    {
        Assert.Equal(ServerConnector.Computer("web01").Lane, ServerConnector.Computer("WEB01").Lane);
        Assert.NotEqual(ServerConnector.Computer("WEB01").Lane, ServerConnector.Computer("WEB02").Lane);
        Assert.NotEqual(Some.Server("LAB01").Lane, Some.Server("LAB01").Lane);
    }

    [Fact]
    public void Another_snapshot_of_the_same_name_is_another_server() =>
        Assert.Throws<FailureException>(() => ServerSelection.Choose([Some.Server("LAB01")], [s_one]));
}
