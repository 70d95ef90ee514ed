using System.Collections.Generic;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>What a script is made of, in no dialect: the interfaces and the steps in their order.</summary>
/// <param name="ComputerName">The server; null where any is meant.</param>
/// <param name="Service">The service.</param>
/// <param name="Traffic">The traffic interface; null where no step needs it.</param>
/// <param name="Changes">The steps.</param>
/// <param name="Left">What stays for the administrator, in words that hold nothing of a server's.</param>
internal sealed record ScriptPlan(
    string? ComputerName, DsrService Service, ScriptInterface? Traffic, IReadOnlyList<ScriptChange> Changes, IReadOnlyList<string> Left);
