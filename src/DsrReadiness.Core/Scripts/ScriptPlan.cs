using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>What a script is made of, in no dialect: the interfaces and the steps in their order.</summary>
/// <param name="ComputerName">The server; null where any is meant.</param>
/// <param name="Service">The service.</param>
/// <param name="Traffic">The traffic interface; null where no step needs it.</param>
/// <param name="Changes">The steps.</param>
/// <param name="Left">What stays for the administrator, in words that hold nothing of a server's.</param>
internal sealed record ScriptPlan(
    string? ComputerName, DsrService Service, ScriptInterface? Traffic, IReadOnlyList<ScriptChange> Changes, IReadOnlyList<string> Left)
{
    /// <summary>True if it takes what serves the VIP away, and brings nothing of it.</summary>
    public bool IsRemoval =>
        Changes.Any(change => change.Do is ScriptStep.RemoveLoopback or ScriptStep.RemoveRule or ScriptStep.RemoveAddress { On.Role: "loopback" } or ScriptStep.WeakHost { Enabled: false })
        && !Changes.Any(change => change.Do is ScriptStep.MakeLoopback or ScriptStep.AddRule or ScriptStep.AddAddress or ScriptStep.WeakHost { Enabled: true });
}
