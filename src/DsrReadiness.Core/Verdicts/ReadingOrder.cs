using System;

namespace DsrReadiness.Verdicts;

/// <summary>
/// What is read first where several results are as bad: whether the VIP can be one at all, whether the interface is known and works on which frames arrive, and whether the VIP draws the traffic
/// of a whole pool. What else is wrong may follow from it; the rest keeps the order of the catalogue.
/// </summary>
internal static class ReadingOrder
{
    private static readonly string[] s_first = ["V12", "H02", "H09", "V03"];

    /// <summary>The place of a check, the same for all but the first ones.</summary>
    public static int Of(string id) => Array.IndexOf(s_first, id) is >= 0 and var place ? place : s_first.Length;
}
