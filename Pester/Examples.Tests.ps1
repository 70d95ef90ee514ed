BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $runbook = "$PSScriptRoot/../examples/Invoke-FarmRunbook.ps1"
    $names = (Import-Csv "$PSScriptRoot/../examples/farm.csv").ComputerName
}

Describe 'The runbook for a farm' {
    It 'prepares, finds, repairs, reports and undoes' {
        $servers = New-DsrLab -ComputerName $names
        $before = $servers | ForEach-Object { Get-State $_ }
        $text = & $runbook -Server $servers | Out-String -Width 120
        $parts = $text -split '(?m)^\d\. .*$'

        $servers.Count | Should -Be 5
        $parts.Count | Should -Be 7
        ([regex]::Matches($parts[1], '(?m)^NotReady +WEB0[1-5] ')).Count | Should -Be 5
        ([regex]::Matches($parts[2], '(?m)^WEB0[1-5] +Applied ')).Count | Should -Be 5
        $parts[3] | Should -Match 'ComputerName +: WEB03'
        $parts[3] | Should -Not -Match 'WEB0[1245]'
        $parts[3] | Should -Match 'Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet'
        $parts[4] | Should -Match '(?m)^WEB03 +Applied '
        ([regex]::Matches($parts[5], '(?m)^"WEB0[1-5]","Ready"')).Count | Should -Be 5
        ([regex]::Matches($parts[6], '(?m)^WEB0[1-5] +Applied ')).Count | Should -Be 7
        $parts[6] | Should -Match 'Better or worse than before: 0'
        $servers | ForEach-Object { Get-State $_ } | Should -Be $before
    }

    It 'makes its own lab servers, and leaves no default behind' {
        & $runbook | Out-String | Should -Match 'Better or worse than before: 0'
        $PSDefaultParameterValues.Keys | Should -Not -Contain '*-Dsr*:Server'
    }

    It 'says on remote servers where the adapters have to be made' {
        { & $runbook -Server (New-DsrLab -ComputerName $names -Remote) } | Should -Throw -ErrorId 'DeviceIsRemote,*'
    }
}
