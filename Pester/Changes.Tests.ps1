BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $lbVip = '192.0.2.10'

    function Get-Change($Lab) { @($Lab.Simulation.Calls | Where-Object IsChange) }
}

Describe 'Loopbacks' {
    It 'are made, listed and removed' {
        $lab = New-DsrLab
        $made = New-DsrLoopback $lbVip, 2001:db8::10 -LoopbackAlias VIPs -Server $lab
        $made | Should -BeOfType DsrReadiness.Output.DsrLoopback
        $made.LoopbackAlias | Should -Be 'VIPs'
        $made.VirtualIPAddress | Should -Be $lbVip, '2001:db8::10'
        (Get-DsrLoopback V* -Server $lab).DeviceInstanceId | Should -Be $made.DeviceInstanceId
        ($lab | Get-DsrLoopback).VirtualIPAddress | Should -Be $made.VirtualIPAddress

        $made | Remove-DsrLoopback -Confirm:$false -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $lab.Server, $lab.Server | Select-Object -First 1 | Get-DsrLoopback | Should -BeNullOrEmpty
    }

    It 'are removed empty, too, if a run of ours made them' {
        $lab = New-DsrLab
        $made = New-DsrLoopback $lbVip -Server $lab
        $empty = Remove-DsrVirtualIPAddress $lbVip -LoopbackAlias $made.LoopbackAlias -Server $lab -PassThru -Confirm:$false -WarningAction SilentlyContinue
        $empty.VirtualIPAddress | Should -BeNullOrEmpty
        $removed = $empty | Remove-DsrLoopback -PassThru -Confirm:$false -WarningAction SilentlyContinue
        $removed.LoopbackAlias | Should -Be $made.LoopbackAlias
        Get-DsrLoopback -Server $lab | Should -BeNullOrEmpty
    }

    It 'take one more VIP and lose it again' {
        $lab = New-DsrLab -Shape Ready
        (Add-DsrVirtualIPAddress 192.0.2.9 -Server $lab -PassThru).VirtualIPAddress | Should -Be '192.0.2.10', '192.0.2.9'
        $lab | Test-DsrReadiness 192.0.2.9 -Check V* -Quiet | Should -BeTrue
        (Get-DsrLoopback -Server $lab | Remove-DsrVirtualIPAddress 192.0.2.9 -PassThru -Confirm:$false -WarningAction SilentlyContinue).VirtualIPAddress |
            Should -Be '192.0.2.10'
    }

    It 'are told to be drained before they lose one' {
        $lab = New-DsrLab -Shape Ready
        Remove-DsrVirtualIPAddress $lbVip -Server $lab -Confirm:$false -WarningVariable warning -WarningAction SilentlyContinue
        "$warning" | Should -BeLike '*drain the server at the balancer first*'
    }
}

Describe 'The host model' {
    It 'is enabled, shown and disabled' {
        $lab = New-DsrLab
        $loopback = New-DsrLoopback $lbVip -Server $lab
        $loopback | Enable-DsrWeakHost -InterfaceAlias Ethernet | Should -BeNullOrEmpty
        $ethernet = Get-DsrWeakHost Ethernet -AddressFamily IPv4 -Server $lab
        $ethernet | Should -BeOfType DsrReadiness.Output.DsrWeakHost
        "$($ethernet.WeakHostReceive) $($ethernet.PersistentWeakHostReceive) $($ethernet.WeakHostSend)" | Should -Be 'Enabled Enabled Disabled'
        (Get-DsrWeakHost -Server $lab).Count | Should -Be 6

        (Disable-DsrWeakHost -Server $lab -PassThru -Confirm:$false).LoopbackAlias | Should -Be $loopback.LoopbackAlias
        "$((Get-DsrWeakHost Ethernet -AddressFamily IPv4 -Server $lab).WeakHostReceive)" | Should -Be 'Disabled'
    }

    It 'stays while another VIP needs it' {
        $lab = New-DsrLab -Shape Ready -VirtualIPAddress 192.0.2.10, 192.0.2.9
        Get-ErrorId { Disable-DsrWeakHost -VirtualIPAddress $lbVip -Server $lab } | Should -Be 'PlanRefused,DsrReadiness.Commands.DisableDsrWeakHostCommand'
    }
}

Describe 'Firewall rules' {
    It 'are made for the service and the probe, listed and removed' {
        $lab = New-DsrLab -Shape HalfDone
        $rules = New-DsrFirewallRule $lbVip -Port 443, udp/5000-5100 -Probe icmp/192.0.2.51 -Balancer 192.0.2.5 -ClientAddress 198.51.100.0/24 -Server $lab
        $rules | Should -BeOfType DsrReadiness.Output.DsrFirewallRule
        $rules.Count | Should -Be 3
        ($rules | Where-Object Protocol -EQ UDP).Port | Should -Be 'udp/5000-5100'
        ($rules | Where-Object Protocol -EQ UDP).RemoteAddress | Should -Be '198.51.100.0/255.255.255.0'
        ($rules | Where-Object Protocol -EQ ICMPv4).RemoteAddress | Should -Be '192.0.2.5'
        $rules.Enabled | Sort-Object -Unique | Should -BeTrue
        (Get-DsrFirewallRule -Server $lab -VirtualIPAddress $lbVip).Count | Should -Be 2

        New-DsrFirewallRule $lbVip -Port 443 -Server $lab | Should -BeNullOrEmpty
        ($rules | Remove-DsrFirewallRule -PassThru -Confirm:$false).Count | Should -Be 3
        Get-DsrFirewallRule -Server $lab | Should -BeNullOrEmpty
    }

    It 'of others are not touched' {
        $lab = New-DsrLab
        Get-ErrorId { Remove-DsrFirewallRule IIS-WebServerRole-HTTPS-In-TCP -Server $lab } |
            Should -Be 'FirewallRuleNotFound,DsrReadiness.Commands.RemoveDsrFirewallRuleCommand'
        Remove-DsrFirewallRule * -Server $lab | Should -BeNullOrEmpty
        Get-Change $lab | Should -BeNullOrEmpty
    }

    It 'need a port or a probe' {
        Get-ErrorId { New-DsrFirewallRule $lbVip -Server (New-DsrLab) } | Should -Be 'InvalidService,DsrReadiness.Commands.NewDsrFirewallRuleCommand'
    }
}

Describe 'DNS registration' {
    It 'is switched off and on' {
        $lab = New-DsrLab -Shape HalfDone
        $lab | Test-DsrReadiness -Check D01 -Strict -Quiet | Should -BeFalse
        (Disable-DsrDnsRegistration -Server $lab -PassThru).VirtualIPAddress | Should -Be $lbVip
        $lab | Test-DsrReadiness -Check D01 -Strict -Quiet | Should -BeTrue
        Enable-DsrDnsRegistration -Server $lab | Should -BeNullOrEmpty
        $lab | Test-DsrReadiness -Check D01 -Strict -Quiet | Should -BeFalse
    }
}

Describe 'Plans' {
    It 'are made, carried out and taken back' {
        $lab = New-DsrLab -Shape HalfDone
        $before = Get-State $lab
        $plan = $lab | Get-DsrPlan
        $plan | Should -BeOfType DsrReadiness.Output.DsrPlan
        $plan.Changes[0].Text | Should -BeLike 'Unbind ms_msclient from *'
        $plan.Changes[-1].CheckId | Should -Be 'M01'
        Get-State $lab | Should -Be $before

        $result = $plan | Invoke-DsrPlan -PassThru -WarningAction SilentlyContinue
        $result | Should -BeOfType DsrReadiness.Output.DsrPlanResult
        "$($result.Result)" | Should -Be 'Applied'
        $result | Test-DsrReadiness -Quiet | Should -BeTrue
        ($result | Get-DsrPlan).Changes | Should -BeNullOrEmpty

        $undone = $result | Undo-DsrPlan -PassThru -Confirm:$false
        "$($undone.Result)" | Should -Be 'Applied'
        $undone.Left | Should -BeNullOrEmpty
        Get-State $lab | Should -Be $before
    }

    It 'are made and carried out at once, from a verdict' {
        $lab = New-DsrLab
        $lab | Test-DsrReadiness | Invoke-DsrPlan | Should -BeNullOrEmpty
        $lab | Test-DsrReadiness -Quiet | Should -BeTrue
        $lab | Invoke-DsrPlan -Removal -Confirm:$false -WarningAction SilentlyContinue
        Get-DsrLoopback -Server $lab | Should -BeNullOrEmpty
    }

    It 'look at the server once a change where nobody is asked, and once more after an answer' {
        $ways = 'Invoke-DsrPlan', 'Invoke-DsrPlan -Confirm:$false', 'Invoke-DsrPlan -Confirm', '& { $ConfirmPreference = "Medium"; $input | Invoke-DsrPlan }'
        $runs = foreach ($way in $ways) {
            $lab = New-DsrLab
            Invoke-Hosted "`$plan = `$lab | Get-DsrPlan; `$before = `$lab.Simulation.Calls.Count; `$plan | $way; `$lab.Simulation.Calls.Count - `$before" @{ lab = $lab } -Answers 1
        }
        $runs.Errors | Should -BeNullOrEmpty
        $runs.ForEach({ $_.Questions.Count }) | Should -Be 0, 0, 1, 1
        $unasked, $unconfirmed, $asked, $preferred = $runs.Output
        $unconfirmed | Should -Be $unasked
        $asked - $unasked | Should -Be 47
        $preferred | Should -Be $asked
    }

    It 'take back all runs for a VIP, the newest first' {
        $lab = New-DsrLab
        $before = Get-State $lab
        New-DsrLoopback $lbVip -Server $lab | Enable-DsrWeakHost
        New-DsrFirewallRule $lbVip -Port 443 -Server $lab | Out-Null
        (Undo-DsrPlan $lbVip -Server $lab -PassThru -Confirm:$false).Count | Should -Be 3
        Get-State $lab | Should -Be $before
        Get-ErrorId { Undo-DsrPlan $lbVip -Server $lab } | Should -Be 'RunNotFound,DsrReadiness.Commands.UndoDsrPlanCommand'
    }

    It 'are refused on another computer' {
        $plan = New-DsrLab LAB01 | Get-DsrPlan
        Get-ErrorId { New-DsrLab LAB02 | Invoke-DsrPlan -Plan $plan } | Should -Be 'PlanMismatch,DsrReadiness.Commands.InvokeDsrPlanCommand'
        Get-ErrorId { 'LAB03' | Invoke-DsrPlan -Plan $plan } | Should -Be 'PlanMismatch,DsrReadiness.Commands.InvokeDsrPlanCommand'
        Get-ErrorId { Invoke-DsrPlan -Plan $plan -Server (New-DsrLab LAB02) } | Should -Be 'ServerMismatch,DsrReadiness.Commands.InvokeDsrPlanCommand'
    }

    It 'are made on no server that a column of another name may mean' {
        $lab = New-DsrLab LAB01
        foreach ($name in 'HostName', 'Computer', 'Ports') {
            $row = [pscustomobject] @{ $name = 'LAB09'; VirtualIPAddress = $lbVip; Port = 443 }
            Get-ErrorId { $row | Invoke-DsrPlan -Server $lab } | Should -Be 'UnknownColumns,DsrReadiness.Commands.InvokeDsrPlanCommand'
            Get-ErrorId { $row | Undo-DsrPlan -Server $lab } | Should -Be 'UnknownColumns,DsrReadiness.Commands.UndoDsrPlanCommand'
        }
        ($lab | Get-DsrPlan $lbVip -Port 443).Changes.Count | Should -BeGreaterThan 5
        [pscustomobject] @{ Server = $lab; Note = 'x'; VirtualIPAddress = $lbVip; Port = 443 } | Invoke-DsrPlan -PassThru -WarningVariable warned -WarningAction SilentlyContinue | ForEach-Object Result | Should -Be 'Applied'
        $warned | Should -BeLike '*Note*'
    }

    It 'go to the server that they were made for' {
        $plan = New-DsrLab LAB01 | Get-DsrPlan
        $result = Invoke-DsrPlan -Plan $plan -PassThru
        $result.ComputerName | Should -Be 'LAB01'
        [object]::ReferenceEquals($result.Server, $plan.Server) | Should -BeTrue
    }

    It 'that fail leave nothing behind and say why' {
        $lab = New-DsrLab
        $before = Get-State $lab
        $lab.Simulation.Faults.AtChange(5).Fail('AccessDenied')
        $lab | Invoke-DsrPlan -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -Be 'ChangeFailed,DsrReadiness.Commands.InvokeDsrPlanCommand'
        $problem[0].Exception.Message | Should -BeLike '*AccessDenied*Everything that was done is undone.'
        Get-State $lab | Should -Be $before
    }

    It 'leave to the administrator what no change answers, and do the rest' {
        $lab = New-DsrLab
        $plan = Get-DsrPlan $lbVip -Port 8443 -Server $lab
        $plan.IsRefused | Should -BeFalse
        $plan.Refusals | Should -BeLike '*Nothing listens on tcp/8443*'
        "$(($plan | Invoke-DsrPlan -PassThru -WarningVariable said -WarningAction SilentlyContinue).Result)" | Should -Be 'Applied'
        "$said" | Should -BeLike '*left to you: Nothing listens on tcp/8443*'
        ("$said" -split "`n")[1] | Should -Be 'Get-NetTCPConnection -State Listen -LocalPort 8443'
    }

    It 'that are refused as a whole change nothing' {
        $lab = New-DsrLab
        $plan = Get-DsrPlan 192.0.2.51 -Server $lab
        $plan.IsRefused | Should -BeTrue
        $plan.Changes | Should -BeNullOrEmpty
        Get-ErrorId { $plan | Invoke-DsrPlan } | Should -Be 'PlanRefused,DsrReadiness.Commands.InvokeDsrPlanCommand'
        Get-Change $lab | Should -BeNullOrEmpty
    }

    It 'that fail stay where they are with -KeepOnFailure, and a second run completes them' {
        $lab = New-DsrLab
        $lab.Simulation.Faults.AtChange(5).Fail('AccessDenied')
        $lab | Invoke-DsrPlan -KeepOnFailure -ErrorAction SilentlyContinue
        Get-DsrLoopback -Server $lab | Should -Not -BeNullOrEmpty
        "$(($lab | Invoke-DsrPlan -PassThru).Result)" | Should -Be 'Applied'
    }
}

Describe 'Errors of changing' {
    It '<Id> is said before anything is changed' -ForEach @(
        @{ Id = 'NotElevated'; Lab = @{ NotElevated = $true } }
        @{ Id = 'DeviceIsRemote'; Lab = @{ Remote = $true } }
    ) {
        $server = New-DsrLab @Lab
        Get-ErrorId { New-DsrLoopback $lbVip -Server $server } | Should -Be "$Id,DsrReadiness.Commands.NewDsrLoopbackCommand"
        Get-ErrorId { $server | Invoke-DsrPlan } | Should -Be "$Id,DsrReadiness.Commands.InvokeDsrPlanCommand"
        Get-Change $server | Should -BeNullOrEmpty
    }

    It 'do not hit a remote server where no device is made' {
        $remote = New-DsrLab -Remote -Shape HalfDone
        $remote | Invoke-DsrPlan -WarningAction SilentlyContinue
        $remote | Test-DsrReadiness -Quiet | Should -BeTrue
    }

    It '<Id>: <Case>' -ForEach @(
        @{ Id = 'LoopbackNotFound'; Case = 'a loopback that is not there'; Script = { Enable-DsrWeakHost -LoopbackAlias Nope -Server $server } }
        @{ Id = 'InterfaceNotFound'; Case = 'a traffic interface that is not there'; Script = { Enable-DsrWeakHost -InterfaceAlias Nope -Server $server } }
        @{ Id = 'InterfaceNotFound'; Case = 'an index that is not there'; Script = { Enable-DsrWeakHost -InterfaceIndex 99 -Server $server } }
        @{ Id = 'InterfaceNotFound'; Case = 'an interface to list that is not there'; Script = { Get-DsrWeakHost Nope -Server $server } }
        @{ Id = 'LoopbackNotFound'; Case = 'a loopback to list that is not there'; Script = { Get-DsrLoopback Nope -Server $server } }
        @{ Id = 'FirewallRuleNotFound'; Case = 'a rule to list that is not there'; Script = { Get-DsrFirewallRule Nope -Server $server } }
        @{ Id = 'VirtualIPAddressNotKnown'; Case = 'no VIP named and none there'; Script = { Enable-DsrWeakHost -Server (New-DsrLab) } }
        @{ Id = 'PlanRefused'; Case = 'a second loopback'; Script = { New-DsrLoopback 192.0.2.9 -Server $server } }
        @{ Id = 'PlanRefused'; Case = 'a VIP that nobody has'; Script = { Remove-DsrVirtualIPAddress 192.0.2.9 -Server $server -Confirm:$false } }
        @{ Id = 'PlanRefused'; Case = 'a VIP on an interface that answers'; Script = { New-DsrLoopback 192.0.2.10 -Server (New-DsrLab -Shape VipOnTrafficInterface) } }
        @{ Id = 'InvalidService'; Case = 'a VIP that is not an address'; Script = { Add-DsrVirtualIPAddress 192.0.2 -Server $server } }
        @{ Id = 'ParameterNotForPlan'; Case = 'a plan that is made already, and a parameter for making one'; Script = { Get-DsrPlan 192.0.2.9 -Server $server | Invoke-DsrPlan -Removal } }
        @{ Id = 'ParameterNotForPlan'; Case = 'a plan by name, likewise'; Script = { Invoke-DsrPlan -Plan (Get-DsrPlan 192.0.2.9 -Server $server) -LoopbackAlias x } }
        @{ Id = 'RunNotNamed'; Case = 'nothing named to undo'; Script = { Undo-DsrPlan -Server $server } }
        @{ Id = 'RunNotFound'; Case = 'a run that there is not'; Script = { Undo-DsrPlan -RunId x -Server $server } }
        @{ Id = 'ServerCannotBeChanged'; Case = 'a snapshot'; Script = { Add-DsrVirtualIPAddress 192.168.11.51 -Server (Import-DsrSnapshot "$samples/server2019-ready.json") } }
    ) {
        $server = New-DsrLab -Shape Ready
        (Get-ErrorId $Script) -replace ',.*' | Should -Be $Id
        Get-Change $server | Should -BeNullOrEmpty
    }
}

Describe '-WhatIf' {
    It 'changes nothing, writes nothing, and shows each change: <Script>' -ForEach @(
        @{ Shape = 'Clean'; Script = 'New-DsrLoopback 192.0.2.10' }
        @{ Shape = 'Clean'; Script = 'Invoke-DsrPlan 192.0.2.10 -Port 443 -PassThru' }
        @{ Shape = 'Ready'; Script = 'Remove-DsrLoopback "DSR Loopback" -PassThru' }
        @{ Shape = 'Ready'; Script = 'Add-DsrVirtualIPAddress 192.0.2.9 -PassThru' }
        @{ Shape = 'Ready'; Script = 'Remove-DsrVirtualIPAddress 192.0.2.10 -PassThru' }
        @{ Shape = 'HalfDone'; Script = 'Enable-DsrWeakHost -PassThru' }
        @{ Shape = 'Ready'; Script = 'Disable-DsrWeakHost -PassThru' }
        @{ Shape = 'HalfDone'; Script = 'New-DsrFirewallRule 192.0.2.10 -Port 443' }
        @{ Shape = 'Ready'; Script = 'Enable-DsrDnsRegistration -PassThru' }
        @{ Shape = 'HalfDone'; Script = 'Disable-DsrDnsRegistration -PassThru' }
    ) {
        $server = New-DsrLab -Shape $Shape
        $run = Invoke-Hosted "$Script -Server `$server -WhatIf" @{ server = $server }
        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
        $run.Text | Should -Match 'What if: .*LAB01'
        Get-Change $server | Should -BeNullOrEmpty
    }

    It 'shows a removed rule' {
        $server = New-DsrLab
        New-DsrFirewallRule $lbVip -Port 443 -Server $server | Out-Null
        $before = (Get-Change $server).Count
        (Invoke-Hosted 'Remove-DsrFirewallRule * -Server $server -WhatIf' @{ server = $server }).Text | Should -Match 'What if: .*Remove firewall rule'
        (Get-Change $server).Count | Should -Be $before
    }

    It 'shows what undoing would do' {
        $server = New-DsrLab
        New-DsrLoopback 192.0.2.10 -Server $server | Out-Null
        $before = (Get-Change $server).Count
        $run = Invoke-Hosted 'Undo-DsrPlan 192.0.2.10 -Server $server -WhatIf -PassThru' @{ server = $server }
        $run.Output | Should -BeNullOrEmpty
        $run.Text | Should -Match 'What if: .*Undo: Remove the loopback adapter'
        (Get-Change $server).Count | Should -Be $before
    }

    It 'shows what a plan would do to the server of a snapshot' {
        $run = Invoke-Hosted '$server | New-DsrLoopback 192.168.11.50 -WhatIf' @{ server = Import-DsrSnapshot "$samples/server2019-one-nic.json" }
        $run.Text | Should -Match 'What if: .*Create a KM-TEST loopback adapter.*SRV19A'
    }

    It 'follows the preference' {
        $server = New-DsrLab
        (Invoke-Hosted '$WhatIfPreference = $true; New-DsrLoopback 192.0.2.10 -Server $server' @{ server = $server }).Output | Should -BeNullOrEmpty
        Get-Change $server | Should -BeNullOrEmpty
    }
}

Describe '-Confirm' {
    BeforeAll { $yes = 0; $no = 2 }

    It 'asks for each change, and a no ends the run and says how to take back what was done' {
        $server = New-DsrLab
        $run = Invoke-Hosted 'New-DsrLoopback 192.0.2.10 -Server $server -Confirm' @{ server = $server } $yes, $yes, $no
        $run.Questions.Count | Should -Be 3
        $run.Questions[0] | Should -BeLike '*Create a KM-TEST loopback adapter*LAB01*'
        $run.Output | Should -BeNullOrEmpty
        "$($run.Warnings)" | Should -BeLike '*Declined: Unbind*Undo-DsrPlan -RunId*'
        (Get-DsrLoopback -Server $server).LoopbackAlias | Should -Be 'DSR Loopback'

        Undo-DsrPlan $lbVip -Server $server -Confirm:$false
        Get-DsrLoopback -Server $server | Should -BeNullOrEmpty
    }

    It 'is asked without being told to where a VIP is taken away' -ForEach @(
        @{ Script = 'Remove-DsrVirtualIPAddress 192.0.2.10 -Server $server' }
        @{ Script = 'Remove-DsrLoopback "DSR Loopback" -Server $server' }
    ) {
        $server = New-DsrLab -Shape Ready
        $run = Invoke-Hosted $Script @{ server = $server } $no
        $run.Questions.Count | Should -Be 1
        Get-Change $server | Should -BeNullOrEmpty
    }

    It 'is asked one after the other for several servers' {
        $pool = New-DsrLab -Count 3 -Shape HalfDone
        $run = Invoke-Hosted 'Disable-DsrDnsRegistration -Server $pool -Confirm' @{ pool = $pool } $yes, $yes, $yes
        $run.Questions.Count | Should -Be 3
        ($pool | Test-DsrReadiness -Check D01 -Strict -Quiet) | Sort-Object -Unique | Should -BeTrue
    }
}

Describe 'Progress' {
    It 'is shown of the changes of each server, and of the servers' {
        $pool = New-DsrLab -Count 3 -Shape HalfDone
        $run = Invoke-Hosted 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $pool' @{ pool = $pool }
        $run.Progress.Activity | Sort-Object -Unique | Should -Be 'Changing LAB01', 'Changing LAB02', 'Changing LAB03', 'Invoke-DsrPlan'
        ($run.Progress | Where-Object Activity -EQ 'Changing LAB02').Count | Should -BeGreaterThan 3
        $run.Progress[-1].RecordType | Should -Be 'Completed'
        $run.Progress[-1].StatusDescription | Should -Be '3 of 3 servers'
        foreach ($id in $run.Progress.ActivityId | Sort-Object -Unique) { ($run.Progress | Where-Object ActivityId -EQ $id)[-1].RecordType | Should -Be 'Completed' }
    }

    It 'is not shown where there is one server to read' {
        (Invoke-Hosted 'Test-DsrReadiness 192.0.2.10 -Server $lab' @{ lab = New-DsrLab }).Progress | Should -BeNullOrEmpty
    }
}

Describe '-Verbose' {
    It 'tells each operation' {
        $server = New-DsrLab
        $text = New-DsrLoopback 192.0.2.10 -Server $server -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$text" | Should -BeLike '*LAB01: Create a loopback device.*'
        "$text" | Should -BeLike '*LAB01: Invoke MSFT_NetIPAddress.Create: *'
    }
}
