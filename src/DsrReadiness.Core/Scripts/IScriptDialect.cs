using System.Collections.Generic;

namespace DsrReadiness.Scripts;

/// <summary>Writes steps in one language.</summary>
internal interface IScriptDialect
{
    /// <summary>What begins a comment.</summary>
    string Comment { get; }

    /// <summary>The commands of a step; none if the language has no command for it and <see cref="ByHand"/> says what to do.</summary>
    IReadOnlyList<string> Commands(ScriptStep step);

    /// <summary>What to do by hand, in words that hold nothing of a server's; null if there is nothing to do.</summary>
    string? ByHand(ScriptStep step);

    /// <summary>Commands that show what a step changes.</summary>
    IReadOnlyList<string> Looks(ScriptStep step);

    /// <summary>The lines before everything.</summary>
    IReadOnlyList<string> Begin(ScriptPlan plan);

    /// <summary>The line after each command that can fail; null if failing ends the script by itself.</summary>
    string? AfterCommand { get; }

    /// <summary>The lines after everything.</summary>
    IReadOnlyList<string> End(ScriptPlan plan);
}
