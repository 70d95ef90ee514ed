using System;
using System.IO;
using System.Linq;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Reports.Documents;

public sealed class HtmlPathTests
{
    private static readonly string[] s_stations = ["arrives", "address", "weak receive", "firewall", "listener", "source", "weak send", "route"];

    [Fact]
    public void The_way_of_an_answered_packet_is_whole_and_waits_to_be_opened()
    {
        IElement way = Way(Server.Ready());
        Assert.False(way.HasAttribute("open"));
        Assert.Equal(s_stations, way.QuerySelectorAll("svg text").Select(text => text.TextContent).Where(s_stations.Contains));
        Assert.Equal(8, way.QuerySelectorAll("svg .sign.good").Length);
        Assert.Empty(way.QuerySelectorAll("svg .off"));
    }

    [Fact]
    public void A_lost_packet_is_marked_where_it_ends_and_its_way_is_broken_from_there_on()
    {
        IElement way = Way(Lost());
        Assert.True(way.HasAttribute("open"));
        Assert.Equal("✗", Assert.Single(way.QuerySelectorAll("svg .sign.bad")).TextContent);
        Assert.Equal("weak receive", Assert.Single(way.QuerySelectorAll("svg text.strong.bad")).TextContent);
        Assert.Equal(2, way.QuerySelectorAll("svg .sign.good").Length);
        Assert.Equal(5, way.QuerySelectorAll("svg .stop.off").Length);
        Assert.NotEmpty(way.QuerySelectorAll("svg .run.off"));
    }

    [Fact]
    public void A_drawing_has_a_title_a_description_and_the_same_in_words()
    {
        IElement way = Way(Lost());
        IElement svg = Assert.Single(way.QuerySelectorAll("svg"));
        Assert.Equal("img", svg.GetAttribute("role"));
        string[] labels = svg.GetAttribute("aria-labelledby")!.Split(' ');
        Assert.Equal(new[] { svg.QuerySelector("title")!.Id!, svg.QuerySelector("desc")!.Id! }, labels);
        Assert.EndsWith("is lost at the server", svg.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It ends at: weak receive. ", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, way.QuerySelectorAll("ol > li").Length);
        Assert.Contains("✗", way.QuerySelectorAll("ol > li")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_few_of_many_lost_packets_are_drawn()
    {
        IElement way = Way(Lost(), Server.Service().Ports("tcp/1", "tcp/2", "tcp/3", "tcp/4", "tcp/5", "tcp/6"));
        Assert.Equal(4, way.QuerySelectorAll("svg").Length);
        Assert.Contains("And 2 more", way.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, way.QuerySelectorAll("[id]").Select(each => each.Id).Distinct().Count());
    }

    [Fact]
    public void What_a_server_calls_itself_stays_text() =>
        Assert.Contains("<b>x</b>", Way(Lost(), computerName: "<b>x</b>").QuerySelector("svg")!.TextContent, StringComparison.Ordinal);

    private static Server Lost() => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.WeakHostReceive, DsrReadiness.Cim.Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));

    private static IElement Way(Server server, DsrService? service = null, string computerName = "WEB01")
    {
        Snapshot snapshot = server.Build(computerName);
        service ??= Server.Service();
        using var output = new MemoryStream();
        using var spool = new MemoryStream();
        var report = new HtmlReport(output, spool);
        report.Write(new ReportEntry(new CheckRunner(Catalogue.All).Run(snapshot, service), snapshot.CollectedAt, paths: PathTracer.Trace(snapshot, service)));
        report.End();
        return Assert.Single(new HtmlParser().ParseDocument(Encoding.UTF8.GetString(output.ToArray())).QuerySelectorAll("details.way"));
    }
}
