using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Lab;

namespace DsrReadiness.Robustness.Kills;

/// <summary>Serves a lab server to another process, call by call, until that process is gone. A call that came whole is carried out, whatever has become of who made it.</summary>
/// <param name="server">The server.</param>
/// <param name="before">Called with the number of each call before it is carried out: from 1 at the first change, and 0 for the readings before that.</param>
/// <param name="after">Called after it is carried out, before its answer is sent.</param>
/// <param name="answered">Called when its answer was sent.</param>
internal sealed class ServedServer(LabServer server, Action<int> before, Action<int> after, Action<int> answered)
{
    /// <summary>How many calls came from the first change on.</summary>
    public int Calls { get; private set; }

    public async Task ServeAsync(Stream calls, Stream answers)
    {
        using var from = new BinaryReader(calls);
        byte[]? frame;
        while ((frame = Next(from)) is not null)
        {
            if (Calls > 0 || (WireCall)frame[0] is WireCall.Execute or WireCall.CreateDevice or WireCall.RemoveDevice)
                Calls++;
            before(Calls);
            using var answer = new MemoryStream();
            using (var to = new BinaryWriter(answer))
                await AnswerAsync(frame, to);
            after(Calls);
            try
            {
                await answers.WriteAsync(answer.ToArray());
                await answers.FlushAsync();
            }
            catch (IOException)
            {
                // Nobody hears it any more; what else was called for before the end still comes.
            }

            answered(Calls);
        }
    }

    /// <summary>The next whole call; null behind the last one.</summary>
    private static byte[]? Next(BinaryReader from)
    {
        try
        {
            int length = from.ReadInt32();
            byte[] frame = from.ReadBytes(length);
            return frame.Length == length ? frame : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(byte[] frame, BinaryWriter to)
    {
        using var from = new BinaryReader(new MemoryStream(frame));
        switch ((WireCall)from.ReadByte())
        {
            case WireCall.Name:
                to.Write(server.ComputerName);
                break;
            case WireCall.Read:
                Wire.Write(to, await server.ReadAsync(Wire.ReadQuery(from), CancellationToken.None));
                break;
            case WireCall.Execute:
                Wire.Write(to, await server.ExecuteAsync(Wire.ReadOperation(from), CancellationToken.None));
                break;
            case WireCall.FindDevices:
                Wire.Write(to, await server.FindAsync(CancellationToken.None));
                break;
            case WireCall.CreateDevice:
                Wire.Write(to, await server.CreateAsync(CancellationToken.None));
                break;
            case WireCall.RemoveDevice:
                Wire.Write(to, await server.RemoveAsync(from.ReadString(), CancellationToken.None));
                break;
            case WireCall.UtcNow:
                to.Write(server.Clock.UtcNow.UtcTicks);
                break;
            case WireCall.Elapsed:
                to.Write(server.Clock.Elapsed.Ticks);
                break;
            default:
                server.Clock.Advance(new TimeSpan(from.ReadInt64()));
                to.Write(true);
                break;
        }
    }
}
