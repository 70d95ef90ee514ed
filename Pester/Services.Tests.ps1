BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $page = Get-Content "$PSScriptRoot/../docs/services.md" -Raw

    function Set-Services([string] $Name, [string] $Text) {
        Set-Content "$TestDrive/$Name" $Text
        "$TestDrive/$Name"
    }

    # The example of the page, in one of its two forms.
    function Get-Example([string] $Language) { [regex]::Match($page, "(?s)``````$Language\n(@?\{.*?)``````").Groups[1].Value }

    # What a file asks of a server, by the verdicts.
    function Get-Asked([string] $File, [string] $ComputerName) {
        New-DsrLab $ComputerName | Test-DsrReadiness -ServiceFile $File -Check H06 |
            Select-Object ComputerName, ServiceName, VirtualIPAddress, Port, Balancer, Probe, ClientAddress, TrafficInterface, Environment | ConvertTo-Json -Depth 4
    }

    $web = '{ "name": "web", "virtualIPAddress": "192.168.11.50", "port": 443, "server": ["SRV19A", "WEB02"] }'
    $dns = '{ "name": "dns", "virtualIPAddress": "192.168.11.53", "port": "udp/53", "server": "SRV19A" }'
    $both = Set-Services 'both.json' "{ `"format`": `"dsr-services/1`", `"service`": [$web, $dns] }"
}

Describe 'A service file' {
    It 'asks each server for the services that name it' {
        $verdicts = $ready | Test-DsrReadiness -ServiceFile $both
        $verdicts.ServiceName | Should -Be 'web', 'dns'
        $verdicts.Verdict | Should -Be 'Ready', 'NotReady'
        New-DsrLab WEB02 | Test-DsrReadiness -ServiceFile $both -Quiet | Should -HaveCount 1
    }

    It 'asks for a service by name, whoever is asked' {
        (New-DsrLab MAIL01 | Test-DsrReadiness -ServiceFile $both -ServiceName dns).VirtualIPAddress | Should -Be '192.168.11.53'
    }

    It 'says the same as JSON and as PowerShell data' {
        $json = Set-Services 'example.json' (Get-Example json)
        $data = Set-Services 'example.psd1' (Get-Example powershell)
        foreach ($computer in 'WEB01', 'DNS01', 'DNS03') {
            $said = Get-Asked $json $computer
            $said | Should -BeLike '*VirtualIPAddress*'
            Get-Asked $data $computer | Should -Be $said
        }
        { Import-PowerShellDataFile "$TestDrive/example.psd1" } | Should -Not -Throw
    }

    It 'takes PowerShell data in many forms' {
        $file = Set-Services 'forms.psd1' @'
# A comment.
@{
    format = 'dsr-services/1'; 'Service' = (@{
        NAME = "web"
        VirtualIPAddress = @(
            '192.168.11.50'
            '192.168.11.51', '192.168.11.52'
        )
        Port = @(443; 80)
        Server = @('SRV19A')
    })
}
'@
        $verdict = $ready | Test-DsrReadiness -ServiceFile $file -Check H06
        $verdict.VirtualIPAddress | Should -Be '192.168.11.50', '192.168.11.51', '192.168.11.52'
        $verdict.Port | Should -Be 'tcp/443', 'tcp/80'
    }

    It 'runs nothing that is in PowerShell data: <Text>' -ForEach @(
        @{ Text = 'Set-Content $env:DSR_PROOF yes'; Line = 1 }
        @{ Text = "@{ Format = `"`$(Set-Content `$env:DSR_PROOF yes)`" }"; Line = 1 }
        @{ Text = "@{`n Format = (Set-Content `$env:DSR_PROOF yes) }"; Line = 2 }
        @{ Text = "@{ Format = { Set-Content `$env:DSR_PROOF yes } }"; Line = 1 }
        @{ Text = "@{ Format = [IO.File]::WriteAllText(`$env:DSR_PROOF, 'yes') }"; Line = 1 }
        @{ Text = "@{ (Set-Content `$env:DSR_PROOF yes) = 1 }"; Line = 1 }
        @{ Text = "@{ Format = 'dsr-services/1' }`nSet-Content `$env:DSR_PROOF yes"; Line = 2 }
        @{ Text = 'param($x = (Set-Content $env:DSR_PROOF yes)) @{ }'; Line = 1 }
        @{ Text = '@{ Format = '; Line = 1 }
    ) {
        $env:DSR_PROOF = "$TestDrive/proof"
        $file = Set-Services 'hostile.psd1' $Text
        try { $ready | Test-DsrReadiness -ServiceFile $file -ErrorAction Stop; $problem = $null } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -Be 'InvalidServiceFile,DsrReadiness.Commands.TestDsrReadinessCommand'
        "$problem" | Should -BeLike "*hostile.psd1: line $Line, column *"
        "$TestDrive/proof" | Should -Not -Exist
    }

    It 'names a mistake in PowerShell data with its place and what may be meant' {
        $file = Set-Services 'mistake.psd1' "@{`n  Format = 'dsr-services/1'`n  Service = @{ Name = 'web'; VIP = '192.0.2.10' }`n}"
        { $ready | Test-DsrReadiness -ServiceFile $file } | Should -Throw -ExpectedMessage "*mistake.psd1: line 3, column 30: found member 'VIP', which a service cannot have; 'virtualIPAddress' may be meant."
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'FileNotFound'; Case = 'a file that is not there'; Splat = @{ ServiceFile = 'nowhere.json' } }
        @{ Id = 'NotAFile'; Case = 'a folder'; Splat = @{ ServiceFile = '.' } }
        @{ Id = 'NotAFile'; Case = 'what is not a file'; Splat = @{ ServiceFile = 'env:PATH' } }
        @{ Id = 'InvalidServiceFile'; Case = 'another file'; Splat = @{ ServiceFile = "$PSScriptRoot/../docs/samples/server2019-ready.json" } }
        @{ Id = 'ServiceNotFound'; Case = 'a service that the file does not have'; Splat = @{ ServiceFile = 'both.json'; ServiceName = 'mail' } }
        @{ Id = 'ServerNotInServiceFile'; Case = 'a server that it does not name'; Splat = @{ ServiceFile = 'both.json'; Server = 'lab' } }
    ) {
        if ($Splat.Server) { $Splat.Server = New-DsrLab MAIL01 } else { $Splat.Server = $ready }
        Push-Location $TestDrive
        try { Get-ErrorId { Test-DsrReadiness @Splat } | Should -Be "$Id,DsrReadiness.Commands.TestDsrReadinessCommand" }
        finally { Pop-Location }
    }

    It 'goes with no description of a service' {
        Get-ErrorId { $ready | Test-DsrReadiness -ServiceFile $both -Port 443 } | Should -Be 'AmbiguousParameterSet,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'lets <Command> turn to the servers that it names' -ForEach @{ Command = 'Test-DsrReadiness' }, @{ Command = 'Get-DsrPlan' } {
        & $Command -ServiceFile $both -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).TargetObject | ForEach-Object ToString | Sort-Object -Unique | Should -Be 'SRV19A', 'WEB02'
    }

    It 'lets no command that changes something turn to servers by itself' {
        Invoke-DsrPlan -ServiceFile $both -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems
        "$problems" | Should -Not -BeLike '*WEB02*'
    }

    It 'keeps pools apart' {
        $pool = Set-Services 'pool.json' "{ `"format`": `"dsr-services/1`", `"service`": $web }"
        $others = 'WEB02', 'MAIL01', 'MAIL02' | ForEach-Object { New-DsrLab $_ }
        $all = $ready | Test-DsrReadiness 192.168.11.50 -Pool $others
        $named = $ready | Test-DsrReadiness -ServiceFile $pool -Pool $others
        "$(($all.Results | Where-Object Id -EQ R02).Outcome)" | Should -Be 'Failed'
        ($named.Results | Where-Object Id -EQ R02).Reason | Should -BeLike 'Of a pool of 2*'
    }

    It 'is carried out, service by service' {
        $lab = New-DsrLab WEB02
        $file = Set-Services 'two.json' '{ "format": "dsr-services/1", "service": [
            { "name": "one", "virtualIPAddress": "192.0.2.10", "server": "WEB02" }, { "name": "two", "virtualIPAddress": "192.0.2.11", "server": "WEB02" }] }'
        ($lab | Get-DsrPlan -ServiceFile $file).ServiceName | Should -Be 'one', 'two'
        $lab | Invoke-DsrPlan -ServiceFile $file
        ($lab | Get-DsrLoopback | Where-Object VirtualIPAddress).VirtualIPAddress | Should -Be '192.0.2.10', '192.0.2.11'
        ($lab | Test-DsrReadiness -ServiceFile $file).Verdict | Should -Be 'Ready', 'Ready'
    }

    It 'opens the ports of each service' {
        $lab = New-DsrLab SRV19A
        ($lab | New-DsrFirewallRule -ServiceFile $both).VirtualIPAddress | Should -Be '192.168.11.50', '192.168.11.53'
    }

    It 'completes the names of its services' {
        $line = "Test-DsrReadiness -ServiceFile '$both' -ServiceName "
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be 'web', 'dns'
    }
}
