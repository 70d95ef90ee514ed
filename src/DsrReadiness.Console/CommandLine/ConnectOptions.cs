using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Connections;
using DsrReadiness.Services;
using static DsrReadiness.Console.CommandLine.OptionText;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What <c>dsr connect</c> was asked to do.</summary>
internal sealed class ConnectRequest
{
    /// <summary>The VIPs; none if a file names them.</summary>
    public required IReadOnlyList<IPAddress> VirtualIPAddresses { get; init; }

    public required IReadOnlyList<ConnectionPort> Ports { get; init; }

    /// <summary>Names or addresses, as given.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    public required IReadOnlyList<IPAddress> Balancers { get; init; }

    public required ConnectionTalk Talk { get; init; }

    public Payload? Payload { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>The service file, and which of its services; null for none.</summary>
    public ServiceWish? Services { get; init; }

    /// <summary>Snapshots of the servers: files and patterns, as given.</summary>
    public required IReadOnlyList<string> Snapshots { get; init; }

    public ConnectFormat Format { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output { get; init; }
}

/// <summary>What results of packets are written as.</summary>
internal enum ConnectFormat
{
    Table,
    Json,
    JUnit,
    Nagios,
}

/// <summary>The options of <c>dsr connect</c>.</summary>
internal sealed class ConnectOptions
{
    private const int LongestTimeout = 60;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(3);

    private readonly Option<string[]> _vips = Repeatable("--vip");
    private readonly Option<string[]> _ports = Repeatable("--port");
    private readonly Option<string[]> _servers = Repeatable("--server");
    private readonly Option<string[]> _balancers = Repeatable("--balancer");
    private readonly Option<bool> _tls = new("--tls") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _hostName = new("--host-name");
    private readonly Option<bool> _skip = new("--skip-certificate-check") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _path = new("--path");
    private readonly Option<string> _expect = new("--expect");
    private readonly Option<string> _payload = new("--payload");
    private readonly Option<string> _timeout = new("--timeout");
    private readonly Option<string[]> _snapshots = Repeatable("--snapshot");
    private readonly Option<string> _file = new("--service");
    private readonly Option<string> _name = new("--service-name");
    private readonly Option<string> _format = new("--format");
    private readonly Option<string> _output = new("--output");

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _vips, _ports, _servers, _balancers, _tls, _hostName, _skip, _path, _expect, _payload, _timeout, _snapshots, _file, _name, _format, _output })
            command.Add(option);
    }

    /// <summary>Reads what is asked; what is wrong is added to the errors, and the answer is then null.</summary>
    public ConnectRequest? Read(ParseResult parsed, List<string> errors)
    {
        foreach (Option<string> option in new[] { _hostName, _path, _payload, _timeout, _expect, _file, _name, _output })
        {
            if (parsed.GetResult(option) is not null && string.IsNullOrWhiteSpace(parsed.GetValue(option)))
                errors.Add($"{option.Name} is given but blank: give its value, or leave it out.");
        }

        if (errors.Count > 0)
            return null;
        IPAddress[] vips = Each(parsed, _vips, ServiceText.ReadAddress, errors);
        ConnectionPort[] ports = Each(parsed, _ports, ConnectionPort.Parse, errors);
        IPAddress[] balancers = Each(parsed, _balancers, ServiceText.ReadAddress, errors);
        string[] servers = parsed.GetValue(_servers) ?? [];
        Payload? payload = One(parsed, _payload, Payload.Parse, errors);
        ConnectionTalk talk = ReadTalk(parsed, errors);
        TimeSpan timeout = ReadTimeout(parsed.GetValue(_timeout), errors);
        ConnectFormat format = ReadFormat(parsed.GetValue(_format), errors);
        RequireWho(parsed, ports, servers, payload, errors);
        return errors.Count > 0 ? null : new ConnectRequest
        {
            VirtualIPAddresses = [.. vips.Distinct()],
            Ports = [.. ports.Distinct()],
            Servers = [.. servers.Distinct(StringComparer.OrdinalIgnoreCase)],
            Balancers = balancers,
            Talk = talk,
            Payload = payload,
            Timeout = timeout,
            Services = parsed.GetValue(_file) is { } file ? new ServiceWish(file, parsed.GetValue(_name) is { } name ? [name] : []) : null,
            Snapshots = parsed.GetValue(_snapshots) ?? [],
            Format = format,
            Output = parsed.GetValue(_output),
        };
    }

    /// <summary>Why a datagram to a port has nothing to say; null if it has.</summary>
    public static string? WhyNoPayload(IEnumerable<ConnectionPort> ports, Payload? payload) =>
        Payload.FirstMute(ports, payload) is { } mute
            ? $"--payload is missing: for {mute} say what to send, such as --payload text:hello, or hexadecimal digits."
            : null;

    private void RequireWho(ParseResult parsed, ConnectionPort[] ports, string[] servers, Payload? payload, List<string> errors)
    {
        if (servers.Any(string.IsNullOrWhiteSpace))
            errors.Add("--server is given but blank: give a name or an address.");
        if (parsed.GetResult(_file) is not null)
        {
            foreach (Option option in new Option[] { _vips, _ports, _balancers }.Where(option => parsed.GetResult(option) is not null))
                errors.Add($"{option.Name} and --service both say what is asked: give one of them.");
            return;
        }

        if (parsed.GetResult(_name) is not null)
            errors.Add("--service-name chooses from a service file: give the file with --service.");
        if (parsed.GetResult(_vips) is null)
            errors.Add("The virtual IP address is missing: give it as --vip 192.0.2.10, once for each address; or a service file with --service.");
        if (parsed.GetResult(_ports) is null)
            errors.Add("The port is missing: give it as --port tcp/443, udp/53 or icmp, once for each.");
        if (servers.Length == 0)
            errors.Add("The server is missing: give its name or own address as --server web01, once for each.");
        if (WhyNoPayload(ports, payload) is { } mute)
            errors.Add(mute);
    }

    private ConnectionTalk ReadTalk(ParseResult parsed, List<string> errors)
    {
        string? path = parsed.GetValue(_path);
        if (path is not null && !HttpText.IsPath(path))
            errors.Add($"--path: '{path}' is not the path of a request: write one such as /health, with %20 for a space.");
        int? expected = null;
        if (parsed.GetValue(_expect) is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) || status is < 100 or > 599)
                errors.Add($"--expect: '{text}' is not an HTTP status: write one such as 200.");
            else if (path is null)
                errors.Add("--expect is for an HTTP request: give its path with --path.");
            expected = status;
        }

        bool tls = parsed.GetValue(_tls);
        if (!tls && parsed.GetValue(_skip))
            errors.Add("--skip-certificate-check is for TLS: give --tls too.");
        string? host = parsed.GetValue(_hostName);
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            errors.Add($"--host-name: '{host}' is not a name: write one such as www.example.com.");
        return new ConnectionTalk { Tls = tls, HostName = host, SkipCertificateCheck = parsed.GetValue(_skip), Path = path, ExpectedStatus = expected };
    }

    private static TimeSpan ReadTimeout(string? text, List<string> errors)
    {
        if (text is null)
            return s_timeout;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0.1 and <= LongestTimeout)
            return TimeSpan.FromSeconds(seconds);
        errors.Add($"--timeout: '{text}' is not a time: write seconds from 0.1 to {LongestTimeout}.");
        return s_timeout;
    }

    private static ConnectFormat ReadFormat(string? text, List<string> errors)
    {
        if (text is null)
            return ConnectFormat.Table;
        foreach (ConnectFormat format in Enum.GetValues<ConnectFormat>())
        {
            if (string.Equals(format.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return format;
        }

        errors.Add($"--format: '{text}' is not a format: write table, json, junit or nagios.");
        return ConnectFormat.Table;
    }
}
