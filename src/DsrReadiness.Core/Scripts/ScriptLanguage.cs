namespace DsrReadiness.Scripts;

/// <summary>What a script is written in.</summary>
public enum ScriptLanguage
{
    /// <summary>A batch file: <c>netsh</c> and what else the release brings.</summary>
    Cmd,

    /// <summary>PowerShell with the network cmdlets of Windows Server 2012 and later.</summary>
    PowerShell,

    /// <summary>PowerShell with this module.</summary>
    Module,
}
