# Flow, time and words in a lab, which answers as the path of the packet says: that a real packet tells a good server from a bad one is proved by network namespaces, and not here.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $command = 'DsrReadiness.Commands.TestDsrConnectionCommand'
    function New-Pool([string[]] $Shape = ('Ready', 'HalfDone', 'Clean')) { New-DsrLab WEB01, WEB02, WEB03 -Shape $Shape -VirtualIPAddress 192.0.2.10, 2001:db8::10 }

    # The routes for the VIP that the asking computer of a lab has.
    function Get-LabRoute($Lab) {
        $all = [DsrReadiness.Cim.CimQuery]::new([DsrReadiness.Cim.Classes.NetRouteClass]::Class, 'Active', [DsrReadiness.Cim.CimCondition[]]@())
        @($Lab.Simulation.Segment.Asker.Backdoor.Read($all).Rows | ForEach-Object { "$($_.Get([DsrReadiness.Cim.Classes.NetRouteClass]::DestinationPrefix).Value)" } | Where-Object { $_ -in '192.0.2.10/32', '2001:db8::10/128' })
    }
}

Describe 'Test-DsrConnection' {
    It 'asks each server in its turn, and leaves no route' {
        $lab = New-Pool
        $connection = Test-DsrConnection 192.0.2.10, 2001:db8::10 -Port 443 -Balancer 192.0.2.5, 2001:db8::5 -Server $lab
        $connection | Should -BeOfType DsrReadiness.Output.DsrConnection
        @($connection | Where-Object { $_.VirtualIPAddress -eq '192.0.2.10' } | ForEach-Object { "$($_.ComputerName) $($_.Question) $($_.Outcome)" }) |
            Should -Be 'WEB01 tcp/443 Answered', 'WEB02 tcp/443 NoAnswer', 'WEB03 tcp/443 NoAnswer'
        @($connection | Where-Object { $_.VirtualIPAddress -eq '2001:db8::10' }).Count | Should -Be 3
        Get-LabRoute $lab[0] | Should -BeNullOrEmpty
        $good = $connection | Where-Object { "$($_.Outcome) $($_.VirtualIPAddress)" -eq 'Answered 192.0.2.10' }
        $good.Address | Should -Be '192.0.2.51'
        $good.AnsweredBy | Should -Be '00-00-5E-00-53-05 (the balancer)'
        $good.Check | Should -BeNullOrEmpty
        $good.Elapsed.TotalMilliseconds | Should -Be 2
    }

    It 'names the checks of a server that can be read, and is piped on to what explains it' {
        $connection = New-Pool | Test-DsrConnection 192.0.2.10 -Port 443
        $bad = $connection | Where-Object ComputerName -EQ WEB03
        $bad.Check | Should -Be 'V01', 'M01'
        $bad.Reason | Should -Match 'fails V01'
        $path = $connection | Where-Object Outcome -NE Answered | Trace-DsrPath
        @($path.ComputerName | Sort-Object) | Should -Be 'WEB02', 'WEB03'
        @($path.Outcome | Select-Object -Unique) | Should -Be 'Dropped'
        ($bad | Get-DsrPlan).Changes.Count | Should -BeGreaterThan 5
    }

    It 'takes verdicts, and tells where a packet disagrees' {
        $lab = New-DsrLab WEB01, WEB02 -Shape Ready
        $lab[1].Simulation.Behaviour.IgnoresPackets = $true
        $connection = $lab | Test-DsrReadiness 192.0.2.10 -Port 443 | Test-DsrConnection
        "$(($connection | Where-Object ComputerName -EQ WEB01).Outcome)" | Should -Be 'Answered'
        $odd = $connection | Where-Object ComputerName -EQ WEB02
        "$($odd.Outcome)" | Should -Be 'NoAnswer'
        $odd.Disagreement | Should -Match 'passes all that checks see'
    }

    It 'looks at the certificate and the status' {
        $lab = New-DsrLab WEB01, WEB02 -Shape Ready
        $lab[1].Simulation.Behaviour.HttpStatus = 503
        $connection = Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab -Tls -HostName www.example.com -Path /health
        @($connection.Outcome | ForEach-Object { "$_" }) | Should -Be 'Answered', 'WrongStatus'
        $connection.HttpStatus | Should -Be 200, 503
        $connection[0].CertificateSubject | Should -Be 'CN=www.example.com'
        "$((Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab[1] -Path / -ExpectedStatus 503).Outcome)" | Should -Be 'Answered'
    }

    It 'shows each route under -WhatIf, and makes none' {
        $lab = New-Pool
        $shown = Invoke-Hosted 'Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab -WhatIf' @{ lab = $lab }
        $shown.Output | Should -BeNullOrEmpty
        @([regex]::Matches($shown.Text, 'Route 192\.0\.2\.10 by way of WEB0\d \(192\.0\.2\.5\d\) on Ethernet')).Count | Should -Be 3
        @($lab[0].Simulation.Segment.Asker.Calls | Where-Object IsChange).Count | Should -Be 0
    }

    It 'asks once a VIP with -Confirm, and sends nothing where the answer is no' {
        $yes, $no = 0, 2
        $asked = Invoke-Hosted 'Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab -Confirm' @{ lab = (New-Pool) } $yes
        @($asked.Questions).Count | Should -Be 1
        $asked.Output.Count | Should -Be 3
        $lab = New-Pool
        $refused = Invoke-Hosted 'Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab -Confirm' @{ lab = $lab } $no
        $refused.Output | Should -BeNullOrEmpty
        @($lab[0].Simulation.Segment.Asker.Calls | Where-Object IsChange).Count | Should -Be 0
    }

    It 'shows how far it is' {
        $progress = (Invoke-Hosted 'Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab' @{ lab = (New-Pool) }).Progress
        $progress.StatusDescription | Should -Contain '1 of 3: WEB01, 192.0.2.10, tcp/443'
        "$($progress[-1].RecordType)" | Should -Be 'Completed'
    }

    It 'gives the route back within a second after Ctrl+C' {
        $lab = New-DsrLab WEB01 -Shape Ready
        $lab.Simulation.Behaviour.AnswersAfter = '00:05:00'
        $shell = [powershell]::Create()
        try {
            $shell.Runspace.SessionStateProxy.SetVariable('lab', $lab)
            $pending = $shell.AddScript("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; Test-DsrConnection 192.0.2.10 -Port 443 -Server `$lab").BeginInvoke()
            $spent = [System.Diagnostics.Stopwatch]::StartNew()
            while (-not (Get-LabRoute $lab) -and $spent.Elapsed.TotalSeconds -lt 30) { Start-Sleep -Milliseconds 20 }
            Get-LabRoute $lab | Should -Be '192.0.2.10/32' -Because 'it has to be stopped while there is a route'
            $spent.Restart()
            $shell.Stop()
            try { $null = $shell.EndInvoke($pending) } catch [System.Management.Automation.PipelineStoppedException] { }
            $spent.Elapsed.TotalSeconds | Should -BeLessThan 1
            "$($shell.InvocationStateInfo.State)" | Should -Be 'Stopped'
            Get-LabRoute $lab | Should -BeNullOrEmpty
        }
        finally { $shell.Dispose() }
    }

    It 'reads service files, and of snapshots their addresses' {
        @{ format = 'dsr-services/1'; service = @(@{ name = 'web'; virtualIPAddress = '192.0.2.10'; port = 443; balancer = '192.0.2.5'; server = 'WEB01', 'WEB02' }) } |
            ConvertTo-Json -Depth 5 | Set-Content "$TestDrive/services.json"
        $connection = New-Pool | Test-DsrConnection -ServiceFile "$TestDrive/services.json" -ErrorVariable failed -ErrorAction SilentlyContinue
        $connection.ServiceName | Should -Be 'web', 'web'
        $failed.FullyQualifiedErrorId | Should -Be "ServerNotInServiceFile,$command"
    }

    It 'holds packets against -Snapshot' {
        $lab = New-Pool
        $connection = Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab[2] -Snapshot $lab[2]
        $connection.Check | Should -Be 'V01', 'M01'
    }

    It 'says first that it requires a right' {
        $lab = New-DsrLab WEB01 -Shape Ready -NotElevated
        Get-ErrorId { Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab } | Should -Be "PacketsNeedElevation,$command"
        @($lab.Simulation.Segment.Asker.Calls).Count | Should -Be 0
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'InvalidService'; Case = 'no port'; Splat = @{ VirtualIPAddress = '192.0.2.10' } }
        @{ Id = 'InvalidService'; Case = 'a port that is none'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = 'web' } }
        @{ Id = 'InvalidService'; Case = 'a datagram without words'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = 'udp/514' } }
        @{ Id = 'InvalidService'; Case = 'a payload that is none'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = 'udp/514'; Payload = 'abc' } }
        @{ Id = 'InvalidService'; Case = 'a path that is none'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = '80'; Path = 'health' } }
        @{ Id = 'InvalidService'; Case = 'a status without a path'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = '80'; ExpectedStatus = 200 } }
        @{ Id = 'InvalidService'; Case = 'a name that is none'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = '443'; Tls = $true; HostName = 'a b' } }
        @{ Id = 'InvalidService'; Case = 'a check that is skipped without TLS'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = '443'; SkipCertificateCheck = $true } }
        @{ Id = 'ValueIsBlank'; Case = 'a blank port'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Port = '' } }
        @{ Id = 'FileNotFound'; Case = 'a service file that is not there'; Splat = @{ ServiceFile = 'TestDrive:/none.json' } }
    ) {
        Get-ErrorId { Test-DsrConnection @Splat -Server (New-DsrLab WEB01 -Shape Ready) } | Should -Be "$Id,$command"
    }

    It 'refuses clouds, and says why of each server' {
        $connection = New-Pool | Test-DsrConnection 192.0.2.10 -Port 443 -Environment Azure
        @($connection.Outcome | Select-Object -Unique | ForEach-Object { "$_" }) | Should -Be 'NotAsked'
        $connection[0].Reason | Should -Match 'cloud'
    }

    It 'shows a hostile name as text' {
        $lab = New-DsrLab WEB01 -Shape Clean
        Export-DsrSnapshot "$TestDrive/hostile.json" -Server $lab
        (Get-Content "$TestDrive/hostile.json" -Raw) -replace '"WEB01"', '"WEB\u001b[31m01"' | Set-Content "$TestDrive/hostile.json"
        $connection = Test-DsrConnection 192.0.2.10 -Port 443 -Server $lab -Snapshot (Import-DsrSnapshot "$TestDrive/hostile.json")
        ($connection | Format-List | Out-String) -replace "`e\[(32;1|0|1;31|1)?m" | Should -Not -Match "`e"
    }

    It 'stays readable when it comes back from a file' {
        $copy = New-Pool | Test-DsrConnection 192.0.2.10 -Port 443 | Select-Object -Last 1 | ForEach-Object { Export-Clixml "$TestDrive/copy.xml" -InputObject $_ -Depth 3; Import-Clixml "$TestDrive/copy.xml" }
        "$($copy.ComputerName) $($copy.VirtualIPAddress) $($copy.Check)" | Should -Be 'WEB03 192.0.2.10 V01 M01'
    }
}
