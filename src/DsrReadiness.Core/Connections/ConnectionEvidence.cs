using System.Net;

namespace DsrReadiness.Connections;

/// <summary>All that was observed of one port of a VIP on one server.</summary>
/// <param name="VirtualIPAddress">The VIP.</param>
/// <param name="Port">What was asked.</param>
/// <param name="Talk">What was asked on a TCP connection.</param>
/// <param name="Server">What the server is called.</param>
/// <param name="Address">Its own address.</param>
/// <param name="Probe">The packet for the VIP.</param>
/// <param name="Control">The same for the own address.</param>
/// <param name="Echo">An echo for the VIP, where the packet for it had no answer; null if there was none.</param>
internal sealed record ConnectionEvidence(
    IPAddress VirtualIPAddress, ConnectionPort Port, ConnectionTalk Talk, string Server, IPAddress Address, Observation Probe, Observation Control, Observation? Echo)
{
    /// <summary>Which outcome that is. An echo that went beyond the server shows that the packet did too, where the system does not say it of the packet itself.</summary>
    public ConnectionOutcome Outcome => Probe.Reply switch
    {
        Reply.Answered => Answered(),
        Reply.Refused => ConnectionOutcome.Refused,
        Reply.Unreachable => ConnectionOutcome.Forwarded,
        Reply.WrongSource => ConnectionOutcome.WrongSource,
        Reply.Failed => ConnectionOutcome.NotAsked,
        _ => Echo?.Reply == Reply.Unreachable ? ConnectionOutcome.Forwarded : ConnectionOutcome.NoAnswer,
    };

    private ConnectionOutcome Answered()
    {
        if (Port.Protocol != ConnectionProtocol.Tcp)
            return ConnectionOutcome.Answered;
        if (Talk.Tls && Probe.Tls?.Failure is not null)
            return ConnectionOutcome.TlsFailed;
        if (Talk.Tls && !Talk.SkipCertificateCheck && IsWrong(Probe.Tls?.Certificate))
            return ConnectionOutcome.WrongCertificate;
        return Talk.Path is not null && !(Probe.Status is { } status && Talk.Expects(status)) ? ConnectionOutcome.WrongStatus : ConnectionOutcome.Answered;
    }

    private bool IsWrong(CertificateFacts? certificate) =>
        certificate is null || certificate.ChainProblems.Count > 0 || (certificate.IsNameWrong && Talk.HostName is not null);
}
