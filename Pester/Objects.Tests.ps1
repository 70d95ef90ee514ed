# Each type that a cmdlet writes goes each way out of a session and back: it can be read, is shown, and is taken again by cmdlets or refused in words.
BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $written = (Get-Command -Module DsrReadiness).OutputType.Name
    $parts = (Get-Command Test-DsrReadiness).ImplementingType.Assembly.GetExportedTypes() |
        Where-Object { $_.BaseType.FullName -eq 'DsrReadiness.Output.DsrObject' -or $_.FullName -eq 'DsrReadiness.Servers.DsrServer' }
    $types = @($written + $parts.FullName | Sort-Object -Unique | ForEach-Object { @{ Type = $_ } })
    $serializer = [System.Management.Automation.PSSerializer]
    $ways = @(
        @{ Way = 'a job'; Text = { param($Object) $serializer::Serialize($Object, 1) }; Back = { param($Text) $serializer::Deserialize($Text) } }
        @{ Way = 'Clixml'; Text = { param($Object) $serializer::Serialize($Object, 2) }; Back = { param($Text) $serializer::Deserialize($Text) } }
        @{ Way = 'CSV'; Text = { param($Object) $Object | ConvertTo-Csv }; Back = { param($Text) $Text | ConvertFrom-Csv } }
        1..5 | ForEach-Object {
            @{ Way = "JSON of depth $_"; Text = [scriptblock]::Create("param(`$Object) `$Object | ConvertTo-Json -Depth $_ -WarningAction Ignore"); Back = { param($Text) $Text | ConvertFrom-Json } }
        }
    )
    $every = foreach ($type in $types) { foreach ($way in $ways) { $type + $way } }
    $ours = @($every | Where-Object Type -Like 'DsrReadiness.*')
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $serializer = [System.Management.Automation.PSSerializer]
    $lab = New-DsrLab WEB01 -Shape HalfDone
    $verdict = $lab | Test-DsrReadiness 192.0.2.10 -Port 443 -Balancer 192.0.2.5
    $plan = $lab | Get-DsrPlan 192.0.2.10 -Port 443
    $path = ($lab | Trace-DsrPath 192.0.2.10 -Port 443 -Balancer 192.0.2.5)[0]
    $arp = New-DsrLab JUMP01, WEB01 -Shape Clean, VipOnTrafficInterface | Test-DsrArp 192.0.2.10
    $changed = New-DsrLab WEB01
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $objects = @{
        'System.Boolean'                             = { $lab | Test-DsrReadiness 192.0.2.10 -Quiet }
        'System.String'                              = { $verdict | ConvertTo-DsrReport -Format Markdown }
        'System.IO.FileInfo'                         = { $lab | Export-DsrSnapshot (Join-Path $TestDrive "$([guid]::NewGuid()).json") -PassThru }
        'DsrReadiness.Servers.DsrServer'             = { $verdict.Server }
        'DsrReadiness.Output.DsrVerdict'             = { $verdict }
        'DsrReadiness.Output.DsrCheckResult'         = { $verdict.Failed[0] }
        'DsrReadiness.Output.DsrPlan'                = { $plan }
        'DsrReadiness.Output.DsrPlanChange'          = { $plan.Changes[0] }
        'DsrReadiness.Output.DsrPlanResult'          = { $changed | Invoke-DsrPlan 192.0.2.10 -Port 443 -PassThru }
        'DsrReadiness.Output.DsrPath'                = { $path }
        'DsrReadiness.Output.DsrPathHop'             = { $path.Hops[0] }
        'DsrReadiness.Output.DsrArp'                 = { $arp }
        'DsrReadiness.Output.DsrArpClaimant'         = { $arp.Claimant[0] }
        'DsrReadiness.Output.DsrArpSighting'         = { $arp.Claimant[0].SeenBy[0] }
        'DsrReadiness.Output.DsrConnection'          = { New-DsrLab WEB01 -Shape Ready | Test-DsrConnection 192.0.2.10 -Port 443 }
        'DsrReadiness.Output.DsrSnapshot'            = { $ready }
        'DsrReadiness.Output.DsrSnapshotDifference'  = { $ready | Compare-DsrSnapshot $vip -Port 443 -Reference $ready -IncludeEqual | Select-Object -First 1 }
        'DsrReadiness.Output.DsrLab'                 = { $lab }
        'DsrReadiness.Output.DsrLoopback'            = { $lab | Get-DsrLoopback }
        'DsrReadiness.Output.DsrWeakHost'            = { $lab | Get-DsrWeakHost Ethernet -AddressFamily IPv4 }
        'DsrReadiness.Output.DsrFirewallRule'        = { New-DsrLab WEB01 | New-DsrFirewallRule 192.0.2.10 -Port 443 }
    }
    $made = @{}
    function Get-Sample([string] $Type) {
        if (-not $made.ContainsKey($Type)) { $made[$Type] = & $objects[$Type] }
        $made[$Type]
    }
    # What a cmdlet says that does not take something: the ids are ours, and not those of PowerShell's own binding.
    $ids = (Get-Command Test-DsrReadiness).ImplementingType.Assembly.GetType('DsrReadiness.Errors.Failures').GetMethods('Public, Static').Name
    $constrained = [runspacefactory]::CreateRunspace($Host)
    $constrained.Open()
    $shell = [powershell]::Create($constrained)
    $null = $shell.AddScript("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'").Invoke()
    $constrained.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
    $shell.Dispose()
}

AfterAll { $constrained.Dispose() }

Describe 'The table of output types' {
    It 'has an object of <Type>' -ForEach $types {
        $objects.Keys | Should -Contain $Type
        $sample = @(Get-Sample $Type)
        $sample | Should -HaveCount 1
        $sample[0].GetType().FullName | Should -Be $Type
    }

    It 'has no other' -ForEach @(@{ Count = $types.Count }) {
        $objects.Count | Should -Be $count
    }
}

Describe 'Out of a session' {
    It 'a <Type> keeps its texts: <Way>' -ForEach $every {
        $object = Get-Sample $Type
        $text = & $Text $object
        $copy = & $Back $text
        if ($Type -eq 'System.IO.FileInfo') { return $copy.FullName | Should -Be $object.FullName }
        "$text" | Should -Not -Match '\x1b|\\u001b|_x001B_'
        if ($Type -in 'System.Boolean', 'System.String') {
            if ($Way -ne 'CSV') { $copy | Should -Be $object }
            return
        }
        $names = $object.GetType().GetProperties() | Where-Object { $_.PropertyType -in [string], [System.Collections.Generic.IReadOnlyList[string]], [bool], [int], [uint] } | ForEach-Object Name
        foreach ($name in $names) {
            @($copy.$name) -join ', ' | Should -Be (@($object.$name) -join ', ') -Because $name
        }
    }

    It 'a <Type> is shown: <Way>' -ForEach $ours {
        $object = Get-Sample $Type
        $copy = & $Back (& $Text $object)
        $about = @($object.ComputerName) + $object.VirtualIPAddress + $object.Name | Where-Object { $_ } | Select-Object -First 1
        $copy | Format-List | Out-String | Should -Match ([regex]::Escape($about))
        ($copy | Format-Table | Out-String), ($copy | Format-List | Out-String) -join '' | Should -Not -Match '#ERR'
        if ($copy.pstypenames[0] -like 'Deserialized.*') {
            $copy | Out-String -Width 79 | Should -Be ($object | Out-String -Width 79)
            $copy | Format-List | Out-String -Width 79 | Should -Be ($object | Format-List | Out-String -Width 79)
        }
    }

    It 'a <Type> is shown in constrained language: <Way>' -ForEach $ours {
        $copy = & $Back (& $Text (Get-Sample $Type))
        $constrained.SessionStateProxy.SetVariable('copy', $copy)
        $shell = [powershell]::Create($constrained)
        $shown = $shell.AddScript('$copy | Out-String; $copy | Format-List | Out-String').Invoke() -join ''
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
        $shown -replace '\x1b\[[\d;]*m' | Should -Be ((($copy | Out-String) + ($copy | Format-List | Out-String)) -replace '\x1b\[[\d;]*m')
    }

    It 'a <Type> is taken by a cmdlet again, or refused in words: <Way>' -ForEach $ours {
        $object = Get-Sample $Type
        $copy = & $Back (& $Text $object)
        $given = @{ Server = New-DsrLab $(if ($object.ComputerName) { $object.ComputerName } else { 'WEB01' }) -Shape Ready }
        if (-not $object.VirtualIPAddress) { $given.VirtualIPAddress = '192.0.2.10' }
        $again = $copy | Test-DsrReadiness @given -Check M01 -ErrorVariable problem -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        if ($problem) {
            ($problem[0].FullyQualifiedErrorId -split ',')[0] | Should -BeIn $ids
            $problem[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            return
        }
        @($again.VirtualIPAddress) -join ' ' | Should -Be $(if ($object.VirtualIPAddress) { @($object.VirtualIPAddress) -join ' ' } else { '192.0.2.10' })
    }

    It 'a <Type> is reported as it is, or refused in words: <Way>' -ForEach @($ours | Where-Object Type -Match 'DsrVerdict|DsrConnection') {
        $object = Get-Sample $Type
        $copy = & $Back (& $Text $object)
        foreach ($format in 'JUnit', 'Json') {
            $report = try { $copy | ConvertTo-DsrReport -Format $format -ErrorAction Stop } catch { "$_" }
            if ($report -notlike '*cannot be reported*Report verdicts as they are*') { $report | Should -Be ($object | ConvertTo-DsrReport -Format $format) }
        }
    }
}

Describe 'A farm' {
    It 'is asked by remote commands, and reported here' {
        $script = {
            param($Module, $Name)
            Import-Module $Module
            New-DsrLab $Name -Shape Ready | Tee-Object -Variable server | Test-DsrReadiness 192.0.2.10 -Port 443
            $server | Test-DsrConnection 192.0.2.10 -Port 443
        }
        $answers = 'WEB01', 'WEB02' | ForEach-Object { Start-Job $script -ArgumentList "$PSScriptRoot/../DsrReadiness.psd1", $_ } | Receive-Job -Wait -AutoRemoveJob
        $answers.PSComputerName | Should -HaveCount 4
        $verdicts, $connections = 'DsrVerdict', 'DsrConnection' | ForEach-Object { $type = $_; , @($answers | Where-Object Type -EQ $type) }
        $junit = [xml] ($verdicts | ConvertTo-DsrReport -Format JUnit -Connection $connections)
        $junit.testsuites.testsuite.hostname | Sort-Object | Should -Be 'WEB01', 'WEB02'
        ($junit.testsuites.testsuite.testcase | Where-Object name -Like '*tcp/443*').Count | Should -BeGreaterOrEqual 2
        ($verdicts | ConvertTo-DsrReport -Connection $connections) | Should -BeLike '*WEB02*'
    }
}
