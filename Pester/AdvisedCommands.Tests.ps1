BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $labs = New-DsrLab A, B, C, D, E -Shape Clean, HalfDone, Ready, VipOnTrafficInterface, ForeignLoopback
    $verdicts = @($labs | Test-DsrReadiness 192.0.2.10, 2001:db8::10 -Port 443, udp/53 -Balancer 192.0.2.5 -Probe tcp/192.0.2.51:8080)
    $verdicts += Import-DsrSnapshot "$samples/*.json" | Test-DsrReadiness $vip -Port 443
    $script:commands = @($verdicts.Results.Command | Where-Object { $_ })
    $script:lines = @($commands -split "`n" | Sort-Object -Unique)
}

Describe 'Commands that are advised' {
    It 'are given by many checks' {
        $lines.Count | Should -BeGreaterThan 15
    }

    It 'are taken by PowerShell without an error, several as well as one' {
        foreach ($text in $commands + $lines) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $text
        }
    }

    It 'end in no full stop, and stand in no sentence' {
        $lines | Where-Object { $_ -match '\.$' } | Should -BeNullOrEmpty
        $verdicts.Results.Recommendation | Where-Object { $_ -match '\b(run|then): ' } | Should -BeNullOrEmpty
    }

    It 'ask nothing of whoever pastes the next line, too' {
        $lines | Where-Object { $_ -match '^Remove-Net' -and $_ -notmatch '-Confirm:\$false' } | Should -BeNullOrEmpty
    }
}
