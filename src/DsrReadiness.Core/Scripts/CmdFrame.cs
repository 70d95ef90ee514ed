using System.Collections.Generic;
using DsrReadiness.Desired;

namespace DsrReadiness.Scripts;

/// <summary>Batch files.</summary>
internal sealed class CmdFrame : IScriptFrame
{
    private static readonly string[] s_end = [];
    private static readonly string[] s_other = [string.Empty, ":other", "echo This script is for another computer. Nothing was done.", "exit /b 1"];

    public string Comment => "rem";

    public int LinesBeforeHead => 1;

    public string? AfterCommand => "if errorlevel 1 goto failed";

    /// <summary>Windows 2000, XP and Server 2003 know names alone, one store, and a firewall without addresses.</summary>
    public ShellText Text(Setting setting, Shell shell) => shell.Facts.HasStores.Value ? setting.Netsh(shell) : setting.Classic(shell);

    public IReadOnlyList<string> Begin(ScriptPlan plan) => ScriptComputer.Of(plan.ComputerName) is { } name
        ? ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion", ScriptComputer.InCmd(name)]
        : ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion"];

    public IReadOnlyList<string> End(ScriptPlan plan) =>
    [
        "exit /b 0",
        string.Empty,
        ":failed",
        "echo A command failed, and nothing after it was run. What was done before it stays.",
        "exit /b 1",
        .. plan.ComputerName is null ? s_end : s_other,
    ];
}
