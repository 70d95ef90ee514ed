using System.Collections.Generic;
using DsrReadiness.Desired;

namespace DsrReadiness.Scripts;

/// <summary>A language: what stands around the settings of a script.</summary>
internal interface IScriptFrame
{
    /// <summary>What begins a comment.</summary>
    string Comment { get; }

    /// <summary>How many of the first lines go before the remarks that say what the script is.</summary>
    int LinesBeforeHead { get; }

    /// <summary>A setting in the language.</summary>
    ShellText Text(Setting setting, Shell shell);

    /// <summary>The lines before everything.</summary>
    IReadOnlyList<string> Begin(ScriptPlan plan);

    /// <summary>The line after each command that can fail; null if failing ends the script by itself.</summary>
    string? AfterCommand { get; }

    /// <summary>The lines after everything.</summary>
    IReadOnlyList<string> End(ScriptPlan plan);
}
