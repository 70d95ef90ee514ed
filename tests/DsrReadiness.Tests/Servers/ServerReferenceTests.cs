using System;
using System.Collections;
using System.IO;
using System.Linq;
using DsrReadiness.Output;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Servers;

public sealed class ServerReferenceTests
{
    public static TheoryData<object?> Nothing => [null, string.Empty, " ", "\t\r\n", Array.Empty<object>(), new object?[] { "WEB01", null }, new object?[] { "WEB01", "" }];

    public static TheoryData<object> Strangers => [5, DateTime.UnixEpoch, new Hashtable { ["ComputerName"] = "WEB01" }, Some.Verdict()];

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_names_nothing_is_an_error_and_never_this_computer(object? value) =>
        Assert.Throws<ArgumentException>(() => ServerReference.Resolve(value));

    [Theory]
    [InlineData("web 01")]
    [InlineData("web*")]
    [InlineData("web01;reboot")]
    [InlineData("web01\u001b[2J")]
    [InlineData("\\\\web01")]
    public void What_is_no_computer_name_is_an_error(string text) => Assert.Throws<ArgumentException>(() => ServerReference.Resolve(text));

    [Theory]
    [InlineData("WEB01.json")]
    [InlineData("WEB01.JSON")]
    [InlineData("rows.xml")]
    [InlineData("web08-ipv4.txt")]
    [InlineData("docs/samples/server2019-one-nic.json")]
    [InlineData(".\\pool\\*.json")]
    [InlineData("C:\\pool\\WEB01")]
    [InlineData("\\\\share\\pool\\WEB01.json")]
    public void A_path_is_an_error_that_says_how_a_file_is_read(string text)
    {
        string message = Assert.Throws<ArgumentException>(() => ServerReference.Resolve(text)).Message;

        Assert.StartsWith($"'{text}' is a file, not a server.", message, StringComparison.Ordinal);
        Assert.Contains("Import-DsrSnapshot", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web01\u001b[2J.json")]
    [InlineData("pool/web01\u001b[2J")]
    public void A_path_is_shown_safely(string text) =>
        Assert.DoesNotContain('\u001b', Assert.Throws<ArgumentException>(() => ServerReference.Resolve(text)).Message);

    [Theory]
    [InlineData("web*")]
    [InlineData("\\\\web01")]
    public void What_is_neither_a_name_nor_a_path_is_said_to_be_no_name(string text) =>
        Assert.Contains("is not a computer name", Assert.Throws<ArgumentException>(() => ServerReference.Resolve(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_an_error_that_says_how_it_is_read() =>
        Assert.StartsWith("'WEB01.json' is a file, not a server.", Assert.Throws<ArgumentException>(() => ServerReference.Resolve(new FileInfo("WEB01.json"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("WEB01")]
    [InlineData("web01.lab.example")]
    [InlineData("json.example")]
    [InlineData("192.0.2.11")]
    [InlineData("fe80::1%7")]
    public void A_text_names_a_computer(string text)
    {
        var server = Assert.IsType<DsrServer>(ServerReference.Resolve(text));

        Assert.Equal(text, server.Name);
        Assert.Equal(text, server.ToString());
        Assert.Equal(DsrServerKind.Computer, server.Kind);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("LOCALHOST")]
    [InlineData("::1")]
    public void The_names_of_this_computer_mean_it(string text) =>
        Assert.Equal(DsrServerKind.ThisComputer, Assert.IsType<DsrServer>(ServerReference.Resolve(text)).Kind);

    [Fact]
    public void A_session_is_known_by_the_name_of_its_type_or_of_one_above_it()
    {
        var server = Assert.IsType<DsrServer>(ServerReference.Resolve(new DerivedSession("WEB02")));

        Assert.Equal(("WEB02", DsrServerKind.Session), (server.Name, server.Kind));
    }

    [Fact]
    public void A_local_session_names_this_computer() =>
        Assert.Equal(Environment.MachineName, Assert.IsType<DsrServer>(ServerReference.Resolve(new DerivedSession(null))).Name);

    [Fact]
    public void A_server_is_itself_and_an_imported_snapshot_is_its_server()
    {
        DsrServer server = Some.Server("WEB01");
        var snapshot = new DsrSnapshot(Some.Snapshot(), "file.json");

        Assert.Same(server, ServerReference.Resolve(server));
        Assert.Same(snapshot.Server, ServerReference.Resolve(snapshot));
        Assert.Equal(DsrServerKind.Snapshot, snapshot.Server.Kind);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void What_is_unknown_is_returned_unchanged(object stranger)
    {
        Assert.Same(stranger, ServerReference.Resolve(stranger));
        Assert.Null(ServerReference.TryResolve(stranger));
    }

    [Fact]
    public void A_list_is_taken_apart_and_what_is_unknown_in_it_stays()
    {
        var list = new ArrayList { "WEB01", Some.Server("WEB02"), 5 };

        object[] resolved = Assert.IsType<object[]>(ServerReference.Resolve(list));

        Assert.Equal(["WEB01", "WEB02"], resolved.OfType<DsrServer>().Select(server => server.Name));
        Assert.Equal(5, resolved[2]);
        Assert.Null(ServerReference.TryResolve(list));
    }

    [Fact]
    public void The_name_in_a_snapshot_is_made_safe_to_show() => Assert.Equal("WEB\\u001B01", Some.Server("WEB\u001b01").Name);

    private sealed class DerivedSession(string? name) : Microsoft.Management.Infrastructure.CimSession(name);
}
