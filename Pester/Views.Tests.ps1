BeforeDiscovery {
    $kinds = 'Result', 'Snapshot', 'Difference', 'Server', 'Lab', 'Plan', 'Change', 'PlanResult', 'Loopback', 'WeakHost', 'Rule', 'Path', 'Hop', 'Arp', 'Claimant', 'Sighting', 'Connection'
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $snapshots = Import-DsrSnapshot "$samples/*.json"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $verdict = Import-DsrSnapshot "$samples/server2019-one-nic.json" | Test-DsrReadiness $vip -Port 443
    $differences = $ready | Compare-DsrSnapshot $vip -Port 443 -Reference $verdict.Server
    $columns = 79 # A console of 80 columns keeps the last one free.
    $lab = New-DsrLab -VirtualIPAddress 192.0.2.10, 2001:db8::10
    $plan = $lab | Get-DsrPlan
    $path = $verdict.Server | Trace-DsrPath $vip -Port 443 -Balancer 192.168.11.5
    $result = $plan | Invoke-DsrPlan -PassThru
    $arp = New-DsrLab JUMP01, WEB01, WEB02 -Shape Clean, Ready, VipOnTrafficInterface | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5
    $objects = @{
        Result     = $verdict.Results
        Snapshot   = $snapshots[0]
        Difference = $differences
        Server     = $ready.Server
        Lab        = $lab
        Plan       = $plan
        Change     = $plan.Changes
        PlanResult = $result
        Loopback   = Get-DsrLoopback -Server $lab
        WeakHost   = Get-DsrWeakHost -Server $lab
        Path       = $path
        Hop        = $path.Hops
        Arp        = $arp
        Claimant   = $arp.Claimant
        Sighting   = $arp.Claimant.SeenBy
        Connection = New-DsrLab WEB01, WEB02 -Shape Ready, Clean | Test-DsrConnection 192.0.2.10 -Port 443, icmp
        Rule       = New-DsrFirewallRule -Server $lab -VirtualIPAddress 2001:db8::10 -Port tcp/5000-5100
    }
    $objects.Verdict = $verdict
    $constrained = [runspacefactory]::CreateRunspace($Host)
    $constrained.Open()
    $shell = [powershell]::Create($constrained)
    $null = $shell.AddScript("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'").Invoke()
    $constrained.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
    $shell.Dispose()
    function Show($Object, [switch]$List) {
        $text = $(if ($List) { $Object | Format-List | Out-String -Width $columns } else { $Object | Out-String -Width $columns })
        $text -split '\r?\n'
    }

    # The words of each command, as PowerShell reads them.
    function Get-Call([string] $Text) {
        $errors = $null
        $read = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty -Because $Text
        $read.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.CommandElements.Extent.Text -join ' ' -replace '`\r?\n *' }
    }
}

AfterAll { $constrained.Dispose() }

Describe 'Views in 80 columns' {
    It 'show a verdict as a line with its problems' {
        $lines = Show $verdict
        $lines -match '^Verdict +ComputerName +VirtualIPAddress +Port +Problems' | Should -HaveCount 1
        $lines -match '^NotReady +SRV19A +192\.168\.11\.50 +tcp/443 +A01 [A-Z]\d\d [A-Z]\d\d \+\d+$' | Should -HaveCount 1
    }

    It 'show a verdict as a list with what to do' {
        $text = (Show $verdict -List) -join "`n"
        $text | Should -Match 'Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet'
        $text | Should -Match '\n +Set-NetIPInterface '
    }

    It 'show a <_> as a table without a cut or a stray code' -ForEach $kinds {
        $objects.$_ | Should -Not -BeNullOrEmpty
        $lines = Show $objects.$_
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $columns
        $lines -join '' | Should -Not -Match "`e|#ERR"
        if ($_ -ne 'Snapshot') { $lines -join '' | Should -Not -Match ([char] 0x2026) }
    }

    It 'show a path as a diagram in which the drop is marked' {
        $lines = Show $path
        $lines -match '^DROPPED  SRV19A: tcp/443 to 192\.168\.11\.50 from ' | Should -HaveCount 1
        $lines -match '^\|  Arrival      ' | Should -HaveCount 1
        $lines -match '^X  Destination  192\.168\.11\.50 is not an address of the server\.' | Should -HaveCount 1
        $lines -match '^   The packet ends here\.' | Should -HaveCount 1
    }

    It 'show paths as a table' {
        ($path | Format-Table | Out-String -Width $columns) -split '\r?\n' -match '^Dropped +SRV19A +192\.168\.11\.50 +tcp/443 +\? +Destination$' | Should -HaveCount 1
    }

    It 'use a wide terminal: problems by their names, and reasons in one line' {
        $wide = Invoke-Hosted '$Host.UI.RawUI.WindowSize = $Host.UI.RawUI.BufferSize = [System.Management.Automation.Host.Size]::new(400, 50); $verdict | Out-String -Width 399; $result | Out-String -Width 399' -Variables @{
            verdict = New-DsrLab WEB01 -Shape Ready | Test-DsrReadiness 192.0.2.10, 192.0.2.11 -Check V01, M01, A06
            result  = $verdict.Results | Where-Object Id -EQ M01
        }
        $wide.Errors | Should -BeNullOrEmpty
        $wide.Output[0] | Should -BeLike '*V01 VipIsPresent*'
        $wide.Output[1].Contains(($verdict.Results | Where-Object Id -EQ M01).Reason) | Should -BeTrue
    }

    It 'break reasons between words' {
        $result = $verdict.Results | Where-Object Id -EQ M01
        $lines = (Show $result) | Where-Object { $_.Length -gt 31 } | Select-Object -Skip 2
        ($lines | ForEach-Object { $_.Substring(31).Trim() }) -join ' ' | Should -Be $result.Reason
        $lines.Count | Should -BeGreaterThan 1
    }

    # Pasted in parts, a rule would be made that lets everything in.
    It 'break a command so that it can be pasted' {
        $long = New-DsrLab WEB09 -Shape Clean | Test-DsrReadiness 192.0.2.10 -Port 8443 -ClientAddress 198.51.100.0/24, 203.0.113.0/24 | ForEach-Object Results | Where-Object { $_.Command -and "$($_.Command)" -match '.{60}' }
        $long.Id | Should -Contain 'W01'
        foreach ($result in $long) {
            $shown = ((Show $result -List) -join "`n") -replace '(?s)^.*?\nCommand +: ' -replace '(?s)\n\w.*$'
            ($shown -split '\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $columns
            Get-Call $shown | Should -Be (Get-Call $result.Command)
        }
        $findings = ((Show (New-DsrLab WEB09 -Shape Clean | Test-DsrReadiness 192.0.2.10 -Port 8443) -List) -join "`n") -replace '(?m)^ +: | {20}'
        $rule = [regex]::Match($findings, '(?m)^ +(New-NetFirewallRule(?:.*`\n)*.*)$').Groups[1].Value
        (Get-Call $rule) -join ' ' | Should -BeLike 'New-NetFirewallRule * -LocalPort 8443 -LocalAddress *192.0.2.10*'
    }

    It 'show a <_> as a list' -ForEach $kinds {
        (Show $objects.$_ -List) -join '' | Should -Not -Match '#ERR'
    }

    It 'cover every output' {
        $lab = New-DsrLab
        ($objects.Values + $verdict | ForEach-Object { $_ | Select-Object -First 1 } | ForEach-Object { $_.GetType().Name }) | Sort-Object -Unique |
            Should -Be ($lab.GetType().Assembly.GetExportedTypes() |
                Where-Object { ($_.Namespace -eq 'DsrReadiness.Output' -and -not $_.IsAbstract -and -not $_.IsEnum -and -not $_.IsGenericType) -or $_.Name -eq 'DsrServer' } |
                ForEach-Object Name | Sort-Object)
    }

    It 'name the texts that a <_> has for them, and no others' -ForEach ($kinds + 'Verdict') {
        $type = @($objects.$_)[0].GetType().FullName
        $scripts = Select-Xml "//View[ViewSelectedBy/TypeName='$type']//ScriptBlock" "$PSScriptRoot/../bin/DsrReadiness.Format.ps1xml" | ForEach-Object { $_.Node.InnerText }
        $named = $scripts | Select-String '\$_\.View\.(\w+)' -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        @($named) | Should -Be @(@($objects.$_)[0].View.Keys | Sort-Object)
    }

    It 'show a <_> out of a file as they show the object itself' -ForEach ($kinds + 'Verdict') {
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($objects.$_))
        Show $copy | Should -Be (Show $objects.$_)
        Show $copy -List | Should -Be (Show $objects.$_ -List)
    }

    It 'show <Script> out of a job as they show it itself' -ForEach @(
        @{ Script = 'New-DsrLab WEB09 -Shape HalfDone | Test-DsrReadiness 192.0.2.10 -Port 443' }
        @{ Script = 'New-DsrLab WEB09 -Shape HalfDone | Get-DsrPlan 192.0.2.10 -Port 443' }
        @{ Script = 'New-DsrLab WEB09 -Shape HalfDone | Trace-DsrPath 192.0.2.10 -Port 443' }
        @{ Script = 'New-DsrLab JUMP01, WEB01 -Shape Clean, VipOnTrafficInterface | Test-DsrArp 192.0.2.10' }
        @{ Script = 'New-DsrLab WEB09 -Shape HalfDone | Test-DsrConnection 192.0.2.10 -Port 443' }
    ) {
        $copy = Start-Job ([scriptblock]::Create("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; $Script")) | Receive-Job -Wait -AutoRemoveJob
        $itself = & ([scriptblock]::Create($Script))
        $copy.pstypenames[0] | Should -BeLike 'Deserialized.*'
        Show $copy | Should -Be (Show $itself)
        Show $copy -List | Should -Be (Show $itself -List)
    }

    It 'show a <_> in constrained language, itself and out of a file' -ForEach ($kinds + 'Verdict') {
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($objects.$_))
        foreach ($object in $objects.$_, $copy) {
            $constrained.SessionStateProxy.SetVariable('object', $object)
            $shell = [powershell]::Create($constrained)
            $shell.AddScript('$PSStyle.OutputRendering = "PlainText"; ($object | Out-String -Width 79), ($object | Format-List | Out-String -Width 79)').Invoke() |
                Should -Be @((Show $objects.$_) -join [Environment]::NewLine), ((Show $objects.$_ -List) -join [Environment]::NewLine)
            $shell.Dispose()
        }
    }

    It 'carry colour only where PowerShell has a style for it' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $verdict | Out-String -Width 80 | Should -Match "`e\[91mNotReady"
            $ready | Test-DsrReadiness $vip -Port 443 | Out-String -Width 80 | Should -Match "`e\[92mReady"
            $differences | Out-String -Width 80 | Should -Match "`e\[91mWorse|`e\[92mBetter|`e\[90mDifferent"
            $PSStyle.OutputRendering = 'PlainText'
            $verdict, $path | Out-String -Width 80 | Should -Not -Match "`e"
        }
        finally { $PSStyle.OutputRendering = $rendering }
    }
}
