using System;
using System.Collections.Generic;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Services;

namespace DsrReadiness.Commands;

/// <summary>What packets ask, whoever is asked.</summary>
internal sealed record PacketQuestion(ConnectionTalk Talk, Payload? Payload, TimeSpan Timeout, bool Force)
{
    /// <exception cref="FailureException">A parameter makes no sense.</exception>
    public static PacketQuestion Read(TestDsrConnectionCommand from)
    {
        if (from.HostName is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw Refused($"'{host}' is not a name. Write one such as www.example.com.", host);
        if (from.Path is { } path && !HttpText.IsPath(path))
            throw Refused($"'{path}' is not the path of a request. Write one such as /health, with %20 for a space.", path);
        if (from.ExpectedStatus is { } status && from.Path is null)
            throw Refused("-ExpectedStatus is for an HTTP request. Specify its path with -Path.", status);
        if (from.SkipCertificateCheck && !from.Tls)
            throw Refused("-SkipCertificateCheck is for TLS. Specify -Tls too.", true);
        var talk = new ConnectionTalk { Tls = from.Tls, HostName = from.HostName, SkipCertificateCheck = from.SkipCertificateCheck, Path = from.Path, ExpectedStatus = from.ExpectedStatus };
        try
        {
            return new PacketQuestion(talk, from.Payload is { } text ? Connections.Payload.Parse(text) : null, TimeSpan.FromSeconds(from.TimeoutSec), from.Force);
        }
        catch (ServiceDefinitionException e)
        {
            throw new FailureException(Failures.InvalidService(e, from.Payload));
        }
    }

    /// <exception cref="FailureException">There is nothing to ask, or to say.</exception>
    public void Check(IReadOnlyCollection<ConnectionPort> ports, object target)
    {
        if (ports.Count == 0)
            throw Refused("No port is asked. Specify at least one, such as 443, udp/53 or icmp, with -Port.", target);
        if (Connections.Payload.FirstMute(ports, Payload) is { } mute)
            throw Refused($"Nothing is known to ask {mute}. Specify what to send with -Payload, such as text:hello, or hexadecimal digits.", target);
    }

    private static FailureException Refused(string message, object target) => new(Failures.InvalidService(new ServiceDefinitionException(message), target));
}
