using System;
using System.Collections.Generic;

namespace DsrReadiness.Tests.Paths;

/// <summary>Takes differences away, one by one, as long as what was found is still there: what is left is the smallest such server.</summary>
internal static class Shrinker
{
    public static List<Twist> Shrink(IReadOnlyList<Twist> twists, Func<IReadOnlyList<Twist>, bool> isFound)
    {
        var smallest = new List<Twist>(twists);
        for (int i = 0; i < smallest.Count;)
        {
            var without = new List<Twist>(smallest);
            without.RemoveAt(i);
            if (!isFound(without))
            {
                i++;
                continue;
            }

            smallest = without;
            i = 0;
        }

        return smallest;
    }
}
