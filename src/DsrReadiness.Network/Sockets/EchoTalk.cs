using System;
using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Sockets;

/// <summary>An ICMP echo with hop limit 1: on Windows by its own service for it, elsewhere by a raw socket, which can be marked. Asks three times.</summary>
internal static class EchoTalk
{
    private const int Attempts = 3;
    private const int Longest = 65535;
    private static int s_sequence;

    public static async Task<Observation> AskAsync(Question question, OpenSocket open, Stopwatch since, CancellationToken cancellationToken)
    {
        var share = TimeSpan.FromTicks(question.Timeout.Ticks / Attempts);
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return await PingAsync(question.Address, share, since, cancellationToken).ConfigureAwait(false);
        bool isIPv6 = question.Address.AddressFamily == AddressFamily.InterNetworkV6;
        using Socket socket = open(question, SocketType.Raw, isIPv6 ? ProtocolType.IcmpV6 : ProtocolType.Icmp);
        using Process self = Process.GetCurrentProcess();
        (ushort id, ushort sequence) = (unchecked((ushort)self.Id), unchecked((ushort)Interlocked.Increment(ref s_sequence)));
        byte[] packet = IcmpEcho.Build(isIPv6, id, sequence);
        socket.Bind(new IPEndPoint(isIPv6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
        Task<Observation> heard = HearAsync(socket, question.Address, since, (buffer, length) => IcmpEcho.Read(buffer, length, isIPv6, id, sequence));
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            await socket.SendToAsync(new ArraySegment<byte>(packet), SocketFlags.None, new IPEndPoint(question.Address, 0)).ConfigureAwait(false);
            if (await Patience.WaitAsync(heard, share, cancellationToken).ConfigureAwait(false))
                return await heard.ConfigureAwait(false) with { Attempts = attempt };
        }

        return new Observation(Reply.Silent, since.Elapsed) { Attempts = Attempts };
    }

    /// <summary>What Windows says of an echo.</summary>
    internal static Reply Meaning(IPStatus status) => status switch
    {
        IPStatus.Success => Reply.Answered,
        IPStatus.TimedOut => Reply.Silent,
        IPStatus.TtlExpired or IPStatus.TimeExceeded or IPStatus.TtlReassemblyTimeExceeded
            or IPStatus.DestinationHostUnreachable or IPStatus.DestinationNetworkUnreachable or IPStatus.DestinationUnreachable => Reply.Unreachable,
        _ => Reply.Failed,
    };

    /// <summary>A raw socket hears all ICMP packets of the computer.</summary>
    private static async Task<Observation> HearAsync(Socket socket, IPAddress asked, Stopwatch since, Func<byte[], int, Reply?> read)
    {
        byte[] buffer = new byte[Longest];
        while (true)
        {
            SocketReceiveFromResult got = await socket.ReceiveFromAsync(new ArraySegment<byte>(buffer), SocketFlags.None, new IPEndPoint(asked, 0)).ConfigureAwait(false);
            if (read(buffer, got.ReceivedBytes) is not { } reply)
                continue;
            IPAddress source = ((IPEndPoint)got.RemoteEndPoint).Address;
            bool isOther = reply == Reply.Answered && !source.Equals(asked);
            return new Observation(isOther ? Reply.WrongSource : reply, since.Elapsed) { Bytes = got.ReceivedBytes, Source = isOther ? source : null };
        }
    }

    private static async Task<Observation> PingAsync(IPAddress address, TimeSpan share, Stopwatch since, CancellationToken cancellationToken)
    {
        using var ping = new Ping();
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                Task<PingReply> asked = ping.SendPingAsync(address, (int)share.TotalMilliseconds, new byte[32], new PingOptions(1, dontFragment: false));
                bool isDone = await Patience.WaitAsync(asked, share + share, cancellationToken).ConfigureAwait(false);
                Reply reply = isDone ? Meaning((await asked.ConfigureAwait(false)).Status) : Reply.Silent;
                if (reply != Reply.Silent || !isDone)
                    return new Observation(reply, since.Elapsed) { Attempts = attempt };
            }
            catch (PingException e)
            {
                return new Observation(Reply.Failed, since.Elapsed) { Attempts = attempt, Detail = (e.InnerException ?? e).Message };
            }
        }

        return new Observation(Reply.Silent, since.Elapsed) { Attempts = Attempts };
    }
}
