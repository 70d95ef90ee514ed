using System;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>Opens a session within a time: creating one calls into MI, which blocks for as long as it likes where winmgmt is broken.</summary>
internal static class SessionOpening
{
    /// <summary>Opens it.</summary>
    /// <exception cref="MiException">Windows refused, or did not answer in time.</exception>
    /// <exception cref="OperationCanceledException">The caller wants to stop.</exception>
    public static async Task<IMiSession> OpenAsync(Func<IMiSession> open, TimeSpan timeout, CancellationToken cancellationToken)
    {
        CimFailure? failure = null;
        IMiSession? session = await new CallLimit(timeout).ReadAsync<IMiSession?>(
            abandoned =>
            {
                IMiSession opened = open();
                if (!abandoned.IsCancellationRequested)
                    return Task.FromResult<IMiSession?>(opened);
                opened.Dispose(); // too late: nobody waits for it any more
                return Task.FromResult<IMiSession?>(null);
            },
            why =>
            {
                failure = why;
                return null;
            },
            cancellationToken).ConfigureAwait(false);
        return session ?? throw new MiException(failure!);
    }
}
