# What asks, what it says, and what happens where nobody can answer.
BeforeDiscovery {
    $removals = @(
        @{ Name = 'Invoke-DsrPlan -Removal'; Script = 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Removal -Server $lab' }
        @{ Name = 'Get-DsrPlan | Invoke-DsrPlan'; Script = 'Get-DsrPlan 192.0.2.10 -Removal -Server $lab | Invoke-DsrPlan' }
        @{ Name = 'Undo-DsrPlan'; Script = 'Undo-DsrPlan 192.0.2.10 -Server $lab' }
        @{ Name = 'Remove-DsrVirtualIPAddress'; Script = 'Remove-DsrVirtualIPAddress 192.0.2.10 -Server $lab' }
        @{ Name = 'Remove-DsrLoopback'; Script = "Remove-DsrLoopback 'DSR Loopback' -Server `$lab" }
        @{ Name = 'Remove-DsrFirewallRule'; Script = 'Remove-DsrFirewallRule * -Server $lab' }
        @{ Name = 'Disable-DsrWeakHost'; Script = 'Disable-DsrWeakHost -InterfaceAlias Ethernet -Server $lab' }
    )
    $others = @(
        @{ Name = 'Invoke-DsrPlan'; Script = 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $clean' }
        @{ Name = 'New-DsrLoopback'; Script = 'New-DsrLoopback 192.0.2.10 -Server $clean' }
        @{ Name = 'Add-DsrVirtualIPAddress'; Script = 'Add-DsrVirtualIPAddress 192.0.2.9 -Server $lab' }
        @{ Name = 'Enable-DsrWeakHost'; Script = 'Enable-DsrWeakHost -Server $half' }
        @{ Name = 'New-DsrFirewallRule'; Script = 'New-DsrFirewallRule 192.0.2.10 -Port 9443 -Server $lab' }
        @{ Name = 'Enable-DsrDnsRegistration'; Script = 'Enable-DsrDnsRegistration -Server $lab' }
        @{ Name = 'Disable-DsrDnsRegistration'; Script = 'Disable-DsrDnsRegistration -Server $half' }
        @{ Name = 'Test-DsrConnection'; Script = 'Test-DsrConnection 192.0.2.10 -Port 443 -Server $half' }
        @{ Name = 'Export-DsrSnapshot'; Script = 'Export-DsrSnapshot $file -Server $lab' }
    )
    $unattended = @($removals) + @($others | ForEach-Object { @{ Name = "$($_.Name) -Confirm"; Script = "$($_.Script) -Confirm" } })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $yes, $all, $no = 0, 1, 2

    # A server that a run of ours made ready.
    function New-ReadyLab([string] $Name = 'WEB01') {
        $lab = New-DsrLab $Name
        Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $lab
        $null = New-DsrFirewallRule 192.0.2.10 -Port 8443 -Server $lab
        $lab
    }

    # How many changes a server has got.
    function Get-ChangeCount($Lab) { @($Lab.Simulation.Calls | Where-Object IsChange).Count }
}

Describe 'Without a person' -ForEach @(@{ Cases = $unattended }) {
    # One process for all, in which nobody can be asked.
    BeforeAll {
        Set-Content "$TestDrive/unattended.ps1" {
            param($Module, $Folder, $Cases)
            Import-Module $Module
            $said = foreach ($case in ConvertFrom-Json $Cases) {
                $lab, $half, $clean = (New-DsrLab WEB01), (New-DsrLab WEB02 -Shape HalfDone), (New-DsrLab WEB03)
                Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $lab
                $null = New-DsrFirewallRule 192.0.2.10 -Port 8443 -Server $lab
                $file = Join-Path $Folder "$([guid]::NewGuid()).json"
                $count = { @($lab, $half, $clean | ForEach-Object { $_.Simulation.Calls } | Where-Object IsChange).Count }
                $before = & $count
                $problems = @()
                try { & ([scriptblock]::Create($case.Script)) 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $problems += $_ } } }
                catch { $problems += $_ }
                [pscustomobject]@{
                    Name    = $case.Name
                    Ids     = @($problems.FullyQualifiedErrorId)
                    Texts   = @($problems | ForEach-Object { "$_" })
                    Changes = (& $count) - $before
                    HasFile = Test-Path $file
                }
            }
            ConvertTo-Json @($said) -Depth 4
        }.ToString()
        $said = Invoke-PowerShell -File "$TestDrive/unattended.ps1" "$PSScriptRoot/../DsrReadiness.psd1" $TestDrive (ConvertTo-Json @($Cases) -Compress) | ConvertFrom-Json
    }

    It '<Name> is refused with the switch that helps, and changes nothing' -ForEach $Cases {
        $one = $said | Where-Object Name -EQ $Name
        $one.Ids | Should -HaveCount 1
        $one.Ids[0] | Should -BeLike 'ConfirmationNeeded,DsrReadiness.Commands.*'
        $one.Texts[0] | Should -BeLike '*-Confirm:$false*'
        $one.Changes | Should -Be 0
        $one.HasFile | Should -BeFalse
    }

    It 'every command that asks is among them' {
        $asking = (Get-Command -Module DsrReadiness | Where-Object { $_.Parameters.ContainsKey('Confirm') }).Name | Sort-Object
        $Cases | ForEach-Object { ($_.Script -split '[ |]')[0] } | Sort-Object -Unique | Where-Object { $_ -ne 'Get-DsrPlan' } | Should -Be $asking
    }
}

Describe 'A console whose input has ended' {
    It 'refuses as one where nobody is' {
        $script = "Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; try { Invoke-DsrPlan 192.0.2.10 -Port 443 -Removal -Server (New-DsrLab WEB01 -Shape Ready) -ErrorAction Stop } catch { '|' + `$_.FullyQualifiedErrorId }"
        $program, $before = @(Get-PowerShellCommand) + '-NoProfile', '-Command'
        $said = $null | & $program @before $script
        "$said" | Should -BeLike '*|ConfirmationNeeded,DsrReadiness.Commands.InvokeDsrPlanCommand'
    }
}

Describe 'Taking a VIP away' {
    It 'by <Name> asks once, says who is connected, and a no changes nothing' -ForEach $removals {
        $lab = New-ReadyLab
        $lab.Simulation.Backdoor.Connect('192.0.2.10', 443, 3, '00:01:00')
        $count = Get-ChangeCount $lab
        $run = Invoke-Hosted $Script @{ lab = $lab } $no
        $run.Questions | Should -HaveCount 1
        $run.Questions[0] | Should -BeLike '*192.0.2.10 has 3 established connections.*'
        $run.Errors | Should -BeNullOrEmpty
        "$($run.Warnings)" | Should -BeLike 'WEB01: declined. Nothing was changed.'
        Get-ChangeCount $lab | Should -Be $count
    }

    It 'by <Name> goes on after one yes' -ForEach $removals {
        $lab = New-ReadyLab
        $count = Get-ChangeCount $lab
        $run = Invoke-Hosted $Script @{ lab = $lab } $yes
        $run.Questions | Should -HaveCount 1
        $run.Questions[0] | Should -BeLike '*192.0.2.10 has no established connections.*'
        $run.Errors | Should -BeNullOrEmpty
        Get-ChangeCount $lab | Should -BeGreaterThan $count
    }

    It 'by <Name> asks nobody with <Switch>, and tells who was connected' -ForEach @(
        foreach ($each in $removals) { foreach ($switch in '-Force', '-Confirm:$false') { @{ Name = $each.Name; Script = $each.Script; Switch = $switch } } }
    ) {
        $lab = New-ReadyLab
        $lab.Simulation.Backdoor.Connect('192.0.2.10', 443, 1, '00:01:00')
        $count = Get-ChangeCount $lab
        $run = Invoke-Hosted "$Script $Switch" @{ lab = $lab }
        $run.Questions | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
        "$($run.Warnings)" | Should -BeLike '*WEB01: 192.0.2.10 has 1 established connection.*'
        Get-ChangeCount $lab | Should -BeGreaterThan $count
    }

    It 'by <Name> changes nothing with -WhatIf, and asks nothing' -ForEach $removals {
        $lab = New-ReadyLab
        $count = Get-ChangeCount $lab
        $run = Invoke-Hosted "$Script -WhatIf" @{ lab = $lab }
        $run.Questions | Should -BeNullOrEmpty
        $run.Text | Should -BeLike '*What if: *'
        Get-ChangeCount $lab | Should -Be $count
    }

    It 'by <Name> -WaitForDrain waits until nobody is connected' -ForEach $removals {
        $lab = New-ReadyLab
        $count = Get-ChangeCount $lab
        $start = $lab.Simulation.Clock.Elapsed
        $lab.Simulation.Backdoor.Connect('192.0.2.10', 443, 2, '00:01:00')
        $run = Invoke-Hosted "$Script -WaitForDrain -Force" @{ lab = $lab }
        $run.Errors | Should -BeNullOrEmpty
        $lab.Simulation.Clock.Elapsed - $start | Should -BeGreaterOrEqual ([timespan] '00:01:00')
        Get-ChangeCount $lab | Should -BeGreaterThan $count
    }

    It 'by <Name> -WaitForDrain gives up after its time, and changes nothing' -ForEach $removals {
        $lab = New-ReadyLab
        $count = Get-ChangeCount $lab
        $lab.Simulation.Backdoor.Connect('192.0.2.10', 443, 2, '01:00:00')
        $run = Invoke-Hosted "$Script -WaitForDrain -DrainTimeoutSec 30 -Force" @{ lab = $lab }
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'NotDrained,*'
        "$($run.Errors)" | Should -BeLike '*WEB01: 192.0.2.10 still has 2 established connections after 30 seconds. Nothing was changed.*'
        Get-ChangeCount $lab | Should -Be $count
    }

    It 'by a plan that puts a VIP right -WaitForDrain waits, and changes nothing where somebody stays' {
        $lab = New-DsrLab WEB01 -Shape HalfDone
        $count = Get-ChangeCount $lab
        $lab.Simulation.Backdoor.Connect('192.0.2.10', 443, 2, '00:01:00')
        $run = Invoke-Hosted 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $lab -WaitForDrain -DrainTimeoutSec 30' @{ lab = $lab }
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'NotDrained,*'
        Get-ChangeCount $lab | Should -Be $count
        $run = Invoke-Hosted 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $lab -WaitForDrain' @{ lab = $lab }
        $run.Errors | Should -BeNullOrEmpty
        $lab.Simulation.Clock.Elapsed | Should -BeGreaterOrEqual ([timespan] '00:01:00')
        Get-ChangeCount $lab | Should -BeGreaterThan $count
    }

    It 'waits for the VIP alone, not for what other addresses have' {
        $lab = New-ReadyLab
        $lab.Simulation.Backdoor.Connect('192.0.2.51', 443, 5, '01:00:00')
        $run = Invoke-Hosted 'Remove-DsrVirtualIPAddress 192.0.2.10 -Server $lab -WaitForDrain -Force' @{ lab = $lab }
        $run.Errors | Should -BeNullOrEmpty
        $run.Warnings | Should -Not -BeLike '*established*'
    }

    It 'by several servers is asked once with Yes to All' {
        $pool = New-DsrLab -Count 3 -Shape Ready
        $run = Invoke-Hosted 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Removal -Server $pool' @{ pool = $pool } $all
        $run.Questions | Should -HaveCount 1
        Get-DsrLoopback -Server $pool | Where-Object VirtualIPAddress | Should -BeNullOrEmpty
    }

    It 'asks for each change as well with -Confirm' {
        $lab = New-ReadyLab
        $run = Invoke-Hosted 'Remove-DsrVirtualIPAddress 192.0.2.10 -Server $lab -Confirm' @{ lab = $lab } $yes, $no
        $run.Questions | Should -HaveCount 2
        (Get-DsrLoopback -Server $lab).VirtualIPAddress | Should -Be '192.0.2.10'
    }

    It 'is not asked where there is nothing to do' {
        (Invoke-Hosted 'Invoke-DsrPlan 192.0.2.10 -Removal -Server $lab' @{ lab = New-DsrLab }).Questions | Should -BeNullOrEmpty
    }
}

Describe 'Setting up' {
    It 'is not asked for: <Name>' -ForEach ($others | Where-Object Name -NE 'Export-DsrSnapshot') {
        $variables = @{ lab = New-ReadyLab; half = New-DsrLab WEB02 -Shape HalfDone; clean = New-DsrLab WEB03 }
        $run = Invoke-Hosted $Script $variables
        $run.Questions | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
    }
}
