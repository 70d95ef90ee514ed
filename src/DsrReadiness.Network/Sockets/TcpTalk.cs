using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Sockets;

/// <summary>Connects, and where asked shakes hands and sends a request. Ends with a reset: nothing of ours is under way any more when the route is given back.</summary>
internal static class TcpTalk
{
    public static async Task<Observation> AskAsync(Question question, OpenSocket open, Stopwatch since, CancellationToken cancellationToken)
    {
        using Socket socket = open(question, SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        socket.LingerState = new LingerOption(true, 0);
        if (!await Patience.WaitAsync(socket.ConnectAsync(new IPEndPoint(question.Address, question.Port.Number)), question.Timeout, cancellationToken).ConfigureAwait(false))
            return new Observation(Reply.Silent, since.Elapsed);
        var seen = new Observation(Reply.Answered, since.Elapsed);
        if (!question.Talk.Tls && question.Talk.Path is null)
            return seen;
        using var plain = new NetworkStream(socket, ownsSocket: false);
        if (!question.Talk.Tls)
            return await RequestAsync(seen, plain, question, cancellationToken).ConfigureAwait(false);
        using var secured = new TlsTalk(plain, question.Talk);
        TlsFacts facts = await secured.ShakeHandsAsync(question.Address, question.Timeout, cancellationToken).ConfigureAwait(false);
        seen = seen with { Tls = facts };
        return facts.Failure is not null || question.Talk.Path is null ? seen : await RequestAsync(seen, secured.Stream, question, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Observation> RequestAsync(Observation seen, Stream stream, Question question, CancellationToken cancellationToken)
    {
        byte[] request = HttpText.Request(question.Talk.Path!, question.Talk.HostName, question.Address, question.Port.Number, question.Talk.Tls);
        byte[] response = new byte[HttpText.LongestStatusLine];
        int length = 0;
        var since = Stopwatch.StartNew();
        try
        {
            if (!await Patience.WaitAsync(stream.WriteAsync(request, 0, request.Length, cancellationToken), question.Timeout, cancellationToken).ConfigureAwait(false))
                return seen with { Detail = "the request could not be sent in time." };
            while (length < response.Length && HttpText.Status(response, length) is null)
            {
                Task<int> read = stream.ReadAsync(response, length, response.Length - length, cancellationToken);
                if (!await Patience.WaitAsync(read, question.Timeout - since.Elapsed, cancellationToken).ConfigureAwait(false))
                    return seen with { Bytes = length, Detail = "no response came in time." };
                int count = await read.ConfigureAwait(false);
                if (count == 0)
                    return seen with { Bytes = length, Detail = "the server ended the connection." };
                length += count;
            }
        }
        catch (Exception e) when (Patience.IsEnd(e))
        {
            return seen with { Bytes = length, Detail = "the server ended the connection: " + e.Message };
        }

        return seen with { Bytes = length, Status = HttpText.Status(response, length), Detail = HttpText.Status(response, length) is null ? "what came back is not HTTP." : null };
    }
}
