# Nothing that was not asked may look as if it were in order.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $lab = New-DsrLab W1 -Shape Ready
}

Describe 'A value that was given and is blank' {
    It '<Command> -<Name> ''<Value>'' is an error' -ForEach @(
        foreach ($value in '', ' ') {
            foreach ($name in 'Port', 'Balancer', 'Probe', 'ClientAddress') {
                foreach ($command in 'Test-DsrReadiness', 'Trace-DsrPath', 'Get-DsrPlan', 'Invoke-DsrPlan', 'New-DsrFirewallRule') { @{ Command = $command; Name = $name; Value = $value } }
            }
        }
    ) {
        $service = @{ VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = $lab }
        $service[$Name] = $Value
        @(Get-ErrorId { & $Command @service }) | Should -BeLike 'ValueIsBlank,*'
    }

    It 'in a row is an error: <Text>' -ForEach @(
        @{ Text = "ComputerName,VirtualIPAddress,Port`nW1,192.0.2.10," }
        @{ Text = "ComputerName,VirtualIPAddress,Balancer`nW1,192.0.2.10, " }
        @{ Text = "ComputerName,VirtualIPAddress,Probe`nW1,192.0.2.10," }
        @{ Text = "ComputerName,VirtualIPAddress,ClientAddress`nW1,192.0.2.10," }
        @{ Text = "ComputerName,VirtualIPAddress`nW1," }
    ) {
        $rows = $Text | ConvertFrom-Csv
        @(Get-ErrorId { $rows | Test-DsrReadiness -Server $lab }).Count | Should -Be 1
        $rows | Test-DsrReadiness -Server $lab -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
    }

    It 'is an error where it would mean all VIPs: <Script>' -ForEach @(
        @{ Script = { Disable-DsrWeakHost -VirtualIPAddress '' -Server $lab -Confirm:$false } }
        @{ Script = { Undo-DsrPlan -VirtualIPAddress '' -Server $lab -Confirm:$false } }
        @{ Script = { Undo-DsrPlan 192.0.2.10 -RunId '' -Server $lab -Confirm:$false } }
        @{ Script = { Remove-DsrLoopback 'DSR Loopback' -VirtualIPAddress '' -Server $lab -Confirm:$false } }
        @{ Script = { Get-DsrLoopback -VirtualIPAddress '' -Server $lab } }
        @{ Script = { Get-DsrFirewallRule -VirtualIPAddress '' -Server $lab } }
        @{ Script = { New-DsrLoopback 192.0.2.9 -Port '' -Server $lab } }
        @{ Script = { Test-DsrArp 192.0.2.10 -Balancer '' -Server $lab } }
    ) {
        $count = $lab.Simulation.Calls.Count
        @(Get-ErrorId $Script) | Should -BeLike 'ValueIsBlank,*'
        @($lab.Simulation.Calls | Select-Object -Skip $count | Where-Object IsChange) | Should -BeNullOrEmpty
    }

    It 'in a service file is an error: <Member>' -ForEach @(
        @{ Member = '"virtualIPAddress": ""' }, @{ Member = '"virtualIPAddress": []' }, @{ Member = '"virtualIPAddress": "192.0.2.10", "port": ""' }
        @{ Member = '"virtualIPAddress": "192.0.2.10", "port": ["443", " "]' }, @{ Member = '"virtualIPAddress": "192.0.2.10", "balancer": ""' }
        @{ Member = '"virtualIPAddress": "192.0.2.10", "probe": ""' }, @{ Member = '"virtualIPAddress": "192.0.2.10", "clientAddress": [""]' }
        @{ Member = '"virtualIPAddress": "192.0.2.10", "server": ""' }
    ) {
        "{ `"format`": `"dsr-services/1`", `"service`": { `"name`": `"web`", $Member } }" | Set-Content "$TestDrive/blank.json"
        @(Get-ErrorId { Test-DsrReadiness -ServiceFile "$TestDrive/blank.json" -Server $lab }) | Should -BeLike 'InvalidServiceFile,*'
    }

    It 'of our own objects means that it was not given: <Name>' -ForEach @(
        @{ Name = 'live'; Copy = { param($Object) $Object } }
        @{ Name = 'selected'; Copy = { param($Object) $Object | Select-Object VirtualIPAddress, Port, Balancer, Probe, ClientAddress } }
        @{ Name = 'from CSV'; Copy = { param($Object) $Object | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $verdict = Test-DsrReadiness 192.0.2.10 -Server $lab
        $verdict.Probe | Should -BeNullOrEmpty
        $again = & $Copy $verdict | Test-DsrReadiness -Server $lab
        $again.VirtualIPAddress | Should -Be '192.0.2.10'
        $again.Port | Should -BeNullOrEmpty
    }
}

Describe 'Columns that nothing takes' {
    It 'are named in a warning, once' {
        $rows = "ComputerName,VIP,Prt,InterfaceAlias`nW1,192.0.2.10,443,NoSuchNic`nW1,192.0.2.10,443,NoSuchNic" | ConvertFrom-Csv
        $null = $rows | Test-DsrReadiness -Server $lab -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
        "$said" | Should -BeLike '*Prt, InterfaceAlias*'
    }

    It 'are not looked for in objects of ours, nor in what is not a row' {
        $null = $lab | Test-DsrReadiness 192.0.2.10 | Select-Object * | Test-DsrReadiness -Server $lab -WarningVariable said
        $null = $lab | Test-DsrReadiness 192.0.2.10 -WarningVariable +said
        $said | Should -BeNullOrEmpty
    }
}

Describe '-Quiet' {
    It 'is one answer for all servers: <Shapes>' -ForEach @(
        @{ Shapes = 'Ready', 'Ready'; Answer = $true }, @{ Shapes = 'Ready', 'HalfDone'; Answer = $false }, @{ Shapes = 'HalfDone', 'HalfDone'; Answer = $false }
    ) {
        $servers = $Shapes | ForEach-Object { $n = 0 } { $n++; New-DsrLab "Q$n" -Shape $_ }
        $piped = @($servers | Test-DsrReadiness 192.0.2.10 -Port 443 -Quiet)
        $given = @(Test-DsrReadiness 192.0.2.10 -Port 443 -Server $servers -Quiet)
        $piped, $given | ForEach-Object { $_.Count } | Should -Be 1, 1
        $piped[0], $given[0] | Should -Be $Answer, $Answer
    }

    It 'is false where something could not be judged' {
        @(@($lab, '') | Test-DsrReadiness 192.0.2.10 -Port 443 -Quiet -ErrorAction SilentlyContinue) | Should -Be @($false)
        @(@() | Test-DsrReadiness 192.0.2.10 -Quiet) | Should -Be @($false)
    }

    It 'is one answer for all services of a file' {
        '{ "format": "dsr-services/1", "service": [ { "name": "web", "virtualIPAddress": "192.0.2.10", "port": 443 }, { "name": "mail", "virtualIPAddress": "192.0.2.11", "port": 25 } ] }' | Set-Content "$TestDrive/two.json"
        @($lab | Test-DsrReadiness -ServiceFile "$TestDrive/two.json" -Quiet) | Should -Be @($false)
    }
}

Describe 'A report' {
    It 'of nothing is an error, in every format' -ForEach @('Html', 'JUnit', 'Markdown', 'Json') {
        @(Get-ErrorId { @() | ConvertTo-DsrReport -Format $_ }) | Should -Be @('NothingToReport,DsrReadiness.Commands.ConvertToDsrReportCommand')
        { 'x' | ConvertTo-DsrReport -Format $_ 2> $null } | Should -Throw '*nothing to report*'
    }
}
