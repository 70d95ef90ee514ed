using System;

namespace DsrReadiness.Addresses;

/// <summary>Finds a place among what is sorted, without looking at all of it.</summary>
internal static class SortedSearch
{
    /// <summary>The first place whose item is not before what is looked for; their number if all are.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="isBefore">True for the items at the beginning, up to some place, and false from there on.</param>
    public static int FirstFrom(int count, Func<int, bool> isBefore)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (isBefore(middle))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
