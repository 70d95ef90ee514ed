using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Scripts;

/// <summary>A script of this module's cmdlets: it plans on the server, so it does there what is missing there.</summary>
internal static class ModuleScript
{
    public static string Write(DsrService service, ReleaseFacts facts, Place? traffic, string? loopback, Plan? plan, ScriptPart part, string newLine)
    {
        if (!facts.HasCmdlets.Value)
            throw new ScriptRefusedException($"This module needs network classes that {facts.Name} does not have.", "Write the script as a batch file.");
        bool isRemoval = plan is { IsRemoval: true };
        string vips = List(service.VirtualIPAddresses.Select(vip => vip.ToString()));
        var lines = new List<string>
        {
            $"# Direct Server Return: {(part switch { ScriptPart.Undo => "takes back", ScriptPart.Verify => "shows", _ => isRemoval ? "removes" : "sets up" })} {string.Join(", ", service.VirtualIPAddresses)} on {facts.Name}, with the module DsrReadiness.",
            part == ScriptPart.Verify ? "# It changes nothing." : "# Read it through first. Run it as administrator, on the server, and not through the VIP.",
            "#Requires -Version 5.1",
            "$ErrorActionPreference = 'Stop'",
        };
        if (ScriptComputer.Of(plan?.ComputerName) is { } computer)
            lines.Add(ScriptComputer.InPowerShell(computer));
        lines.AddRange(["Import-Module DsrReadiness", string.Empty, "# What the server is to answer for.", "$service = @{", "    VirtualIPAddress = " + vips]);
        Add(lines, "Port", service.Ports.Select(port => port.ToString()));
        Add(lines, "Balancer", service.Balancers.Select(each => each.ToString()));
        Add(lines, "Probe", service.Probe is null ? [] : [service.Probe.ToString()]);
        Add(lines, "ClientAddress", service.Clients.Select(each => each.ToString()));
        Add(lines, "Environment", service.Environment is null ? [] : [service.Environment.Value.ToString()]);
        Add(lines, "UdpAnswer", service.UdpAnswer is null ? [] : [service.UdpAnswer.Value.ToString()]);
        if (traffic?.Index is { } index)
            lines.Add("    InterfaceIndex = " + index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else if (traffic?.Name is { } name)
            lines.Add("    InterfaceAlias = " + PowerShellText.Quote(name));
        lines.Add("}");
        string with = loopback is null ? string.Empty : " -LoopbackAlias " + PowerShellText.Quote(loopback);
        switch (part)
        {
            case ScriptPart.Change:
                lines.AddRange([string.Empty, "# What will be changed, and then the changes: each journaled, made and proved.", $"Get-DsrPlan @service{with}{(isRemoval ? " -Removal" : null)} | Format-List", $"Invoke-DsrPlan @service{with}{(isRemoval ? " -Removal -Confirm:$false" : null)}"]);
                break;
            case ScriptPart.Undo:
                lines.AddRange([string.Empty, "# Takes back what the last run for these VIPs did. Drain the server at the balancer first.", $"Undo-DsrPlan -VirtualIPAddress {vips} -Confirm:$false"]);
                break;
            default:
                break;
        }

        lines.AddRange([string.Empty, "# How it is now:", "Test-DsrReadiness @service | Format-List"]);
        return string.Concat(lines.Select(line => line + newLine));
    }

    private static void Add(List<string> lines, string name, IEnumerable<string> values)
    {
        string[] all = values.ToArray();
        if (all.Length > 0)
            lines.Add($"    {name} = {List(all)}");
    }

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(PowerShellText.Quote));
}
