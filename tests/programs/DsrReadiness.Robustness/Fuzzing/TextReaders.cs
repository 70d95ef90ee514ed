using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Firewall;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots.Netsh;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Readers of texts and messages that are no files of ours.</summary>
internal static class TextReaders
{
    private static readonly byte[] s_question = DnsMessage.Question(0x1234, "www.example.com", DnsRecordType.A);
    private static readonly ConsoleHost s_nobody = new() { OpenInput = () => Stream.Null, Output = Stream.Null, Error = Stream.Null, Variable = _ => null };
    private static readonly IPAddress[] s_addresses = [.. ((string[])["192.0.2.10", "192.0.2.0", "0.0.0.0", "255.255.255.255", "2001:db8::10", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"]).Select(IPAddress.Parse)];
    private static readonly int[] s_ports = [0, 1, 80, 443, 5000, 65535];

    public static string[] NetshWords { get; } = [":", " : ", "enabled", "disabled", "dhcp", "connected", "4294967296", "1500 bytes", "ethernet_7", "loopback_0", "---", "\r\n", "\n\n", "\t", "Loopback Pseudo-Interface 1", "netsh interface ipv6", ">"];

    public static string[] RuleWords { get; } =
    [
        "192.0.2.10", "192.0.2.0/24", "192.0.2.0/255.255.255.0", "192.0.2.1-192.0.2.9", "2001:db8::/32", "::ffff:192.0.2.1", "fe80::1%7", "LocalSubnet", "LocalSubnet4", "Any", "*", "RPC", "RPC-EPMap", "IPHTTPS", "Teredo", "443",
        "80-443", "0", "65535", "65536", "tcp/443", "udp/5000-5003", "icmp/192.0.2.10", "tcp/192.0.2.10:443", "tcp/[2001:db8::10]:443", "/", "-", "%", "::", "0x", "010", "1.2.3", " ", "\n", "\u0661", "\uFF11",
    ];

    public static string[] CommandLineWords { get; } =
    [
        "test", "plan", "path", "script", "netsh", "compare", "demo", "--vip", "--port", "--balancer", "--probe", "--client", "--interface", "--environment", "--strict", "--format", "--output", "--service", "--earlier", "--pool",
        "--for", "--loopback", "--help", "--version", "--", "-", "-h", "/?", "@file", "[suggest]", "=", ":", "json", "table", "192.0.2.10", "tcp/443", "Server2008", "\n", "", " ", "\"", "WEB01.json",
    ];

    public static IEnumerable<byte[]> NetshSeeds() => [];

    public static IEnumerable<byte[]> RuleSeeds() => RuleWords.Select(Encoding.UTF8.GetBytes);

    public static IEnumerable<byte[]> DnsSeeds()
    {
        byte[] head = [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0, .. s_question.AsSpan(12)];
        yield return [.. head, 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 10, 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 11];
        yield return [.. head, 0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xC0, 16, 3, (byte)'w', (byte)'e', (byte)'b', 0, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 11];
        yield return [.. head[..3], 0x83, .. head.AsSpan(4, 2), 0, 0, .. head.AsSpan(8)];
    }

    public static IEnumerable<byte[]> CommandLineSeeds() => ((string[])
    [
        "test\nWEB01.json\n--vip\n192.0.2.10\n--port\ntcp/443\n--balancer\n192.0.2.5\n--probe\ntcp/192.0.2.10:443\n--client\n198.51.100.0/24\n--format\njson\n--output\nout.json\n--strict",
        "plan\nWEB01.json\n--vip=192.0.2.10\n--loopback\nLoopback", "script\n--for\nServer2008\n--vip\n192.0.2.10", "compare\na.json\nb.json\n--service\ns.json", "path\n-\n--vip\n2001:db8::10", "netsh\n--help", "demo", "--version",
    ]).Select(Encoding.UTF8.GetBytes);

    /// <summary>Texts of netsh: read, or refused by a <see cref="NetshTextException"/>, as of either family.</summary>
    public static bool Netsh(byte[] input) => Netsh(input, IPFamily.IPv4) | Netsh(input, IPFamily.IPv6);

    /// <summary>Addresses, prefixes, ports and probes: what is read is written so that it reads the same; and two readers of rules that know nothing of each other agree.</summary>
    public static bool Rules(byte[] input)
    {
        bool isAny = false;
        foreach (string text in Encoding.UTF8.GetString(input).Split('\n'))
        {
            isAny |= Same(text, each => AddressText.TryParse(each, out IPAddress? address) ? address : null);
            isAny |= Same(text, each => IPPrefix.TryParse(each, out IPPrefix? prefix) ? prefix : null);
            isAny |= Same(text, each => OrRefused(() => ServicePort.Parse(each)));
            isAny |= Same(text, each => OrRefused(() => Probe.Parse(each)));
            AgreeOnAddresses(text);
            AgreeOnPorts(text);
        }

        return isAny;
    }

    /// <summary>Answers of a DNS server: a reply, or null.</summary>
    public static bool Dns(byte[] input)
    {
        DnsReply? reply = DnsMessage.Read(input, s_question);
        Promise.Holds(reply is null || reply.Addresses.Count * 14 <= input.Length, "there are more addresses than the answer has room for");
        return reply is not null;
    }

    /// <summary>Command lines, an argument a line: a request, or a <see cref="UsageException"/>.</summary>
    public static bool CommandLine(byte[] input)
    {
        try
        {
            new DsrCommandLine(s_nobody, new Messages(Stream.Null)).Parse(Encoding.UTF8.GetString(input).Split('\n'));
            return true;
        }
        catch (UsageException e)
        {
            Promise.Holds(e.Messages.Count > 0 && e.Messages.All(message => message.Length > 10), "the usage is wrong, and nothing is said of it");
            Trial.LastRefusal = e.Messages[0];
            return false;
        }
    }

    private static bool Netsh(byte[] input, IPFamily family)
    {
        try
        {
            return NetshInterfaceReader.Read(new MemoryStream(input), "input", family).Select(each => each.ToRow(family)).Count() > 1;
        }
        catch (NetshTextException e)
        {
            return Promise.Refused(e, "input:");
        }
    }

    private static bool Same(string text, Func<string, object?> read)
    {
        if (read(text) is not { } value)
            return false;
        Promise.Holds(read(value.ToString()!) is { } again && again.ToString() == value.ToString(), $"{value.GetType().Name} is read of its own text differently: '{text}' as '{value}'");
        return true;
    }

    private static object? OrRefused(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (ServiceDefinitionException e)
        {
            Promise.Holds(e.Message.Length > 10, "the refusal says nothing");
            return null;
        }
    }

    private static void AgreeOnAddresses(string text)
    {
        if (!RuleAddresses.TryParse(text, out IPRange range))
            return;
        foreach (IPAddress address in s_addresses)
        {
            bool? literal = LiteralText.IsAddress(text, address);
            Promise.Holds(literal is null || literal == range.Contains(address), $"two readers of a rule disagree whether '{text}' holds {address}");
        }
    }

    private static void AgreeOnPorts(string text)
    {
        ValueList<PortRange> ports = RulePorts.Read(new Field<IReadOnlyList<string>>([text]));
        if (ports.Unreadable is not null || ports.Keywords.Count > 0)
            return;
        foreach (int port in s_ports)
        {
            bool? literal = LiteralText.IsPort(text, port);
            bool holds = ports.IsAny || ports.Values.Any(range => range.First <= port && port <= range.Last);
            Promise.Holds(literal is null || literal == holds, $"two readers of a rule disagree whether '{text}' holds port {port}");
        }
    }
}
