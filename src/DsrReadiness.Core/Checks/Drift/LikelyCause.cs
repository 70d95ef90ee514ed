using System.Collections.Generic;

namespace DsrReadiness.Checks.Drift;

/// <summary>What a change looks like. It is told by what two snapshots show, and nobody has seen it happen.</summary>
/// <param name="Name">A stable name.</param>
/// <param name="Text">What seems to have happened, as plain sentences.</param>
/// <param name="Explains">The ids of the checks whose change it would explain.</param>
internal sealed record LikelyCause(string Name, string Text, IReadOnlyList<string> Explains);
