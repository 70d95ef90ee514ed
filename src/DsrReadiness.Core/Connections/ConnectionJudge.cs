using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Connections;

/// <summary>What follows from what was observed: which causes are left, which are ruled out, and what to do. A pure function of it.</summary>
internal static class ConnectionJudge
{
    private static readonly string[] s_ownsVip = ["V01", "V04", "A03"];
    private static readonly string[] s_hostModel = ["M01", "M02"];
    private static readonly string[] s_listener = ["S01", "S04"];
    private static readonly string[] s_firewall = ["W01", "W05"];

    public static ConnectionResult Judge(ConnectionEvidence seen)
    {
        ConnectionOutcome outcome = seen.Outcome;
        Conclusion conclusion = outcome switch
        {
            ConnectionOutcome.Answered => new(Answered(seen), null),
            ConnectionOutcome.NoAnswer => NoAnswer(seen),
            ConnectionOutcome.Refused => new(
                $"The server refused {seen.Port} for the VIP. Nothing listens there, and its firewall does not hide that: Windows' firewall sends no reset by default, so it is off or replaced.",
                "Start the service, or bind it to the VIP or to all addresses. Then see why the firewall lets a reset out.",
                [.. s_listener, "W04"]),
            ConnectionOutcome.Forwarded => new(
                "The server passed the packet for the VIP on instead of taking it: it does not own the VIP and forwards packets.",
                "Add the VIP to the server's loopback adapter, and switch forwarding off.",
                [.. s_ownsVip, "M07"]),
            ConnectionOutcome.WrongSource => new(
                $"The answer came from {seen.Probe.Source} instead of the VIP: clients drop it.",
                "Bind the UDP service to the VIP.",
                ["S05"]),
            ConnectionOutcome.TlsFailed => new(
                $"The connection was accepted, and the TLS handshake failed: {seen.Probe.Tls!.Failure}",
                "Bind a certificate to the VIP's address and port, or to all addresses. No check sees TLS bindings.",
                []),
            ConnectionOutcome.WrongCertificate => new(Certificate(seen), "Bind a certificate that is valid for the name that clients use. No check sees certificates.", []),
            ConnectionOutcome.WrongStatus => new(Status(seen), "See the web server's log and the service behind it. No check sees HTTP.", []),
            _ => new("This computer could not send the packet: " + (seen.Probe.Detail ?? "no reason is known."), null),
        };
        return new ConnectionResult(seen.VirtualIPAddress, seen.Port, seen.Server, outcome, conclusion.Reason)
        {
            Address = seen.Address,
            Recommendation = conclusion.Recommendation,
            Explains = conclusion.Explains,
            Command = conclusion.Explains.Count == 0 ? null : CommandFor(seen),
            Probe = seen.Probe,
            Control = seen.Control,
        };
    }

    /// <summary>How long something took, as people say it.</summary>
    public static string Duration(TimeSpan elapsed) => elapsed.TotalSeconds >= 1
        ? elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : elapsed.TotalMilliseconds.ToString(elapsed.TotalMilliseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    private static string Answered(ConnectionEvidence seen)
    {
        var parts = new List<string> { $"The server answered from the VIP in {Duration(seen.Probe.Elapsed)}." };
        if (seen.Probe.Tls is { Certificate: { } certificate } tls)
        {
            string unchecked_ = seen.Talk.SkipCertificateCheck ? ", not checked" : seen.Talk.HostName is null ? ", name not checked" : string.Empty;
            parts.Add($"{tls.Protocol}, certificate {certificate.Subject} until {Day(certificate.NotAfter)}{unchecked_}.");
        }

        if (seen.Probe.Status is { } status)
            parts.Add($"HTTP {status.ToString(CultureInfo.InvariantCulture)}.");
        if (seen.Control.Reply != Reply.Answered && seen.Port.Protocol != ConnectionProtocol.Icmp)
            parts.Add($"It does not answer on its own address {seen.Address}: a probe that asks there fails.");
        return string.Join(" ", parts);
    }

    private static Conclusion NoAnswer(ConnectionEvidence seen)
    {
        if (seen.Port.Protocol == ConnectionProtocol.Icmp)
            return NoEcho(seen);
        bool takesVip = seen.Echo?.Reply == Reply.Answered;
        string waited = $"Nothing came back within {Duration(seen.Probe.Elapsed)}.";
        string own = $"on its own address {seen.Address}";
        string[] isolated = seen.Port.Protocol == ConnectionProtocol.Udp ? ["S05"] : [];
        string udp = seen.Port.Protocol == ConnectionProtocol.Udp
            ? " A UDP service that answers from its own address looks the same where this computer's firewall drops such an answer."
            : string.Empty;
        const string Ping = " The server takes packets for the VIP: it answers a ping to it.";
        return (seen.Control.Reply, takesVip) switch
        {
            (Reply.Answered, true) => new(
                $"{waited} The service answers {own}.{Ping} So it is bound to its own address only, or the firewall allows {seen.Port} for that address only.{udp}",
                "Bind the service to the VIP or to all addresses, and allow the port for the VIP.",
                [.. s_listener, .. isolated, .. s_firewall]),
            (Reply.Answered, false) => new(
                $"{waited} The service answers {own}. So the server does not own the VIP, drops packets for it (weak host receive or send is off), is bound to its own address only, or its firewall does not allow {seen.Port} for the VIP.{udp}",
                "Judge the server with the checks named here.",
                [.. s_ownsVip, .. s_hostModel, .. s_listener, .. isolated, .. s_firewall]),
            (Reply.Refused, true) => new(
                $"{waited} The server refuses {seen.Port} {own}.{Ping} So its firewall drops the packet for the VIP.",
                "Allow the port for the VIP, and start the service.",
                [.. s_firewall, .. s_listener]),
            (Reply.Refused, false) => new(
                $"{waited} The server refuses {seen.Port} {own}: it sends resets, and none came for the VIP. So it does not own the VIP, drops packets for it (weak host receive or send is off), or its firewall drops them.",
                "Judge the server with the checks named here.",
                [.. s_ownsVip, .. s_hostModel, .. s_firewall, .. s_listener]),
            (_, true) => new(
                $"{waited} Nothing answers {own} either.{Ping} So nothing listens (Windows sends no reset by default), the service's backlog is full, or the firewall does not allow {seen.Port}.{udp}",
                "Start the service and allow the port for the VIP. The VIP itself and the host model are in order.",
                [.. s_listener, .. isolated, .. s_firewall]),
            _ => new(
                $"{waited} Nothing answers {own} either. Cannot tell apart: nothing listens (Windows sends no reset by default), the backlog is full, the firewall drops the packet, the server does not own the VIP, or weak host receive or send is off.{udp}",
                "Judge the server with the checks named here.",
                [.. s_listener, .. s_firewall, .. isolated, .. s_ownsVip, .. s_hostModel]),
        };
    }

    private static Conclusion NoEcho(ConnectionEvidence seen)
    {
        string waited = $"Nothing came back within {Duration(seen.Probe.Elapsed)}.";
        const string Judge = "Judge the server with the checks named here.";
        return seen.Control.Reply == Reply.Answered
            ? new(
                $"{waited} The server answers a ping on its own address {seen.Address}. So it does not own the VIP, drops packets for it (weak host receive or send is off), or its firewall allows no ping to it.",
                Judge,
                [.. s_ownsVip, .. s_hostModel, .. s_firewall])
            : new(
                $"{waited} It answers no ping on its own address {seen.Address} either: its firewall may allow none, as Windows' does not by default. Ask a port to learn more.",
                Judge,
                [.. s_firewall, .. s_ownsVip, .. s_hostModel]);
    }

    private static string Certificate(ConnectionEvidence seen)
    {
        if (seen.Probe.Tls?.Certificate is not { } certificate)
            return "The server showed no certificate.";
        string name = certificate.IsNameWrong && seen.Talk.HostName is not null
            ? $"it is for {Wording.Some(certificate.Names.Count > 0 ? [.. certificate.Names] : [certificate.Subject])}, not for {seen.Talk.HostName}"
            : string.Empty;
        string[] wrong = [.. new[] { name }.Concat(certificate.ChainProblems).Where(each => each.Length > 0)];
        return $"The certificate {certificate.Subject} (issued by {certificate.Issuer}, valid from {Day(certificate.NotBefore)} until {Day(certificate.NotAfter)}) is wrong: {Wording.Some(wrong, "; ")}.";
    }

    private static string Status(ConnectionEvidence seen)
    {
        string expected = seen.Talk.ExpectedStatus is { } status ? status.ToString(CultureInfo.InvariantCulture) : "200 to 399";
        return seen.Probe.Status is { } actual
            ? $"{seen.Talk.Path} gave HTTP {actual.ToString(CultureInfo.InvariantCulture)}; {expected} was expected."
            : $"{seen.Talk.Path} gave no HTTP response{(seen.Probe.Detail is { } detail ? ": " + detail : ".")}";
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>By its address where it has no name; ICMP is no port of a service.</summary>
    private static string CommandFor(ConnectionEvidence seen)
    {
        string port = seen.Port.Protocol == ConnectionProtocol.Icmp ? string.Empty : $" -Port {seen.Port}";
        return $"Test-DsrReadiness -Server {seen.Server} -VirtualIPAddress {seen.VirtualIPAddress}{port}";
    }

    private sealed record Conclusion(string Reason, string? Recommendation, IReadOnlyList<string> Explains)
    {
        public Conclusion(string reason, string? recommendation)
            : this(reason, recommendation, [])
        {
        }
    }
}
