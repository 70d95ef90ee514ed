using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Checks.Drift;

/// <summary>What the checks read that compare what the other checks find: all that those read.</summary>
internal static class DriftReads
{
    public static IReadOnlyList<ReadingId> Of(Catalogue observing) => observing.Checks.SelectMany(check => check.Info.Reads).Distinct().ToArray();
}
