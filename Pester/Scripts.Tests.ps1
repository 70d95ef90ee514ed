# The PowerShell scripts, run as files in this PowerShell. What Windows brings is stood in for by NetCmdlets.psm1; the module is the real one.
BeforeDiscovery {
    $cases = foreach ($release in 'Server2012', 'Server2012R2', 'Server2016', 'Server2019', 'Server2022', 'Server2025') {
        @{ Release = $release; Vip = '192.0.2.10' }
        @{ Release = $release; Vip = '2001:db8::10' }
        @{ Release = $release; Vip = '192.0.2.10', '2001:db8::10' }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module "$PSScriptRoot/NetCmdlets.psm1" -Force
    $computerName = $env:COMPUTERNAME
    $env:COMPUTERNAME = 'WEB01'

    # A server on which what a script asks to be done by hand is done: there is an adapter for the VIP.
    function New-PreparedLab($Release, $Name = 'loopback') {
        $lab = New-DsrLab WEB01 -Release $Release
        Use-Lab $lab
        New-LabLoopback $Name
        $lab
    }

    # Runs a script as a file, as at a prompt.
    function Invoke-Script([string] $Text) {
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $path -Value $Text -Encoding ascii -NoNewline
        & $path | Out-Null
    }

    function Get-Failed($Lab, $Vip) {
        $Lab.Simulation.Clock.Advance('00:00:10')
        (Test-DsrReadiness -Server $Lab -VirtualIPAddress $Vip -Port 443 -InterfaceAlias Ethernet).Results |
            Where-Object { $_.Outcome -eq 'Failed' -and $_.Severity -eq 'Error' } | ForEach-Object { "$($_.Id) $($_.Reason)" }
    }

    # The second opinion, which knows nothing of the checks: what becomes of each packet, and whether anybody answers for its VIP.
    function Get-Way($Lab, $Vip) {
        Trace-DsrPath -Server $Lab -VirtualIPAddress $Vip -Port 443 -InterfaceAlias Ethernet | ForEach-Object { "$($_.Outcome), leaks: $($_.Leaks)" } | Sort-Object -Unique
    }
}

AfterAll {
    $env:COMPUTERNAME = $computerName
    Remove-Module NetCmdlets
}

Describe 'An advised rule' {
    It 'is the module''s own: listed, no reason for a plan to make another, and removed with the VIP' -ForEach @(
        @{ Vip = '192.0.2.10'; More = @{} }
        @{ Vip = '2001:db8::10'; More = @{} }
        @{ Vip = '192.0.2.10'; More = @{ ClientAddress = '198.51.100.0/24'; Probe = 'tcp/192.0.2.10:8443'; Balancer = '192.0.2.5' } }
    ) {
        $lab = New-DsrLab WEB01
        Use-Lab $lab
        $service = @{ Server = $lab; VirtualIPAddress = $Vip; Port = 8443 } + $More
        Invoke-DsrPlan @service -Confirm:$false -WarningAction SilentlyContinue | Out-Null
        $made = Get-DsrFirewallRule -Server $lab
        $made | Remove-DsrFirewallRule -Confirm:$false
        $advised = (Test-DsrReadiness @service).Results | Where-Object Id -EQ W01
        $advised.Outcome | Should -Be 'Failed'
        Invoke-Script $advised.Command
        ((Test-DsrReadiness @service).Results | Where-Object Id -EQ W01).Outcome | Should -Be 'Passed'
        Get-DsrFirewallRule -Server $lab | Select-Object Name, VirtualIPAddress, Protocol, Port, RemoteAddress | ConvertTo-Json | Should -BeExactly ($made | Select-Object Name, VirtualIPAddress, Protocol, Port, RemoteAddress | ConvertTo-Json)
        (Get-DsrPlan @service).Changes | Should -BeNullOrEmpty
        (Get-DsrPlan @service -Removal).Changes.Text | Should -Contain "Remove firewall rule $(@($made)[0].Name)."
    }
}

Describe 'A script of the network cmdlets' {
    It 'makes <Release> ready for <Vip>, and its undo restores it' -ForEach $cases {
        $lab = New-PreparedLab $Release
        Set-NetIPInterface -InterfaceIndex (Get-LabIndex 'loopback') -AddressFamily IPv4 -Dhcp Disabled
        $before = Get-State $lab
        $wanted = @{ VirtualIPAddress = $Vip; Port = 443; InterfaceAlias = 'Ethernet'; LoopbackAlias = 'loopback'; For = $Release; Language = 'PowerShell' }
        Get-Failed $lab $Vip | Should -Not -BeNullOrEmpty
        Invoke-Script (ConvertTo-DsrScript @wanted)
        Get-Failed $lab $Vip | Should -BeNullOrEmpty
        Get-Way $lab $Vip | Should -Be 'Answered, leaks: False'
        $made = Get-State $lab
        Invoke-Script (ConvertTo-DsrScript @wanted -Part Verify)
        Get-State $lab | Should -BeExactly $made
        Invoke-Script (ConvertTo-DsrScript @wanted -Part Undo)
        Get-State $lab | Should -BeExactly $before

        # Indexes change when it restarts, so that this comes last.
        Invoke-Script (ConvertTo-DsrScript @wanted)
        $lab.Simulation.Restart()
        Get-Failed $lab $Vip | Should -BeNullOrEmpty
        Get-Way $lab $Vip | Should -Be 'Answered, leaks: False'
    }

    It 'of a plan does all that the plan does on <Release>, and its undo restores the server' -ForEach ($cases | Where-Object { $_.Vip.Count -eq 2 }) {
        $lab = New-PreparedLab $Release
        $before = Get-State $lab
        $plan = Get-DsrPlan -Server $lab -VirtualIPAddress $Vip -Port 443 -Balancer 192.0.2.5 -InterfaceAlias Ethernet -LoopbackAlias loopback
        Invoke-Script ($plan | ConvertTo-DsrScript -For $Release -Language PowerShell)
        $lab.Simulation.Clock.Advance('00:00:10')
        (Test-DsrReadiness -Server $lab -VirtualIPAddress $Vip -Port 443 -Balancer 192.0.2.5 -InterfaceAlias Ethernet).Verdict | Should -Be 'Ready'
        Get-Way $lab $Vip | Should -Be 'Answered, leaks: False'
        Invoke-Script ($plan | ConvertTo-DsrScript -For $Release -Language PowerShell -Part Undo)
        Get-State $lab | Should -BeExactly $before
    }

    It 'of a removal takes <Vip> away on <Release>, leaves the adapter to the administrator, and its undo puts all back' -ForEach ($cases | Where-Object { $_.Vip.Count -eq 2 }) {
        $lab = New-DsrLab WEB01 -Release $Release
        Use-Lab $lab
        $asked = @{ Server = $lab; VirtualIPAddress = $Vip; Port = 443; InterfaceAlias = 'Ethernet' }
        Get-DsrPlan @asked | Invoke-DsrPlan -WarningAction SilentlyContinue | Out-Null
        Get-Way $lab $Vip | Should -Be 'Answered, leaks: False'
        $before = Get-State $lab
        $removal = Get-DsrPlan @asked -Removal
        $removal.Changes.Text | Should -Contain 'Remove the loopback adapter DSR Loopback.'
        $script = $removal | ConvertTo-DsrScript -For $Release -Language PowerShell
        $script | Should -Match 'By hand, after this script:\s+# \* Remove the loopback adapter'
        Invoke-Script $script
        Get-Way $lab $Vip | Should -Be 'Dropped, leaks: False'
        Invoke-Script ($removal | ConvertTo-DsrScript -For $Release -Language PowerShell -Part Undo)
        Get-State $lab | Should -BeExactly $before
    }

    It 'of a plan stops on another computer before anything is done' {
        $lab = New-PreparedLab Server2019
        $before = Get-State $lab
        $plan = Get-DsrPlan -Server $lab -VirtualIPAddress 192.0.2.10 -Port 443 -InterfaceAlias Ethernet -LoopbackAlias loopback
        $env:COMPUTERNAME = 'WEB02'
        try {
            foreach ($part in 'Change', 'Undo', 'Verify') {
                { Invoke-Script ($plan | ConvertTo-DsrScript -For Server2019 -Language PowerShell -Part $part) } | Should -Throw '*is for WEB01*'
            }
        }
        finally { $env:COMPUTERNAME = 'WEB01' }
        Get-State $lab | Should -BeExactly $before
    }

    It 'stops at the first step that is refused' {
        $lab = New-PreparedLab Server2019
        $script = ConvertTo-DsrScript -VirtualIPAddress 192.0.2.10 -Port 443 -InterfaceAlias Ethernet -LoopbackAlias loopback -For Server2019
        Invoke-Script $script
        Set-NetIPInterface -InterfaceIndex (Get-LabIndex 'Ethernet') -AddressFamily IPv4 -WeakHostReceive Disabled
        { Invoke-Script $script } | Should -Throw
        (Get-NetIPInterface -InterfaceIndex (Get-LabIndex 'Ethernet') -AddressFamily IPv4).WeakHostReceive | Should -Be 'Disabled'
    }

    It 'stops before anything is done if an interface is not there' {
        $lab = New-PreparedLab Server2019
        $before = Get-State $lab
        { Invoke-Script (ConvertTo-DsrScript -VirtualIPAddress 192.0.2.10 -Port 443 -InterfaceAlias Ethernet -LoopbackAlias 'loop*' -For Server2019) } | Should -Throw '*not exactly one interface*'
        Get-State $lab | Should -BeExactly $before
    }

    It 'means the interface of its name alone: <Name>' -ForEach @(
        @{ Name = "it's" }, @{ Name = '$(throw)' }, @{ Name = '[a-z]' }, @{ Name = "caf$([char] 0xE9) $([char] 0x2019)x" }, @{ Name = '`n$x' }, @{ Name = '; Stop-Computer #' }
    ) {
        $lab = New-PreparedLab Server2019 $Name
        Invoke-Script (ConvertTo-DsrScript -VirtualIPAddress 192.0.2.10 -Port 443 -InterfaceAlias Ethernet -LoopbackAlias $Name -For Server2019)
        Get-Failed $lab 192.0.2.10 | Should -BeNullOrEmpty
    }
}

Describe 'A script of this module' {
    BeforeAll {
        # Imported by its name, as from where modules are installed, and once only: in a process of its own.
        $modules = New-Item -ItemType Directory -Path "$TestDrive/modules"
        $link = New-Item -ItemType SymbolicLink -Path "$modules/DsrReadiness" -Target (Resolve-Path "$PSScriptRoot/..").Path
        $run = {
            param($Root, $Modules, $Folder, $Release, $State)
            $ErrorActionPreference = 'Stop'
            $env:PSModulePath = $Modules + [System.IO.Path]::PathSeparator + $env:PSModulePath
            $env:COMPUTERNAME = 'WEB01'
            Import-Module DsrReadiness
            Set-Item function:Get-State ([scriptblock]::Create($State))
            Import-Module "$Root/NetCmdlets.psm1"
            $lab = New-DsrLab WEB01 -Release $Release
            Use-Lab $lab
            New-LabLoopback 'loopback'
            $service = @{ VirtualIPAddress = '192.0.2.10', '2001:db8::10'; Port = 443; InterfaceAlias = 'Ethernet' }
            $before = Get-State $lab
            $PSDefaultParameterValues['*-Dsr*:Server'] = $lab
            foreach ($part in 'Change', 'Verify', 'Undo') {
                ConvertTo-DsrScript @service -LoopbackAlias loopback -For $Release -Language Module -Part $part | Set-Content -LiteralPath "$Folder/$part.ps1"
                & "$Folder/$part.ps1" | Out-Null
                $lab.Simulation.Clock.Advance('00:00:10')
                "$($part): $((Test-DsrReadiness @service).Verdict)"
            }
            "As before: $((Get-State $lab) -ceq $before)"
        }
        $run.ToString() | Set-Content -LiteralPath "$TestDrive/run.ps1"
    }

    AfterAll { $link.Delete() }

    It 'makes <_> ready, and its undo restores it' -ForEach 'Server2012', 'Server2019', 'Server2025' {
        Invoke-PowerShell -File "$TestDrive/run.ps1" $PSScriptRoot $modules.FullName "$TestDrive" $_ "${function:Get-State}" |
            Should -Be 'Change: Ready', 'Verify: Ready', 'Undo: NotReady', 'As before: True'
    }
}
