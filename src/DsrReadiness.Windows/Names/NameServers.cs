using System;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Names;

/// <summary>Asks DNS servers by UDP, once, and waits three seconds.</summary>
/// <param name="isThisComputer">True if it is this computer's name that is asked for.</param>
/// <param name="port">The servers' port.</param>
internal sealed class NameServers(bool isThisComputer, int port = 53) : INameServers
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public bool ReachesLoopback => isThisComputer;

    /// <inheritdoc/>
    public async Task<DnsReply?> AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken)
    {
        byte[] id = new byte[2];
        using (var random = RandomNumberGenerator.Create())
            random.GetBytes(id);
        byte[] question = DnsMessage.Question((ushort)((id[0] << 8) | id[1]), name, type);
        using var client = new UdpClient(server.AddressFamily);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(s_patience);
        using CancellationTokenRegistration registration = waiting.Token.Register(client.Close);
        try
        {
            client.Connect(server, port);
            await client.SendAsync(question, question.Length).ConfigureAwait(false);
            while (true)
            {
                UdpReceiveResult received = await client.ReceiveAsync().ConfigureAwait(false);
                if (DnsMessage.Read(received.Buffer, question) is { } reply)
                    return reply;
                if (received.Buffer.Length > 1 && received.Buffer[0] == question[0] && received.Buffer[1] == question[1])
                    return null; // its answer, and of no use
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null; // nobody there, no way there, or no answer in time: the next server is asked
        }
    }
}
