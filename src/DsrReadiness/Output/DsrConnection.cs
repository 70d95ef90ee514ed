using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Reports;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>What came of a real packet for a VIP to one server. Its properties are the parameters of the commands that it can be piped to.</summary>
public sealed class DsrConnection : DsrObject
{
    private readonly DsrService _service;

    internal DsrConnection(DsrServer server, DsrService service, ConnectionResult result, DateTimeOffset askedAt)
    {
        _service = service;
        Server = server;
        Result = result;
        ComputerName = SafeText.Of(server.Name);
        VirtualIPAddress = new DsrList<string>([result.VirtualIPAddress.ToString()]);
        Port = new DsrList<string>(result.Port.Protocol == ConnectionProtocol.Icmp ? [] : [Question]);
        Balancer = service.Balancers.Select(address => address.ToString()).ToDsrList();
        Check = new DsrList<string>(result.Explains);
        Warning = new DsrList<string>([.. result.Warnings.Select(SafeText.Of)]);
        Packet = PacketTexts.Of(result.Probe);
        ControlPacket = PacketTexts.Of(result.Control);
        AskedAt = askedAt;
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it was given.</summary>
    public string ComputerName { get; }

    /// <summary>What came of it.</summary>
    public ConnectionOutcome Outcome => Result.Outcome;

    /// <summary>What the service is called in its service file; null if it comes from none.</summary>
    public string? ServiceName => _service.Name;

    /// <summary>The VIP that the packet was for.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The port that was asked; empty for an ICMP echo.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>What was asked: <c>tcp/443</c>, <c>udp/53</c> or <c>icmp</c>.</summary>
    public string Question => Result.Port.ToString();

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<string> Balancer { get; }

    /// <summary>Where the server stands, as it was given; null if it was to be recognised.</summary>
    public DsrEnvironment? Environment => _service.Environment;

    /// <summary>The server's own address, by way of which the packet went; null if none is known.</summary>
    public string? Address => Result.Address?.ToString();

    /// <summary>The MAC address that the packet went to; null if nobody answered for the address.</summary>
    public string? LinkLayerAddress => Result.LinkLayerAddress;

    /// <summary>Who answers ARP or ND for the VIP, in words.</summary>
    public string AnsweredBy => SafeText.Of(Result.Claims);

    /// <summary>What is so.</summary>
    public string Reason => SafeText.Of(Result.Reason);

    /// <summary>What to do; null if nothing.</summary>
    public string? Recommendation => Safe(Result.Recommendation);

    /// <summary>A command that finds out more, ready to be pasted; null if there is none.</summary>
    public string? Command => Result.Command;

    /// <summary>The checks that could explain it, the likeliest first.</summary>
    public IReadOnlyList<string> Check { get; }

    /// <summary>What is wrong beside the outcome.</summary>
    public IReadOnlyList<string> Warning { get; }

    /// <summary>Where packet and snapshot of the server disagree; null if they do not, or there is none.</summary>
    public string? Disagreement => Safe(Result.Disagreement);

    /// <summary>How long the answer took, or was waited for; null if no packet was sent.</summary>
    public TimeSpan? Elapsed => Result.Probe?.Elapsed;

    /// <summary>What came of the same question for the server's own address: Answered, Silent, Refused, Unreachable, WrongSource or Failed; null if it was not asked.</summary>
    public string? Control => Result.Control?.Reply.ToString();

    /// <summary>What came of the packet in full, as texts by their names, such as <c>Attempts</c> and <c>Bytes</c>; empty if none was sent.</summary>
    public IReadOnlyDictionary<string, string> Packet { get; }

    /// <summary>The same of the packet for the server's own address.</summary>
    public IReadOnlyDictionary<string, string> ControlPacket { get; }

    /// <summary>The status of the HTTP response; null if there was none.</summary>
    public int? HttpStatus => Result.Probe?.Status;

    /// <summary>The TLS protocol that was agreed on; null if none.</summary>
    public string? TlsProtocol => Result.Probe?.Tls?.Protocol;

    /// <summary>Whom the server's certificate is for; null if it showed none.</summary>
    public string? CertificateSubject => Safe(Result.Probe?.Tls?.Certificate?.Subject);

    /// <summary>When the server's certificate expires; null if it showed none.</summary>
    public DateTimeOffset? CertificateNotAfter => Result.Probe?.Tls?.Certificate?.NotAfter;

    /// <summary>When the answer was known.</summary>
    public DateTimeOffset AskedAt { get; }

    internal ConnectionResult Result { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{ComputerName} {VirtualIPAddress[0]} {Question}: {Outcome}";

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Outcome), Outcome.ToString(), ConnectionText.InkOf(Outcome) },
        { nameof(Elapsed), Elapsed is { } time ? ConnectionJudge.Duration(time) : string.Empty },
        { nameof(Check), ViewText.Few(Check) },
        { nameof(Warning), ViewText.Paragraphs(Warning) },
    };

    private static string? Safe(string? text) => text is null ? null : SafeText.Of(text);
}
