using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>A service that stands in for a server's. It lives as long as its sockets.</summary>
internal static class Service
{
    /// <summary>Accepts, says its name, and waits for the client to end.</summary>
    public static IDisposable Tcp(string address, int port, string banner) => Accept(address, port, async stream =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(banner));
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
    });

    /// <summary>Answers any request with a status.</summary>
    public static IDisposable Http(string address, int port, int status, X509Certificate2? certificate = null) => Accept(address, port, async stream =>
    {
        if (certificate is not null)
        {
            var secured = new SslStream(stream);
            await secured.AuthenticateAsServerAsync(certificate);
            stream = secured;
        }

        await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Said\r\nContent-Length: 0\r\n\r\n"));
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
    });

    /// <summary>Sends datagrams back, from the address that was asked; or from another where one is given.</summary>
    public static IDisposable Udp(string address, int port, string? answerFrom = null)
    {
        Socket socket = Bound(address, port, SocketType.Dgram);
        Socket answering = answerFrom is null ? socket : Bound(answerFrom, port, SocketType.Dgram);
        _ = EchoAsync(socket, answering);
        return new Both(socket, answering);
    }

    /// <summary>A certificate for a name: of an authority, or of its own.</summary>
    public static X509Certificate2 Certificate(string name, X509Certificate2? authority, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority is null, false, 0, true));
        DateTimeOffset from = until.AddDays(authority is null ? -60 : -30);
        if (authority is null)
            return Reloaded(request.CreateSelfSigned(from, until));
        using X509Certificate2 issued = request.Create(authority, from, until, [1, 2, 3, 4]);
        return Reloaded(issued.CopyWithPrivateKey(key));
    }

    private static X509Certificate2 Reloaded(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);

    private static Socket Bound(string address, int port, SocketType type)
    {
        IPAddress parsed = IPAddress.Parse(address);
        var socket = new Socket(parsed.AddressFamily, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(parsed, port));
        return socket;
    }

    private static Socket Accept(string address, int port, Func<System.IO.Stream, Task> talk)
    {
        Socket listener = Bound(address, port, SocketType.Stream);
        listener.Listen(100);
        _ = AcceptAsync(listener, talk);
        return listener;
    }

    private static async Task AcceptAsync(Socket listener, Func<System.IO.Stream, Task> talk)
    {
        while (true)
        {
            Socket accepted = await listener.AcceptAsync();
            _ = TalkAsync(accepted, talk);
        }
    }

    private static async Task TalkAsync(Socket accepted, Func<System.IO.Stream, Task> talk)
    {
        using var stream = new NetworkStream(accepted, ownsSocket: true);
        await talk(stream);
    }

    private static async Task EchoAsync(Socket socket, Socket answering)
    {
        byte[] buffer = new byte[2048];
        IPAddress any = socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;
        while (true)
        {
            SocketReceiveFromResult got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(any, 0));
            await answering.SendToAsync(buffer.AsMemory(0, got.ReceivedBytes), SocketFlags.None, got.RemoteEndPoint);
        }
    }

    private sealed record Both(IDisposable One, IDisposable Other) : IDisposable
    {
        public void Dispose()
        {
            One.Dispose();
            Other.Dispose();
        }
    }
}
