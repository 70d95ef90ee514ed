using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Sockets;

/// <summary>
/// Sends a datagram from two sockets: a connected one is told of "unreachable", and an unconnected one hears an answer from a wrong source. Each asks three times, for what is lost is lost.
/// </summary>
internal static class UdpTalk
{
    private const int Attempts = 3;
    private const int Longest = 65535;

    public static async Task<Observation> AskAsync(Question question, OpenSocket open, Stopwatch since, CancellationToken cancellationToken)
    {
        using Socket connected = open(question, SocketType.Dgram, ProtocolType.Udp);
        using Socket free = open(question, SocketType.Dgram, ProtocolType.Udp);
        var remote = new IPEndPoint(question.Address, question.Port.Number);
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            LinuxSocket.ReceiveErrors(connected);
        connected.Connect(remote);
        free.Bind(new IPEndPoint(question.Address.Family().Wildcard(), 0));
        byte[] payload = question.Payload!.Build(Nonce());
        Task<Observation> told = HearConnectedAsync(connected, since);
        Task<Observation> heard = HearFreeAsync(free, remote, since);
        var share = TimeSpan.FromTicks(question.Timeout.Ticks / Attempts);
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            await SendAsync(connected, free, payload, remote).ConfigureAwait(false);
            if (await Patience.WaitAsync(Task.WhenAny(told, heard), share, cancellationToken).ConfigureAwait(false))
            {
                Observation seen = await (told.IsCompleted ? told : heard).ConfigureAwait(false);
                Patience.Forget(told);
                Patience.Forget(heard);
                return seen with { Attempts = attempt };
            }
        }

        return new Observation(Reply.Silent, since.Elapsed) { Attempts = Attempts };
    }

    private static byte[] Nonce()
    {
        byte[] nonce = new byte[Payload.NonceLength];
        using var chance = RandomNumberGenerator.Create();
        chance.GetBytes(nonce);
        return nonce;
    }

    /// <summary>What an earlier question was answered with, such as "unreachable", may be raised by a later one: then it is heard as well.</summary>
    private static async Task SendAsync(Socket connected, Socket free, byte[] payload, EndPoint remote)
    {
        try
        {
            await connected.SendAsync(new ArraySegment<byte>(payload), SocketFlags.None).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.HostUnreachable)
        {
            // Heard by the socket that waits.
        }

        await free.SendToAsync(new ArraySegment<byte>(payload), SocketFlags.None, remote).ConfigureAwait(false);
    }

    private static async Task<Observation> HearConnectedAsync(Socket connected, Stopwatch since)
    {
        try
        {
            int length = await connected.ReceiveAsync(new ArraySegment<byte>(new byte[Longest]), SocketFlags.None).ConfigureAwait(false);
            return new Observation(Reply.Answered, since.Elapsed) { Bytes = length };
        }
        catch (SocketException e)
        {
            return ConnectionSockets.Meaning(e, since.Elapsed);
        }
    }

    private static async Task<Observation> HearFreeAsync(Socket free, IPEndPoint remote, Stopwatch since)
    {
        try
        {
            SocketReceiveFromResult got = await free.ReceiveFromAsync(new ArraySegment<byte>(new byte[Longest]), SocketFlags.None, new IPEndPoint(remote.Address, 0)).ConfigureAwait(false);
            var source = (IPEndPoint)got.RemoteEndPoint;
            bool isRight = source.Address.Equals(remote.Address) && source.Port == remote.Port;
            return new Observation(isRight ? Reply.Answered : Reply.WrongSource, since.Elapsed) { Bytes = got.ReceivedBytes, Source = isRight ? null : source.Address };
        }
        catch (SocketException e)
        {
            return ConnectionSockets.Meaning(e, since.Elapsed);
        }
    }
}
