using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Tests.Paths;

/// <summary>Makes a case simpler, step by step, as long as what was found is still there: what is left is a smallest one.</summary>
internal static class Shrinker
{
    public static T Shrink<T>(T found, Func<T, IEnumerable<T>> simpler, Func<T, bool> isFound)
        where T : class
    {
        while (simpler(found).FirstOrDefault(isFound) is { } smaller)
            found = smaller;
        return found;
    }
}
