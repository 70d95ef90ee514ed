using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Windows.Tests.Names;

/// <summary>Against a DNS server on a loopback address.</summary>
public sealed class NameServersTests : IDisposable
{
    private readonly UdpClient _server = new(new IPEndPoint(IPAddress.Loopback, 0));

    private int Port => ((IPEndPoint)_server.Client.LocalEndPoint!).Port;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Asks_and_reads_the_answer()
    {
        Task serving = AnswerAsync(question => [.. question, .. Convert.FromHexString("C00C0001000100000E100004C000020A")]);
        DnsReply? reply = await new NameServers(isThisComputer: true, Port).AskAsync("web01.example.net", DnsRecordType.A, IPAddress.Loopback, CancellationToken.None);
        await serving;
        Assert.Equal(["192.0.2.10"], reply!.Addresses.Select(each => each.ToString()));
    }

    [Fact]
    public async Task An_answer_to_another_question_is_waited_past()
    {
        Task serving = AnswerAsync(question => [(byte)~question[0], .. question[1..]], question => [.. question, .. Convert.FromHexString("C00C0001000100000E100004C000020A")]);
        Assert.NotNull(await new NameServers(isThisComputer: true, Port).AskAsync("web01.example.net", DnsRecordType.A, IPAddress.Loopback, CancellationToken.None));
        await serving;
    }

    [Fact]
    public async Task A_cut_off_answer_is_none()
    {
        Task serving = AnswerAsync(question => question[..^1]);
        Assert.Null(await new NameServers(isThisComputer: true, Port).AskAsync("web01.example.net", DnsRecordType.A, IPAddress.Loopback, CancellationToken.None));
        await serving;
    }

    [Fact]
    public async Task Nobody_there_is_no_answer()
    {
        int port = Port;
        _server.Close();
        Assert.Null(await new NameServers(isThisComputer: true, port).AskAsync("web01.example.net", DnsRecordType.A, IPAddress.Loopback, CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new NameServers(isThisComputer: true, Port).AskAsync("web01.example.net", DnsRecordType.A, IPAddress.Loopback, stop.Token));
    }

    private async Task AnswerAsync(params Func<byte[], byte[]>[] answers)
    {
        UdpReceiveResult asked = await _server.ReceiveAsync();
        foreach (Func<byte[], byte[]> each in answers)
        {
            byte[] answer = each(asked.Buffer);
            answer[2] = 0x80;
            answer[7] = (byte)(answer.Length > asked.Buffer.Length ? 1 : 0);
            await _server.SendAsync(answer, asked.RemoteEndPoint);
        }
    }
}
