BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $examples = "$PSScriptRoot/../examples"
    $lbVip = '192.0.2.10'
    $service = @{ VirtualIPAddress = $lbVip; Port = '443' }
    $services = "$TestDrive/services.json"
    '{ "format": "dsr-services/1", "service": { "name": "web", "virtualIPAddress": "192.0.2.10", "port": 443, "server": ["WEB01", "WEB02", "WEB03"] } }' | Set-Content $services

    function Get-ChangeCount($Lab) { @($Lab.Simulation.Calls | Where-Object IsChange).Count }
}

Describe 'Every runbook' {
    It '<Name> has typed parameters, -WhatIf and help with an example' -ForEach @(
        Get-ChildItem "$PSScriptRoot/../examples" -Filter *.ps1 -File | Where-Object Name -NotIn 'Invoke-FarmRunbook.ps1', 'Save-DsrSnapshot.ps1' | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
    ) {
        $errors = $null
        $ast = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        foreach ($parameter in $ast.ParamBlock.Parameters) {
            $parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.Language.TypeConstraintAst] } | Should -Not -BeNullOrEmpty -Because "$parameter"
        }
        "$($ast.ParamBlock.Attributes)" | Should -BeLike '*SupportsShouldProcess*'
        $ast.GetHelpContent().Synopsis | Should -Not -BeNullOrEmpty
        $ast.GetHelpContent().Examples.Count | Should -BeGreaterThan 0
    }
}

Describe 'Set-DsrServer' {
    It 'shows, changes and proves, and changes nothing in a second run' {
        $lab = New-DsrLab WEB01 -Shape HalfDone
        $null = & "$examples/Set-DsrServer.ps1" @service -Server $lab -WhatIf
        Get-ChangeCount $lab | Should -Be 0
        $text = & "$examples/Set-DsrServer.ps1" @service -Server $lab -Force 3> $null | Out-String
        $text | Should -Match '(?s)NotReady.*M01.*Verdict +: Ready'
        $count = Get-ChangeCount $lab
        $null = & "$examples/Set-DsrServer.ps1" @service -Server $lab -Force
        Get-ChangeCount $lab | Should -Be $count
    }

    It 'ends with 0 for a server that is ready, and with 1 for another' {
        $lab = New-DsrLab WEB01
        $null = & "$examples/Set-DsrServer.ps1" @service -Server $lab -WhatIf
        $LASTEXITCODE | Should -Be 1
        $null = & "$examples/Set-DsrServer.ps1" @service -Server $lab -Force 3> $null
        $LASTEXITCODE | Should -Be 0
        $null = & "$examples/Set-DsrServer.ps1" @service -Server $lab -Force
        $LASTEXITCODE | Should -Be 0
        $null = & "$examples/Set-DsrServer.ps1" -VirtualIPAddress $lbVip -Port 8443 -Server $lab -Force 3> $null
        $LASTEXITCODE | Should -Be 1
    }

    It 'asks for each change' {
        $lab = New-DsrLab WEB01
        $hosted = Invoke-Hosted "& '$examples/Set-DsrServer.ps1' -VirtualIPAddress 192.0.2.10 -Port 443 -Server `$lab" @{ lab = $lab } @(0, 2)
        $hosted.Questions.Count | Should -Be 2
        $lab | Test-DsrReadiness -Quiet | Should -BeFalse
    }
}

Describe 'Test-DsrFarm' {
    It 'judges, writes its report, and changes nothing' {
        $farm = @(New-DsrLab WEB01, WEB02 -Shape Ready -Remote) + @(New-DsrLab WEB03 -Shape HalfDone -Remote)
        $verdicts = & "$examples/Test-DsrFarm.ps1" -ServiceFile $services -Server $farm -ReportPath "$TestDrive/report"
        $verdicts.Verdict | Should -Be 'Ready', 'Ready', 'NotReady'
        Get-Content "$TestDrive/report/farm.html" -Raw | Should -BeLike '*2 of 3 servers are ready*'
        { [xml](Get-Content "$TestDrive/report/farm.xml" -Raw) } | Should -Not -Throw
        ($farm | ForEach-Object { Get-ChangeCount $_ } | Measure-Object -Sum).Sum | Should -Be 0
        $null = & "$examples/Test-DsrFarm.ps1" -ServiceFile $services -Server $farm -ReportPath "$TestDrive/none" -WhatIf
        "$TestDrive/none" | Should -Not -Exist
    }

    It 'ends with 1 unless all are ready' {
        $ready = New-DsrLab WEB01, WEB02 -Shape Ready
        $null = & "$examples/Test-DsrFarm.ps1" -ServiceFile $services -Server $ready
        $LASTEXITCODE | Should -Be 0
        $null = & "$examples/Test-DsrFarm.ps1" -ServiceFile $services -Server (@($ready) + @(New-DsrLab WEB03 -Shape HalfDone))
        $LASTEXITCODE | Should -Be 1
        $null = & "$examples/Test-DsrFarm.ps1" -ServiceFile $services -Server (@($ready) + @(New-DsrLab MAIL01 -Shape Ready)) 2> $null
        $LASTEXITCODE | Should -Be 1
    }
}

Describe 'Invoke-DsrFanOut' {
    BeforeAll {
        # Remoting runs the block on each server, where that server is this computer.
        Mock Invoke-Command {
            foreach ($name in $ComputerName) {
                $PSDefaultParameterValues = @{ '*-Dsr*:Server' = $farm[$name] }
                & $ScriptBlock @ArgumentList
            }
        }
    }

    It 'makes each ready over there, once' {
        $farm = @{ WEB01 = New-DsrLab WEB01; WEB02 = New-DsrLab WEB02 -Shape HalfDone }
        $shown = & "$examples/Invoke-DsrFanOut.ps1" -ComputerName WEB01, WEB02 @service -WhatIf
        $shown.Verdict | Should -Be 'NotReady', 'NotReady'
        $shown[0].Changes.Count | Should -BeGreaterThan 10
        Get-ChangeCount $farm.WEB01 | Should -Be 0

        $done = & "$examples/Invoke-DsrFanOut.ps1" -ComputerName WEB01, WEB02 @service 3> $null
        $done.Server | Should -Be 'WEB01', 'WEB02'
        $done.Verdict | Should -Be 'Ready', 'Ready'
        $done.RunId | Should -Not -BeNullOrEmpty
        $again = & "$examples/Invoke-DsrFanOut.ps1" -ComputerName WEB01, WEB02 @service
        $again.Changes | Should -BeNullOrEmpty
        Should -Invoke Invoke-Command -Times 3 -Exactly
    }
}

Describe 'Invoke-DsrHybridWorker' {
    It 'writes the verdict, and fails where the server is not ready' {
        $lab = New-DsrLab WEB01
        $PSDefaultParameterValues = @{ '*-Dsr*:Server' = $lab }
        { & "$examples/Invoke-DsrHybridWorker.ps1" @service -Environment OnPremises } | Should -Throw 'WEB01: NotReady.*V01*'
        Get-ChangeCount $lab | Should -Be 0
        $json = & "$examples/Invoke-DsrHybridWorker.ps1" @service -Environment OnPremises -MakeReady $true 3> $null
        ($json | ConvertFrom-Json).verdict | Should -Be 'Ready'
    }
}

Describe 'Watch-DsrDrift' {
    It 'keeps a reference, says when something has changed, and when it is not ready' {
        $lab = New-DsrLab WEB01 -Shape Ready
        $events = [System.Collections.Generic.List[object]]::new()
        $watch = @{ ServiceFile = $services; Folder = "$TestDrive/drift"; Server = $lab; EventWriter = { param($id, $kind, $text) $events.Add("$id $kind $text") } }
        $null = & "$examples/Watch-DsrDrift.ps1" @watch -WhatIf
        "$TestDrive/drift" | Should -Not -Exist
        (& "$examples/Watch-DsrDrift.ps1" @watch).EventId | Should -Be 1000
        "$TestDrive/drift/reference.json" | Should -Exist
        (& "$examples/Watch-DsrDrift.ps1" @watch).EventId | Should -Be 1000
        "$TestDrive/drift/report.html" | Should -Not -Exist

        $lab | Enable-DsrDnsRegistration
        $changed = & "$examples/Watch-DsrDrift.ps1" @watch
        $changed.EventId | Should -BeIn 1001, 1002
        $changed.Text | Should -BeLike '*R01 SameAsLastReady: *'

        Disable-DsrWeakHost -Server $lab -Confirm:$false
        (& "$examples/Watch-DsrDrift.ps1" @watch).EventId | Should -Be 1002
        $events[-1] | Should -BeLike '1002 Error WEB01 is not ready.*M01*'
        "$TestDrive/drift/report.html" | Should -Exist
        $events.Count | Should -Be 4
    }

    It 'shows its event as the page tells' {
        $page = Get-Content "$PSScriptRoot/../docs/runbooks.md" -Raw -Encoding utf8
        $block = [regex]::Matches($page, '(?s)```powershell\r?\n((?:(?!```).)*)```') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -like '*Watch-DsrDrift*' }
        $block | Should -HaveCount 1
        $lab = New-DsrLab WEB01 -Shape Ready
        Push-Location (New-Item -ItemType Directory "$TestDrive/page")
        try { $said = Invoke-Expression $block.Replace('./examples', $examples) 6>&1 }
        finally { Pop-Location }
        "$($said[0])" | Should -BeLike 'Information 1000: WEB01 is ready.*'
        "$TestDrive/page/drift/reference.json" | Should -Exist
    }

    It 'writes all that has changed, and not the first of it alone' {
        $lab = New-DsrLab WEB01 -Shape Ready
        $events = [System.Collections.Generic.List[string]]::new()
        $watch = @{ ServiceFile = $services; Folder = "$TestDrive/several"; Server = $lab; EventWriter = { param($id, $kind, $text) $events.Add($text) } }
        $null = & "$examples/Watch-DsrDrift.ps1" @watch
        $lab | Enable-DsrDnsRegistration
        Disable-DsrWeakHost -Server $lab -Confirm:$false
        $null = & "$examples/Watch-DsrDrift.ps1" @watch
        foreach ($check in 'M01', 'M02', 'M03', 'M05', 'D01') { $events[1] | Should -Match "$check \w+ has changed since" }
        @($events[1] -split '\r?\n' | Group-Object | Where-Object Count -GT 1).Name | Should -BeNullOrEmpty
        [regex]::Matches($events[1], 'M01 \w+ has changed since') | Should -HaveCount 1
    }

    It 'cuts what an event has no room for' {
        $finding = [pscustomobject] @{ Id = 'V01'; Name = 'Long'; Reason = 'x' * 40000; Outcome = 'Failed' }
        function Test-DsrReadiness { [pscustomobject] @{ Verdict = 'NotReady'; ComputerName = 'WEB01'; Results = @($finding); Failed = @($finding); Unknown = @() } }
        $events = [System.Collections.Generic.List[string]]::new()
        $null = & "$examples/Watch-DsrDrift.ps1" -ServiceFile $services -Folder "$TestDrive/long" -Server (New-DsrLab WEB01) -EventWriter { param($id, $kind, $text) $events.Add($text) }
        $events[0].Length | Should -BeLessThan 31839
        $events[0] | Should -BeLike 'WEB01 is not ready.*V01 Long: xxx*cut here*'
    }

    It 'writes its event whatever happens: <Case>' -ForEach @(
        @{ Case = 'a reference that is damaged'; Name = 'WEB01'; Break = { $null = New-Item -ItemType Directory $folder; Set-Content "$folder/reference.json" 'nothing' } }
        @{ Case = 'a server that the service file does not name'; Name = 'MAIL01'; Break = { } }
        @{ Case = 'a folder that cannot be made'; Name = 'WEB01'; Break = { Set-Content $folder 'a file' } }
    ) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        . $Break
        $events = [System.Collections.Generic.List[object]]::new()
        $done = & "$examples/Watch-DsrDrift.ps1" -ServiceFile $services -Folder $folder -Server (New-DsrLab $Name -Shape Ready) -EventWriter { param($id, $kind, $text) $events.Add("$id $kind $text") }
        $done.EventId | Should -Be 1003
        $events | Should -HaveCount 1
        $events[0] | Should -BeLike "1003 Warning $Name *"
    }
}

Describe 'Invoke-DsrMaintenance' {
    BeforeAll {
        $calls = [System.Collections.Generic.List[string]]::new()
        $blocks = @{ Drain = { param($server) $calls.Add("drain $server") }; Return = { param($server) $calls.Add("return $server") } }
    }
    BeforeEach { $calls.Clear() }

    It 'takes one at a time, and returns it when it is ready' {
        $farm = New-DsrLab WEB01, WEB02 -Shape HalfDone
        $null = & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks -WhatIf
        $calls | Should -BeNullOrEmpty
        Get-ChangeCount $farm[0] | Should -Be 0

        $done = & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks 3> $null
        $done.Verdict | Should -Be 'Ready', 'Ready'
        $done.Packet | Should -Be 'Answered', 'Answered'
        $calls | Should -Be 'drain WEB01', 'return WEB01', 'drain WEB02', 'return WEB02'
        (& "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks).RunId | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'stops at the first that is not ready, and leaves it drained' {
        $farm = @(New-DsrLab WEB01) + @(New-DsrLab WEB02 -Port 80) + @(New-DsrLab WEB03)
        { & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks 3> $null } | Should -Throw 'WEB02 is not ready and stays drained*S01*'
        $calls | Should -Be 'drain WEB01', 'return WEB01', 'drain WEB02'
        Get-ChangeCount $farm[2] | Should -Be 0
    }

    It 'stops at the first that is ready and answers no packet, and returns it only with -SkipPacket' {
        $farm = New-DsrLab WEB01, WEB02, WEB03 -Shape HalfDone
        $farm[1].Simulation.Behaviour.IgnoresPackets = $true
        { & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks 3> $null } | Should -Throw 'WEB02 is ready by its checks, and was not proved by a packet*NoAnswer*passes all that checks see*'
        $calls | Should -Be 'drain WEB01', 'return WEB01', 'drain WEB02'
        Get-ChangeCount $farm[2] | Should -Be 0
        $calls.Clear()
        $null = & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm[1] @service @blocks -SkipPacket 3> $null
        $calls | Should -Be 'drain WEB02', 'return WEB02'
    }

    It 'asks the packet what it is told' {
        $farm = New-DsrLab WEB01 -Shape HalfDone
        $farm.Simulation.Behaviour.HttpStatus = 503
        { & "$examples/Invoke-DsrMaintenance.ps1" -Server $farm @service @blocks -Packet @{ Tls = $true; Path = '/health' } 3> $null } | Should -Throw '*WrongStatus*503*'
    }
}

Describe 'Invoke-DsrAudit' {
    It 'judges files, writes a page, and says by its exit code how it is' {
        $file = "$TestDrive/audit.json"
        "{ `"format`": `"dsr-services/1`", `"service`": { `"name`": `"web`", `"virtualIPAddress`": `"$vip`", `"port`": 443 } }" | Set-Content $file
        $text = & "$examples/Invoke-DsrAudit.ps1" -Path "$samples/server2019-ready.json" -ServiceFile $file -ReportPath "$TestDrive/audit.html" | Out-String
        $LASTEXITCODE | Should -Be 0
        $text | Should -Match 'SRV19A +Ready +web'
        Get-Content "$TestDrive/audit.html" -Raw | Should -BeLike '<!DOCTYPE html>*SRV19A*'
        $null = & "$examples/Invoke-DsrAudit.ps1" -Path "$samples/server2019-one-nic.json" -ServiceFile $file
        $LASTEXITCODE | Should -Be 1
        Set-Content "$TestDrive/none.json" 'nothing'
        $null = & "$examples/Invoke-DsrAudit.ps1" -Path "$TestDrive/none.json" -ServiceFile $file 2> $null
        $LASTEXITCODE | Should -Be 65
    }
}
