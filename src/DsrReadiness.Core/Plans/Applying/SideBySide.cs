using System.Threading.Tasks;

namespace DsrReadiness.Plans.Applying;

/// <summary>What is asked of a server at the same time, so that it is waited for once.</summary>
internal static class SideBySide
{
    /// <summary>Waits for both, and brings the first. How the second ended is for whoever asks it, if the first leaves that open: nothing goes on behind anybody's back.</summary>
    public static async Task<T> FirstOfAsync<T>(Task<T> first, Task second)
    {
        await Task.WhenAny(Task.WhenAll(first, second)).ConfigureAwait(false);
        return await first.ConfigureAwait(false);
    }
}
