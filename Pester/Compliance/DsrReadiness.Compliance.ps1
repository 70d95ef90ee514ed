<#
.SYNOPSIS
    The checks as Pester tests: a Describe for each server and service, an It for each check.

.DESCRIPTION
    A check that failed fails its test, with what is so and what to do. One that could not observe what it is about is inconclusive, one that does not apply is skipped. A test
    named "is ready" holds the verdict. Tests have the tags Verdict, Error, Warning and Information, the area of the check, such as HostModel, and its id, such as M01.

    Needs Pester 5 or 6. The file's name ends in no .Tests.ps1, so that nobody runs it by accident: it is run as a container.

.EXAMPLE
    Invoke-Pester -Container (New-PesterContainer -Path ./DsrReadiness.Compliance.ps1 -Data @{ ServiceFile = './services.json' })

    Judges all servers that the service file names.
#>
[CmdletBinding()]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'What discovery assigns, the tests use.')]
param(
    # Servers, as the cmdlets take them: names, CimSessions, snapshots. Without any, those that the service file names, or this computer.
    [object[]] $Server,

    # A service file; or else the service by the parameters below.
    [string] $ServiceFile,

    [string[]] $ServiceName,

    [string[]] $VirtualIPAddress,

    [string[]] $Port,

    [string[]] $Balancer,

    [string] $Probe,

    [string[]] $ClientAddress,

    [string] $InterfaceAlias,

    [string] $Environment,

    # The only checks to ask, and checks to leave out, by id, name or pattern.
    [string[]] $Check,

    [string[]] $ExcludeCheck,

    # Lets warnings count for the verdict.
    [switch] $Strict
)

# All that was given is asked for, what is blank as well: Test-DsrReadiness says what is wrong with it.
$asked = @{} + $PSBoundParameters

BeforeDiscovery {
    if (-not (Get-Module DsrReadiness)) {
        # Beside this folder in an installed module, two folders up in a clone.
        $manifest = "$PSScriptRoot/../DsrReadiness.psd1", "$PSScriptRoot/../../DsrReadiness.psd1" | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
        Import-Module $manifest
    }

    $verdicts = @(Test-DsrReadiness @asked -ErrorVariable problems -ErrorAction SilentlyContinue)
    $unjudged = @($problems | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    if (-not $verdicts -and -not $unjudged) { throw 'No server was judged: name servers, or a service file that names some.' }

    $areas = @{
        H = 'Host'; A = 'Adapter'; V = 'VirtualAddress'; M = 'HostModel'; N = 'Neighbours'; D = 'Names'; W = 'Firewall'; S = 'Service'; R = 'Drift'
    }
    # Names of servers are put in by their placeholder alone: what comes from a server is no template.
    $servers = foreach ($verdict in $verdicts) {
        $service = if ($verdict.ServiceName) { $verdict.ServiceName } else { (@($verdict.VirtualIPAddress) + @($verdict.Port)) -join ' ' }
        @{ Title = "$($verdict.ComputerName): $service"; Verdict = $verdict }
    }
    $failures = foreach ($problem in $unjudged) { @{ Title = "$($problem.TargetObject)"; Problem = $problem.Exception.Message } }
}

# Pester 6 takes an empty list for a mistake.
if ($servers) {
    Describe '<Title>' -ForEach @($servers) {
        It 'is ready' -Tag 'Verdict' -ForEach @(@{ Verdict = $_.Verdict }) {
            $ids = (@($Verdict.Failed) + @($Verdict.Unknown) | ForEach-Object { $_.Id }) -join ' '
            if ("$($Verdict.Verdict)" -eq 'Inconclusive') { Set-ItResult -Inconclusive -Because "what matters could not be observed: $ids" }
            if ("$($Verdict.Verdict)" -ne 'Ready') { throw "The verdict is $($Verdict.Verdict): $ids" }
        }

        foreach ($result in $_.Verdict.Results) {
            It '<Result.Id> <Result.Name>' -Tag "$($result.Severity)", $areas[$result.Id.Substring(0, 1)], $result.Id -ForEach @(@{ Result = $result }) {
                $text = "$($Result.Reason) $($Result.Recommendation)`n$($Result.Command)".Trim()
                switch ("$($Result.Outcome)") {
                    'Passed' { return }
                    'NotApplicable' { Set-ItResult -Skipped -Because $text }
                    'Unknown' { Set-ItResult -Inconclusive -Because $text }
                    default { throw $text }
                }
            }
        }
    }
}

if ($failures) {
    Describe '<Title>' -ForEach @($failures) {
        It 'can be judged' -Tag 'Verdict', 'Error' -ForEach @(@{ Problem = $_.Problem }) { throw $Problem }
    }
}
