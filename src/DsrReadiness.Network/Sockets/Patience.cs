using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Network.Sockets;

/// <summary>Waits for what knows no end of its own.</summary>
internal static class Patience
{
    /// <summary>True if the work was done in time. What was not is left to end by itself when its socket is closed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<bool> WaitAsync(Task work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task first = await Task.WhenAny(work, Task.Delay(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, end.Token)).ConfigureAwait(false);
        end.Cancel();
        if (first == work)
        {
            await work.ConfigureAwait(false);
            return true;
        }

        Forget(work);
        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }

    /// <summary>Takes note of whatever becomes of work that nobody waits for any more.</summary>
    public static void Forget(Task work) =>
        _ = work.ContinueWith(done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    /// <summary>True for what a stream raises when the other side, or we ourselves, ended it.</summary>
    public static bool IsEnd(Exception e) => e is IOException or ObjectDisposedException or SocketException;
}
