using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots.Netsh;

namespace DsrReadiness.Tests.Netsh;

public sealed class NetshInterfaceReaderTests
{
    private static readonly string[] s_lines = NetshSample.Lines();

    public static TheoryData<string, string> Saved => new()
    {
        { "utf-8", "net" }, { "utf-16", "net" }, { "utf-16BE", "net" }, { "us-ascii", "net" },
    };

    [Fact]
    public void Every_interface_becomes_a_row_with_what_the_text_tells()
    {
        IReadOnlyList<CimRow> rows = Rows(NetshSample.Text(s_lines));
        Assert.Equal(NetshSample.Interfaces.Count, rows.Count);
        foreach ((CimRow row, NetshSample.Shown shown) in rows.Zip(NetshSample.Interfaces))
        {
            Assert.Equal(
                (shown.Index, shown.Alias, shown.Metric, shown.Mtu, shown.Dad),
                (Get(row, NetIPInterfaceClass.InterfaceIndex), Get(row, NetIPInterfaceClass.InterfaceAlias), Get(row, NetIPInterfaceClass.InterfaceMetric), Get(row, NetIPInterfaceClass.NlMtu), Get(row, NetIPInterfaceClass.DadTransmits)));
            Assert.Equal(
                (shown.Sends ? Toggle.Enabled : Toggle.Disabled, shown.Receives ? Toggle.Enabled : Toggle.Disabled, IPFamily.IPv4),
                (Get(row, NetIPInterfaceClass.WeakHostSend), Get(row, NetIPInterfaceClass.WeakHostReceive), Get(row, NetIPInterfaceClass.AddressFamily)));
            Assert.Equal((Toggle.Disabled, ConnectionState.Connected), (Get(row, NetIPInterfaceClass.Forwarding), Get(row, NetIPInterfaceClass.ConnectionState)));
            Assert.False(row.TryGetRaw(NetIPInterfaceClass.Dhcp, out _));
        }
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(29, false)]
    [InlineData(23, true)]
    [InlineData(21, true)]
    [InlineData(21, false)]
    public void The_lines_of_every_release_are_read(int lines, bool hasCompartment) => Assert.Equal(
        Rows(NetshSample.Text(s_lines)).Select(WeakHost),
        Rows(NetshSample.Text(NetshSample.Lines(lines: lines, hasCompartment: hasCompartment))).Select(WeakHost));

    [Fact]
    public void Labels_may_be_in_any_language()
    {
        string[] lines = NetshSample.Lines(label: Turned, title: each => "\u041F\u0430\u0440\u0430\u043C\u0435\u0442\u0440\u044B " + each, unit: "\u0431\u0430\u0439\u0442");
        Assert.Equal(NetshSample.Interfaces.Select(each => each.Alias), Rows(NetshSample.Text(lines)).Select(row => Get(row, NetIPInterfaceClass.InterfaceAlias)));
        Assert.Equal(Rows(NetshSample.Text(s_lines)).Select(WeakHost), Rows(NetshSample.Text(lines)).Select(WeakHost));
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public void A_text_is_read_as_PowerShell_and_cmd_save_it(string encoding, string alias)
    {
        var with = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. with.GetPreamble(), .. with.GetBytes(NetshSample.Text(s_lines))];
        Assert.Equal(alias, Get(Rows(bytes)[1], NetIPInterfaceClass.InterfaceAlias));
    }

    [Fact]
    public void In_a_code_page_that_is_not_named_the_interfaces_have_no_names()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(NetshSample.Text(NetshSample.Lines(label: each => each + "\u00E9")));
        CimRow row = Rows(bytes)[1];
        Assert.Equal(11u, Get(row, NetIPInterfaceClass.InterfaceIndex));
        Assert.False(row.TryGetRaw(NetIPInterfaceClass.InterfaceAlias, out _));
    }

    [Fact]
    public void A_prompt_around_the_text_is_passed_over_unless_it_names_the_other_family()
    {
        string[] pasted = [@"C:\> netsh interface ipv4 show interface level=verbose", .. s_lines, @"C:\>"];
        Assert.Equal(4, Rows(NetshSample.Text(pasted)).Count);
        Assert.Contains("is one for ipv4", Refused(NetshSample.Text(pasted), IPFamily.IPv6).Message, StringComparison.Ordinal);
    }

    /// <summary>What was changed after the answer is not in it.</summary>
    [Theory]
    [InlineData(@"C:\>netsh int ipv4 set int 11 weakhostreceive=enabled", "netsh int ipv4 set int 11 weakhostreceive=enabled")]
    [InlineData("netsh interface ipv4>set interface 11 weakhostreceive=enabled", "set interface 11 weakhostreceive=enabled")]
    [InlineData(@"PS C:\Temp> Set-NetIPInterface 11 -WeakHostReceive Enabled", "Set-NetIPInterface 11 -WeakHostReceive Enabled")]
    public void A_command_below_the_answer_is_refused(string line, string command)
    {
        NetshTextException refused = Refused(NetshSample.Text([.. s_lines, line]), IPFamily.IPv4);
        Assert.Equal(s_lines.Length + 1, refused.Line);
        Assert.EndsWith($"found the command '{command}' below the answer, which may have changed what it shows; save one answer alone, taken after all changes.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, Rows(NetshSample.Text([line, .. s_lines, @"C:\>exit"])).Count); // Above it, the answer knows of the change.
    }

    [Theory]
    [InlineData("routes", "Get-NetRoute | Export-Clixml NetRoute.xml", "Publish  Type      Met  Prefix                    Idx  Gateway/Interface Name", "-------  --------  ---  ------------------------  ---  ------------------------", "No       Manual    256  0.0.0.0/0                   7  192.168.11.1")]
    [InlineData("addresses", "Get-NetIPAddress | Export-Clixml NetIPAddress.xml", "Configuration for interface \"Ethernet\"", "    DHCP enabled:                         No", "    IP Address:                           192.168.11.11")]
    [InlineData("addresses", "Get-NetIPAddress | Export-Clixml NetIPAddress.xml", "Interface 7: Ethernet", "", "Addr Type  DAD State   Valid Life Pref. Life Address", "---------  ----------- ---------- ---------- ------------------------", "Manual     Preferred     infinite   infinite 192.168.11.11")]
    public void Other_answers_are_refused_with_what_brings_the_same(string what, string command, params string[] lines)
    {
        NetshTextException refused = Refused(NetshSample.Text(lines), IPFamily.IPv4);
        Assert.Equal(1, refused.Line);
        Assert.EndsWith($"found {what}, which are not read from texts, as their words are translated; save the objects: {command}.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData(">> ")]
    [InlineData("> > ")]
    [InlineData(">")]
    public void A_text_that_a_mail_quotes_is_read(string mark) => Assert.Equal(
        Rows(NetshSample.Text(s_lines)).Select(WeakHost), Rows(NetshSample.Text([.. s_lines.Select(line => mark + line)])).Select(WeakHost));

    /// <summary>What is quoted may be an older answer to the same question, and what is not a newer one, or the other way about.</summary>
    [Theory]
    [InlineData(0, 132)]
    [InlineData(100, 132)]
    [InlineData(33, 34)]
    public void A_text_that_a_mail_quotes_in_part_is_refused(int from, int to)
    {
        string[] quoted = [.. s_lines[from..Math.Min(to, s_lines.Length)].Select(line => "> " + line)];
        foreach (string mark in new[] { string.Empty, "> " })
        {
            NetshTextException refused = Refused(NetshSample.Text([.. s_lines.Concat(quoted).Select(line => mark + line)]), IPFamily.IPv4);
            Assert.Equal(s_lines.Length + 1, refused.Line);
            Assert.Contains("expected that all lines are quoted, or none", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("```", "```")]
    [InlineData("```text", "```")]
    [InlineData("~~~~", "~~~~")]
    public void A_text_between_the_fences_of_Markdown_is_read(string first, string last)
    {
        Assert.Equal(4, Rows(NetshSample.Text([first, .. s_lines, last])).Count);
        Assert.Equal(4, Rows(NetshSample.Text([.. new[] { first }.Concat(s_lines).Append(last).Select(line => "> " + line)])).Count);
    }

    /// <summary>Two labels of equal length in a code page that is not named are two all the same.</summary>
    [Fact]
    public void Bytes_that_are_not_known_are_told_apart()
    {
        string[] lines = NetshSample.Lines(label: each => each switch { "State" => "\u00D7\u00B4\u00CC\u00AC", "Metric" => "\u00D4\u00BE\u00B5\u00E3", _ => each });
        Assert.Equal(Rows(NetshSample.Text(s_lines)).Select(WeakHost), Rows(Encoding.Latin1.GetBytes(NetshSample.Text(lines))).Select(WeakHost));
        lines = NetshSample.Lines(label: each => each is "State" or "Metric" ? "\u00D7\u00D7" : each);
        NetshTextException refused = Assert.Throws<NetshTextException>(() => Rows(Encoding.Latin1.GetBytes(NetshSample.Text(lines))));
        Assert.Contains("found '\uFFFD\uFFFD' twice in one interface", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"C:\ipv6>netsh interface ipv4 show interface level=verbose")]
    [InlineData(@"PS C:\Temp\ipv6 texts> netsh int ipv4 show int level=verbose > ipv6.txt")]
    [InlineData("netsh interface ipv4>show interface level=verbose")]
    public void The_folder_of_a_prompt_is_no_family(string prompt) => Assert.Equal(4, Rows(NetshSample.Text([prompt, .. s_lines])).Count);

    [Theory]
    [InlineData(@"C:\ipv4>netsh interface ipv6 show interface level=verbose")]
    [InlineData("netsh interface ipv6>show interface level=verbose")]
    public void The_family_of_a_command_is(string prompt) => Assert.Contains("is one for ipv6", Refused(NetshSample.Text([prompt, .. s_lines]), IPFamily.IPv4).Message, StringComparison.Ordinal);

    [Fact]
    public void The_kind_in_a_LUID_may_be_in_capitals() => Assert.Equal(
        Rows(NetshSample.Text(s_lines)).Select(WeakHost),
        Rows(NetshSample.Text([.. s_lines.Select(line => line.Replace("ethernet_", "Ethernet_", StringComparison.Ordinal).Replace("loopback_", "Loopback_", StringComparison.Ordinal))])).Select(WeakHost));

    [Fact]
    public void The_table_is_refused_with_the_option_that_it_lacks()
    {
        string[] table =
        [
            "Idx     Met         MTU          State                Name", "---  ----------  ----------  ------------  ---------------------------",
            "  1          50  4294967295  connected     Loopback Pseudo-Interface 1", " 12          25        1500  connected     Ethernet",
        ];
        NetshTextException refused = Refused(NetshSample.Text(table), IPFamily.IPv6);
        Assert.Equal(1, refused.Line);
        Assert.Contains("without level=verbose, which lacks the host model; save what netsh interface ipv6 show interface level=verbose shows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_refused_is_refused_with_its_line_and_what_was_meant()
    {
        void Expect(int? line, string words, params string[] lines)
        {
            NetshTextException refused = Refused(NetshSample.Text(lines), IPFamily.IPv4);
            Assert.Equal((line, true), (refused.Line, refused.Message.Contains(words, StringComparison.Ordinal)));
        }

        Expect(null, "found 0 interface(s)");
        Expect(1, "found 'Hello', expected the title of an interface", "Hello");
        Expect(2, "expected the title of an interface", [.. s_lines[..2], .. s_lines[3..]]);
        Expect(null, "expected text", "a\0b");
        Expect(22, "found 'aktiviert', expected enabled or disabled (Weak Host Sends)", Replaced(21, "disabled", "aktiviert"));
        Expect(6, "found 'nothing', expected connected or disconnected".Replace("'nothing'", "nothing", StringComparison.Ordinal), Replaced(5, "connected", string.Empty));
        Expect(19, "found 'perhaps', expected enabled, disabled or dhcp", Replaced(18, "dhcp", "perhaps"));
        Expect(5, "expected the index of an interface", Replaced(4, ": 1", ": 0"));
        Expect(22, "found 'Weak Host Receives', expected Weak Host Sends here", Swapped(21, 22));
        Expect(38, "found 1 a second time", [.. s_lines[..37], "IfIndex                            : 1", .. s_lines[38..]]);
        Expect(35, "found an interface of 29 lines, expected 30", Without(65));
        Expect(null, "found 1 interface(s)", s_lines[..33]);
        Expect(null, "show interface level=verbose", s_lines[33..]);
    }

    [Fact]
    public void A_text_is_never_read_beyond_bounds()
    {
        NetshTextException refused = Assert.Throws<NetshTextException>(() => NetshInterfaceReader.Read(new MemoryStream(new byte[(4 * 1024 * 1024) + 1]), "big.txt", IPFamily.IPv4));
        Assert.StartsWith("big.txt: the file is larger", refused.Message, StringComparison.Ordinal);
    }

    internal static IReadOnlyList<CimRow> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    internal static (uint, Toggle, Toggle, uint, Toggle) WeakHost(CimRow row) => (
        Get(row, NetIPInterfaceClass.InterfaceIndex), Get(row, NetIPInterfaceClass.WeakHostSend), Get(row, NetIPInterfaceClass.WeakHostReceive), Get(row, NetIPInterfaceClass.InterfaceMetric), Get(row, NetIPInterfaceClass.Forwarding));

    /// <summary>A label that no language has.</summary>
    internal static string Turned(string label) => new string(label.Reverse().Select(c => c == ' ' ? c : (char)(c + 0x400)).ToArray());

    private static CimRow[] Rows(byte[] bytes) => NetshInterfaceReader.Read(new MemoryStream(bytes), "ipv4.txt", IPFamily.IPv4).Select(each => each.ToRow(IPFamily.IPv4)).ToArray();

    private static NetshTextException Refused(string text, IPFamily family) =>
        Assert.Throws<NetshTextException>(() => NetshInterfaceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "ipv4.txt", family));

    private static T Get<T>(CimRow row, CimProperty<T> property) => row.Get(property).Value;

    private static string[] Replaced(int at, string old, string value)
    {
        string[] lines = [.. s_lines];
        Assert.EndsWith(old, lines[at], StringComparison.Ordinal);
        lines[at] = lines[at][..^old.Length] + value;
        return lines;
    }

    private static string[] Swapped(int one, int other)
    {
        string[] lines = [.. s_lines];
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return lines;
    }

    private static string[] Without(int at) => [.. s_lines[..at], .. s_lines[(at + 1)..]];
}
