using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Console.Inputs;

/// <summary>Works on items side by side and hands the results on in the order of the items; only a few are in work or waiting at a time.</summary>
internal static class OrderedPipeline
{
    /// <param name="items">The items, asked for one by one.</param>
    /// <param name="work">What is done with each, on any thread.</param>
    /// <param name="use">What is done with each result, on this thread.</param>
    /// <param name="ahead">How many items may be in work or done before the oldest is used.</param>
    /// <param name="cancellationToken">Ends the waiting at once, even where work itself cannot be ended.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> use, int ahead, CancellationToken cancellationToken)
    {
        var waiting = new Queue<Task<TResult>>(ahead);
        foreach (TItem item in items)
        {
            while (waiting.Count == ahead || (waiting.Count > 0 && waiting.Peek().IsCompleted))
                use(Next(waiting, cancellationToken));
            waiting.Enqueue(Task.Run(() => work(item), cancellationToken));
        }

        while (waiting.Count > 0)
            use(Next(waiting, cancellationToken));
    }

    private static TResult Next<TResult>(Queue<Task<TResult>> waiting, CancellationToken cancellationToken)
    {
        Task<TResult> oldest = waiting.Dequeue();
        Task.WaitAny([oldest], cancellationToken);
        return oldest.GetAwaiter().GetResult();
    }
}
