# What a real PowerShell writes of objects that the network cmdlets give: here of rows of a lab server, under the type names of CIM.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $lab = New-DsrLab WEB07 -Shape Ready
    Export-DsrSnapshot "$TestDrive/web07.json" -Server $lab
    $snapshot = Get-Content "$TestDrive/web07.json" -Raw | ConvertFrom-Json

    function New-Object-Of($Reading) {
        foreach ($row in $Reading.rows) {
            $object = $row.PSObject.Copy()
            $object.PSTypeNames.Insert(0, "Microsoft.Management.Infrastructure.CimInstance#$($Reading.namespace)/$($Reading.class)")
            if ($Reading.class -match 'NetIP|NetRoute|NetNeighbor') { $object | Add-Member Store ([byte]($Reading.store -eq 'Active')) }
            # What PowerShell's own views of the class refer to.
            if ($reading.class -eq 'Win32_Process') { 'Name', 'HandleCount', 'VirtualSize', 'WorkingSetSize' | ForEach-Object { $object | Add-Member $_ 1 } }
            $object | Add-Member PSComputerName WEB07
            $object | Add-Member CimClass "ROOT/$($Reading.namespace.Substring(5)):$($Reading.class)"
            $object
        }
    }

    function Get-Outcome($Server) {
        ($Server | Test-DsrReadiness -VirtualIPAddress 192.0.2.10 -Port 443).Results | ForEach-Object { "$($_.Id) $($_.Outcome)" }
    }

    $readings = $snapshot.readings | Where-Object { $_.namespace -ne 'dsr' -and $_.PSObject.Properties['rows'] }
    $ofWindows = "$TestDrive/ofWindows.json"
    $snapshot.readings = @($readings)
    $snapshot | ConvertTo-Json -Depth 8 | Set-Content $ofWindows
    $expected = Get-Outcome (Import-DsrSnapshot $ofWindows)
}

Describe 'Files of what cmdlets gave' {
    It 'give the verdict of the snapshot: <Case>' -ForEach @(
        @{ Case = 'CLIXML'; Save = { param($Table, $Path) $Table | Export-Clixml $Path -Depth 5 } }
        @{ Case = 'CLIXML in UTF-16'; Save = { param($Table, $Path) $Table | Export-Clixml $Path -Depth 5 -Encoding unicode } }
        @{ Case = 'JSON'; Save = { param($Table, $Path) $Table | ConvertTo-Json -Depth 6 | Set-Content $Path } }
        @{ Case = 'JSON in UTF-16'; Save = { param($Table, $Path) $Table | ConvertTo-Json -Depth 6 -EnumsAsStrings -Compress | Out-File $Path -Encoding unicode } }
    ) {
        $files = foreach ($reading in $readings) {
            $path = "$TestDrive/$Case-$($reading.class)-$($reading.store).txt"
            $list = @{ $reading.class = @(New-Object-Of $reading) }
            & $Save $(if ($reading.store) { @{ "$($reading.store)Store" = $list } } else { $list }) $path
            $path
        }
        $server = Import-DsrSnapshot $files -WarningAction SilentlyContinue
        $server.ComputerName | Should -Be 'WEB07'
        Get-Outcome $server | Should -Be $expected
        $expected | Should -Contain 'M01 Passed'
    }

    It 'are read as the pipeline gives them, without a table' {
        $addresses = $readings | Where-Object { $_.class -eq 'MSFT_NetIPAddress' -and $_.store -eq 'Active' }
        New-Object-Of $addresses | Export-Clixml "$TestDrive/addresses.xml"
        New-Object-Of ($readings | Where-Object class -EQ 'Win32_OperatingSystem') | ConvertTo-Json | Set-Content "$TestDrive/os.json"
        $server = Get-Item "$TestDrive/addresses.xml", "$TestDrive/os.json" | Import-DsrSnapshot -WarningVariable missing -WarningAction SilentlyContinue
        $server.ReadingCount | Should -Be 2
        $missing | Should -Match '^WEB07: a verdict still needs '
    }

    It 'cannot be Format-List, with the command that saves the objects' {
        New-Object-Of ($readings | Where-Object class -EQ 'Win32_Service') | Format-List | Out-File "$TestDrive/list.txt"
        Import-DsrSnapshot "$TestDrive/list.txt" -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -Be 'InvalidSnapshotFile,DsrReadiness.Commands.ImportDsrSnapshotCommand'
        $problem[0].Exception.Message | Should -BeLike '*Get-CimInstance -Namespace root/cimv2 -ClassName Win32_Service | Export-Clixml Service.xml*'
    }

    It 'are made by the command that is advised' {
        $rules = $readings | Where-Object { $_.class -eq 'MSFT_NetFirewallRule' -and $_.store -eq 'Active' }
        New-Object-Of $rules | Export-Clixml "$TestDrive/rules.xml"
        Import-DsrSnapshot "$TestDrive/rules.xml" -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].Exception.Message -match '(& \{.*\})\.$' | Should -BeTrue -Because $problem[0].Exception.Message
        $command = $Matches[1]
        function Get-NetFirewallRule($PolicyStore, $ErrorAction) {
            "$PolicyStore $ErrorAction" | Should -Be 'ActiveStore Stop'
            New-Object-Of $rules
        }
        Push-Location $TestDrive
        try { Invoke-Expression $command } finally { Pop-Location }
        (Import-DsrSnapshot "$TestDrive/MSFT_NetFirewallRule.xml" -WarningAction SilentlyContinue).ReadingCount | Should -Be 1
    }
}
