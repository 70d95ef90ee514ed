# In Turkish, i is no small I. A pattern means the same there all the same.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $before = [cultureinfo]::CurrentCulture
}

AfterAll { [cultureinfo]::CurrentCulture = $before }

Describe 'In <_>' -ForEach 'tr-TR', 'az-Latn-AZ', 'en-US' {
    BeforeAll {
        [cultureinfo]::CurrentCulture = $_
        $lab = New-DsrLab WEB01 -Shape Ready
    }

    It 'checks are chosen by name: <Pattern>' -ForEach @(@{ Pattern = 'WEAKHOSTRECEIVE*' }, @{ Pattern = '*INTERFACE' }, @{ Pattern = 'weakhostreceiveontrafficinterface' }) {
        (Test-DsrReadiness 192.0.2.10 -Check $Pattern -Server $lab).Results.Id | Should -Contain 'M01'
        (Test-DsrReadiness 192.0.2.10 -ExcludeCheck $Pattern -Server $lab).Results.Id | Should -Not -Contain 'M01'
    }

    It 'interfaces, loopbacks and rules are found by name' {
        (Get-DsrWeakHost 'LOOPBACK PSEUDO-INTERFACE*' -Server $lab).InterfaceAlias | Should -Not -BeNullOrEmpty
        (New-DsrLoopback 192.0.2.77 -LoopbackAlias 'vip adapter' -Server (New-DsrLab WEB02)).Server | Get-DsrLoopback 'VIP*' | Should -Not -BeNullOrEmpty
        $null = New-DsrFirewallRule 192.0.2.10 -Port 8443 -Server $lab
        Get-DsrFirewallRule 'DSRREADINESS-*' -Server $lab | Should -Not -BeNullOrEmpty
    }

    It 'default servers are found by the name of the parameter' {
        $PSDefaultParameterValues = @{ 'test-dsrreadIness:computername' = $lab }
        (Test-DsrReadiness 192.0.2.10).ComputerName | Should -Be 'WEB01'
    }
}
