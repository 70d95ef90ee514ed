using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Sockets;

/// <summary>A TLS handshake that takes any certificate and tells what is wrong with it, by .NET's own rules for names and trust. Revocation is not asked for: that takes other connections.</summary>
internal sealed class TlsTalk : IDisposable
{
    private const string AlternativeNames = "2.5.29.17";
    private readonly ConnectionTalk _talk;
    private CertificateFacts? _certificate;

    public TlsTalk(Stream plain, ConnectionTalk talk)
    {
        _talk = talk;
        Stream = new SslStream(plain, leaveInnerStreamOpen: true, Look);
    }

    public SslStream Stream { get; }

    public async Task<TlsFacts> ShakeHandsAsync(IPAddress address, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            Task shaken = Stream.AuthenticateAsClientAsync(_talk.HostName ?? address.ToString(), [], SslProtocols.None, checkCertificateRevocation: false);
            return await Patience.WaitAsync(shaken, limit, cancellationToken).ConfigureAwait(false)
                ? new TlsFacts(Name(Stream.SslProtocol), _certificate, null)
                : new TlsFacts(null, _certificate, $"no answer within {ConnectionJudge.Duration(limit)}.");
        }
        catch (Exception e) when (e is AuthenticationException or Win32Exception or InvalidOperationException || Patience.IsEnd(e))
        {
            return new TlsFacts(null, _certificate, (e.InnerException ?? e).Message);
        }
    }

    public void Dispose() => Stream.Dispose();

    internal static CertificateFacts Facts(X509Certificate2 certificate, SslPolicyErrors errors, X509Chain? chain) => new(
        certificate.Subject,
        NamesOf(certificate),
        certificate.Issuer,
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0,
        (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0 ? [] : Problems(chain));

    private bool Look(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not null)
        {
            using var copy = new X509Certificate2(certificate);
            _certificate = Facts(copy, errors, chain);
        }

        return true;
    }

    private static string[] Problems(X509Chain? chain)
    {
        X509ChainStatusFlags flags = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (sum, each) => sum | each.Status);
        bool Has(X509ChainStatusFlags flag) => (flags & flag) != 0;
        var problems = new List<string>();
        if (Has(X509ChainStatusFlags.NotTimeValid))
            problems.Add("it, or one above it, is expired or not valid yet");
        if (Has(X509ChainStatusFlags.UntrustedRoot))
            problems.Add("its root is not trusted by this computer, or it is self-signed");
        if (Has(X509ChainStatusFlags.PartialChain))
            problems.Add("its issuer is not known to this computer: an intermediate certificate may be missing on the server");
        X509ChainStatusFlags rest = flags & ~(X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain);
        if (rest != X509ChainStatusFlags.NoError || problems.Count == 0)
            problems.Add("this computer does not trust it (" + rest + ")");
        return [.. problems];
    }

    /// <summary>Systems write the extension in words of their own, with the names behind a colon or an equals sign.</summary>
    private static string[] NamesOf(X509Certificate2 certificate) =>
        [.. certificate.Extensions.Cast<X509Extension>().Where(each => each.Oid?.Value == AlternativeNames)
            .SelectMany(each => each.Format(false).Split(',')).Select(each => each.Substring(each.IndexOfAny([':', '=']) + 1).Trim()).Where(each => each.Length > 0)];

    private static string Name(SslProtocols protocol) => (int)protocol switch
    {
        12288 => "TLS 1.3",
        3072 => "TLS 1.2",
        768 => "TLS 1.1",
        192 => "TLS 1.0",
        _ => protocol.ToString(),
    };
}
