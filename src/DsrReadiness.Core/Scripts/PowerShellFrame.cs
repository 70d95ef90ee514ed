using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Text;

namespace DsrReadiness.Scripts;

/// <summary>PowerShell with the cmdlets that Windows Server 2012 and later bring. Interfaces are looked up by their exact name, since the cmdlets take wildcards.</summary>
internal sealed class PowerShellFrame : IScriptFrame
{
    public string Comment => "#";

    public int LinesBeforeHead => 0;

    public string? AfterCommand => null;

    public ShellText Text(Setting setting, Shell shell) => setting.PowerShell(shell);

    public IReadOnlyList<string> Begin(ScriptPlan plan)
    {
        // The cmdlets are functions of modules, which do not see the preference of a script.
        var lines = new List<string> { "#Requires -Version 3.0", "$ErrorActionPreference = 'Stop'", "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }" };
        if (ScriptComputer.Of(plan.ComputerName) is { } name)
            lines.Add(ScriptComputer.InPowerShell(name));
        lines.Add(string.Empty);
        foreach (Place on in plan.Changes.Where(change => change.Do is not Desired.Settings.LoopbackDevice).Select(change => change.Do.On).OfType<Place>().GroupBy(on => on.Role).Select(group => group.First()))
        {
            if (on.Name is null)
            {
                lines.Add($"${on.Variable} = {on.Index?.ToString(CultureInfo.InvariantCulture)}");
                continue;
            }

            lines.Add($"${on.Variable} = @(Get-NetIPInterface -AddressFamily {plan.Service.Families[0]} | Where-Object {{ [string]::Equals($_.InterfaceAlias, {PowerShellText.Quote(on.Name)}, 'OrdinalIgnoreCase') }})");
            lines.Add($"if (${on.Variable}.Count -ne 1) {{ throw 'There is not exactly one interface of the name given for {on.Words}.' }}");
            lines.Add($"${on.Variable} = ${on.Variable}[0].InterfaceIndex");
        }

        return lines;
    }

    public IReadOnlyList<string> End(ScriptPlan plan) => [];
}
