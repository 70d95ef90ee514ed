BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Import-DsrSnapshot' {
    It 'takes paths, patterns, literal paths, texts and files' {
        (Import-DsrSnapshot "$samples/server2019-ready.json").ComputerName | Should -Be 'SRV19A'
        (Import-DsrSnapshot "$samples/*.json").Count | Should -Be (Get-ChildItem "$samples/*.json").Count
        ("$samples/server2016-one-nic.json" | Import-DsrSnapshot).ComputerName | Should -Be 'SRV16A'
        (Get-ChildItem "$samples/*.json" | Import-DsrSnapshot).Count | Should -Be (Get-ChildItem "$samples/*.json").Count
        Copy-Item "$samples/server2019-ready.json" "$TestDrive/a[1].json"
        (Import-DsrSnapshot -LiteralPath "$TestDrive/a[1].json").ComputerName | Should -Be 'SRV19A'
        (Get-Item -LiteralPath "$TestDrive/a[1].json" | Import-DsrSnapshot).Path | Should -BeLike '*a`[1`].json'
    }

    It 'names the place where a file is damaged and reads the others' {
        Set-Content "$TestDrive/damaged.json" "{`n  `"format`": 5 }"
        $snapshots = "$TestDrive/damaged.json", "$samples/server2019-ready.json" | Import-DsrSnapshot -ErrorVariable problem -ErrorAction SilentlyContinue
        $snapshots.ComputerName | Should -Be 'SRV19A'
        $problem[0].FullyQualifiedErrorId | Should -Be 'InvalidSnapshotFile,DsrReadiness.Commands.ImportDsrSnapshotCommand'
        $problem[0].Exception.Message | Should -Match 'damaged\.json: line 2, byte \d+: '
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'FileNotFound'; Case = 'a file that is not there'; Path = 'nosuch.json' }
        @{ Id = 'FileNotFound'; Case = 'a pattern that matches nothing'; Path = 'nosuch*.json' }
        @{ Id = 'FileNotFound'; Case = 'a pattern that begins with a bracket and matches nothing'; Path = '[xy]nosuch*.json' }
        @{ Id = 'NotAFile'; Case = 'a folder'; Path = '.' }
        @{ Id = 'NotAFile'; Case = 'what is not a file system'; Path = 'env:PATH' }
    ) {
        Get-ErrorId { Import-DsrSnapshot $Path } | Should -Be "$Id,DsrReadiness.Commands.ImportDsrSnapshotCommand"
    }

    It 'says once of the content of a file that its path is meant: <Case>' -ForEach @(
        @{ Case = 'lines of JSON'; Script = { Get-Content "$samples/server2019-ready.json" } }
        @{ Case = 'JSON as one text'; Script = { Get-Content "$samples/server2019-ready.json" -Raw } }
        @{ Case = 'JSON in one line'; Script = { '{"format":"dsr-snapshot/1","computerName":"WEB01"}' } }
        @{ Case = 'a list'; Script = { '[', '  { "a": 1 }', ']' } }
        @{ Case = 'a list in one line'; Script = { '[{"a":1}]' } }
        @{ Case = 'CLIXML'; Script = { '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">', '</Objs>' } }
    ) {
        { & $Script | Import-DsrSnapshot -ErrorAction SilentlyContinue } | Should -Throw 'This is the content of a file: give its path, as in Import-DsrSnapshot WEB01.json.' -ErrorId 'ContentIsNotAPath,DsrReadiness.Commands.ImportDsrSnapshotCommand'
        { Import-DsrSnapshot (& $Script) } | Should -Throw -ErrorId 'ContentIsNotAPath,*'
    }

    It 'reads a file whose name begins as content does' {
        foreach ($name in '{a}.json', 'b.json') { Copy-Item "$samples/server2019-ready.json" "$TestDrive/$name" }
        Push-Location $TestDrive
        try {
            (Import-DsrSnapshot '{a}.json').ComputerName | Should -Be 'SRV19A'
            (Import-DsrSnapshot '[b].json').ComputerName | Should -Be 'SRV19A'
        }
        finally { Pop-Location }
    }

    It 'takes what netsh shows in the place of a reading, or alone' {
        $texts = @{ NetshIPv4 = "$samples/netsh/web08-ipv4.txt"; NetshIPv6 = "$samples/netsh/web08-ipv6.txt" }
        $alone = Import-DsrSnapshot -ComputerName WEB08 @texts
        $alone.ComputerName | Should -Be 'WEB08'
        $alone.CollectedAt.UtcDateTime | Should -Be (Get-Item @($texts.Values) | Measure-Object LastWriteTimeUtc -Maximum).Maximum
        ($alone | Test-DsrReadiness -VirtualIPAddress 192.0.2.10 -InterfaceAlias net -Check M01).Results.Outcome | Should -Be 'Passed'
        (Get-Content "$samples/server2019-ready.json" -Raw) -replace 'MSFT_NetIPInterface', 'MSFT_NoSuchClass' | Set-Content "$TestDrive/lacking.json"
        (Import-DsrSnapshot "$TestDrive/lacking.json" @texts | Test-DsrReadiness -VirtualIPAddress 192.0.2.10 -InterfaceIndex 11 -Check M01).ComputerName | Should -Be 'SRV19A'
    }

    It 'refuses texts of netsh for <Case>' -ForEach @(
        @{ Case = 'a snapshot that has the reading'; Parameters = { @{ Path = "$samples/server2019-ready.json"; NetshIPv4 = "$samples/netsh/web08-ipv4.txt" } } }
        @{ Case = 'the same family twice'; Parameters = { @{ ComputerName = 'WEB08'; NetshIPv4 = "$samples/netsh/web08-ipv4.txt"; NetshIPv6 = "$samples/netsh/web08-ipv4.txt" } } }
        @{ Case = 'a server and no text'; Parameters = { @{ ComputerName = 'WEB08' } } }
        @{ Case = 'what is not such text'; Parameters = { @{ ComputerName = 'WEB08'; NetshIPv4 = "$samples/server2019-ready.json" } } }
    ) {
        $given = & $Parameters
        Get-ErrorId { Import-DsrSnapshot @given } | Should -Be 'InvalidNetshText,DsrReadiness.Commands.ImportDsrSnapshotCommand'
    }

    It 'makes the name in a hostile file safe to show' {
        (Get-Content "$samples/server2019-ready.json" -Raw) -replace '"SRV19A"', '"SRV\u001b]0;owned\u0007"' | Set-Content "$TestDrive/hostile.json"
        $snapshot = Import-DsrSnapshot "$TestDrive/hostile.json"
        $snapshot.ComputerName | Should -Not -Match "[`e`a]"
        $snapshot | Format-List * | Out-String | Should -Not -Match "[`e`a]"
    }
}

Describe 'The name of a hostile server' {
    BeforeAll {
        $text = (Get-Content "$samples/server2019-ready.json" -Raw) -replace '"SRV19A"', '"SRV\u001b]0;owned\u0007\nREADY  WEB99 \u202E"' -replace '"Ethernet"', '"Eth\u001b[2J\nREADY  WEB99 \u202E"'
        Set-Content "$TestDrive/hostile.json" $text
        $hostile = Import-DsrSnapshot "$TestDrive/hostile.json"
    }

    It 'is shown safely in <Case>' -ForEach @(
        @{ Case = 'verdicts'; Script = { $hostile | Test-DsrReadiness $vip -Port 443 | Format-List | Out-String -Width 200 } }
        @{ Case = 'paths'; Script = { $hostile | Trace-DsrPath $vip -Port 443 | Format-Custom | Out-String -Width 200 } }
        @{ Case = 'plans'; Script = { $hostile | Get-DsrPlan $vip -Port 443 | Format-List | Out-String -Width 200 } }
        @{ Case = 'what is told with -Verbose'; Script = { $hostile | Export-DsrSnapshot "$TestDrive/verbose/" -Verbose 4>&1 | Out-String -Width 200 } }
        @{ Case = 'errors'; Script = { $hostile | New-DsrLoopback -VirtualIPAddress 192.0.2.77 -ErrorVariable problem -ErrorAction SilentlyContinue; $problem.Exception.Message } }
    ) {
        $shown = (& $Script) -join "`n"
        $shown | Should -Match 'SRV|Eth'
        $shown | Should -Not -Match "[`e`a\u202E\u009b]"
        $shown -split "`n" | Should -Not -Match '^READY  WEB99'
    }

    It 'stays one file in the folder that is meant' {
        $made = $hostile | Export-DsrSnapshot "$TestDrive/one/" -PassThru
        $made.DirectoryName | Should -Be (Get-Item "$TestDrive/one").FullName
        (Get-ChildItem "$TestDrive/one" -Recurse).Count | Should -Be 1
    }
}

Describe 'Export-DsrSnapshot' {
    BeforeAll { $ready = Import-DsrSnapshot "$samples/server2019-ready.json" }

    It 'writes a file that reads as the same' {
        $ready | Export-DsrSnapshot "$TestDrive/one.json"
        $again = Import-DsrSnapshot "$TestDrive/one.json"
        $again.ComputerName | Should -Be $ready.ComputerName
        $again.CollectedAt | Should -Be $ready.CollectedAt
        $again.ReadingCount | Should -Be $ready.ReadingCount
        Compare-DsrSnapshot -VirtualIPAddress $vip -Reference $ready -Server $again | Should -BeNullOrEmpty
    }

    It 'writes a file for each server into a folder, and gives files that can be imported' {
        $files = Import-DsrSnapshot "$samples/server2019-ready.json", "$samples/server2016-one-nic.json" | Export-DsrSnapshot "$TestDrive/many/" -PassThru
        $files.Name | Sort-Object | Should -Be 'SRV16A.json', 'SRV19A.json'
        ($files | Import-DsrSnapshot).Count | Should -Be 2
    }

    It 'redacts what it writes with -Redact, and tells the caller alone whose it is' {
        $made = New-DsrLab WEB01, WEB02 -Shape HalfDone | Export-DsrSnapshot "$TestDrive/given/" -Redact -PassThru
        $made.RedactedFrom | Sort-Object | Should -Be 'WEB01', 'WEB02'
        $made.Name | Should -Match '^n[0-9a-f]{12}\.json$'
        Get-ChildItem "$TestDrive/given" | Get-Content -Raw | Should -Not -Match 'WEB0'
        $given = $made | Import-DsrSnapshot
        $given.ComputerName | Sort-Object | Should -Be @($made.BaseName | Sort-Object)
        $given[0].Collector | Should -Match 'redacted$'
        $expected = New-DsrLab WEB01 -Shape HalfDone | Test-DsrReadiness 192.0.2.10 -Port 443
        ($given | Test-DsrReadiness 192.0.2.10 -Port 443).Problems | Select-Object -Unique | Should -Be ($expected.Problems | Select-Object -Unique)
    }

    It 'uses one key for all files of a command, and another for the next' {
        $two = Import-DsrSnapshot "$samples/server2019-ready.json", "$samples/server2016-one-nic.json"
        $once = $two | Export-DsrSnapshot "$TestDrive/once/" -Redact -PassThru
        $again = $two | Export-DsrSnapshot "$TestDrive/again/" -Redact -PassThru
        $once.Count | Should -Be 2
        $once.Name | Should -Not -BeIn $again.Name
        $two[0] | Export-DsrSnapshot "$TestDrive/plain/" -PassThru | Get-Member RedactedFrom | Should -BeNullOrEmpty
    }

    It 'does not write two servers into one file' {
        $two = Import-DsrSnapshot "$samples/server2019-ready.json", "$samples/server2019-one-nic.json"
        Get-ErrorId { $two | Export-DsrSnapshot "$TestDrive/same.json" } | Should -Be 'FileWrittenAlready,DsrReadiness.Commands.ExportDsrSnapshotCommand'
    }

    It 'says what to do where two servers would be one file: <Path>' -ForEach @(
        @{ Path = 'no-such-folder'; Advice = '*give -Path a folder*' }
        @{ Path = 'a-folder/'; Advice = '*two of them have the same name*' }
    ) {
        $two = if ($Path -like '*/') { New-DsrLab WEB01; New-DsrLab WEB01 } else { New-DsrLab WEB01, WEB02 }
        $null = $two | Export-DsrSnapshot "$TestDrive/$Path" -ErrorAction SilentlyContinue -ErrorVariable said
        $said[0].ErrorDetails.RecommendedAction | Should -BeLike $Advice
    }

    It 'writes nothing with -WhatIf' {
        $ready | Export-DsrSnapshot "$TestDrive/whatif/" -WhatIf
        Test-Path "$TestDrive/whatif" | Should -BeFalse
    }

    It 'leaves what is there alone with -NoClobber' {
        Set-Content "$TestDrive/there.json" 'mine'
        Get-ErrorId { $ready | Export-DsrSnapshot "$TestDrive/there.json" -NoClobber } | Should -Be 'FileExists,DsrReadiness.Commands.ExportDsrSnapshotCommand'
        Get-Content "$TestDrive/there.json" | Should -Be 'mine'
    }
}

Describe 'Compare-DsrSnapshot' {
    BeforeAll {
        $before = Import-DsrSnapshot "$samples/server2019-one-nic.json"
        $after = Import-DsrSnapshot "$samples/server2019-ready.json"
    }

    It 'says what became better and what worse' {
        $better = $after | Compare-DsrSnapshot $vip -Reference $before -Port 443
        $better | Should -BeOfType DsrReadiness.Output.DsrSnapshotDifference
        "$(($better | Where-Object Id -EQ M01).Change)" | Should -Be 'Better'
        $worse = $before | Compare-DsrSnapshot $vip -Reference $after -Port 443
        "$(($worse | Where-Object Id -EQ M01).Change)" | Should -Be 'Worse'
        ($worse | Where-Object Id -EQ M01).Before.Reason | Should -BeLike '*is Enabled.'
    }

    It 'writes nothing where nothing changed, but with -IncludeEqual' {
        $after | Compare-DsrSnapshot $vip -Reference $after | Should -BeNullOrEmpty
        ($after | Compare-DsrSnapshot $vip -Reference $after -IncludeEqual).Change | Sort-Object -Unique | Should -Be 'Same'
    }

    It 'says what it does to the verdict, and which known cause it looks like' {
        $lab = New-DsrLab WEB01 -Shape Ready
        $lab | Export-DsrSnapshot "$TestDrive/before.json"
        $lab | Disable-DsrWeakHost -Confirm:$false
        $worse = $lab | Compare-DsrSnapshot 192.0.2.10 -Port 443 -Reference (Import-DsrSnapshot "$TestDrive/before.json")
        "$($worse[0].VerdictBefore) $($worse[0].VerdictAfter)" | Should -Be 'Ready NotReady'
        ($worse | Where-Object Id -EQ M01).LikelyCause | Should -BeLike '*has written it back.'
        @(($after | Compare-DsrSnapshot $vip -Reference $before -Port 443).LikelyCause | Where-Object { $_ }) | Should -BeNullOrEmpty
    }

    It 'refuses snapshots of two servers' {
        $other = Import-DsrSnapshot "$samples/server2016-one-nic.json"
        Get-ErrorId { Compare-DsrSnapshot $vip -Reference $other -Server $after } | Should -Be 'DifferentComputers,DsrReadiness.Commands.CompareDsrSnapshotCommand'
    }
}
