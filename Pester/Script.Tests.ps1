BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

Describe 'ConvertTo-DsrScript' {
    It 'writes a plan as a script that PowerShell can read' {
        $script = Get-DsrPlan 192.0.2.10 -Port 443 -Server (New-DsrLab WEB01 -Shape HalfDone) | ConvertTo-DsrScript
        $script | Should -BeOfType string
        $errors = $null
        [void] [System.Management.Automation.Language.Parser]::ParseInput($script, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $script | Should -Match 'Set-NetIPInterface -InterfaceIndex \$traffic -AddressFamily IPv4 -WeakHostReceive Enabled'
    }

    It 'writes one script for each plan' {
        Get-DsrPlan 192.0.2.10 -Server (New-DsrLab -Count 2) | ConvertTo-DsrScript -Part Undo | Should -HaveCount 2
    }

    It 'holds the classic recipe' {
        $lines = (ConvertTo-DsrScript 192.0.2.10 -For Server2008 -InterfaceAlias net -LoopbackAlias loopback) -split "`r`n"
        $lines | Should -Contain 'netsh interface ipv4 set interface "net" weakhostreceive=enabled'
        $lines | Should -Contain 'netsh interface ipv4 set interface "loopback" weakhostreceive=enabled'
        $lines | Should -Contain 'netsh interface ipv4 set interface "loopback" weakhostsend=enabled'
    }

    It 'takes indexes' {
        ConvertTo-DsrScript 192.0.2.10 -For Server2008 -InterfaceIndex 7 -LoopbackIndex 14 |
            Should -Match 'netsh interface ipv4 set interface 7 weakhostreceive=enabled'
    }

    Context 'of a service file' {
        BeforeAll {
            $file = "$TestDrive/services.json"
            Set-Content $file @'
{ "format": "dsr-services/1", "service": [
  { "name": "web", "virtualIPAddress": "192.0.2.10", "port": 443, "trafficInterface": "net" },
  { "name": "dns", "virtualIPAddress": "192.0.2.53", "port": "udp/53" } ] }
'@
            $asked = @{ ServiceFile = $file; For = 'Server2008'; LoopbackAlias = 'loopback' }
        }

        It 'writes what it writes of the same service described' {
            ConvertTo-DsrScript @asked -ServiceName web | Should -BeExactly (ConvertTo-DsrScript 192.0.2.10 -Port 443 -InterfaceAlias net -For Server2008 -LoopbackAlias loopback)
        }

        It 'refuses <Case> with <Id>' -ForEach @(
            @{ Case = 'two services'; Id = 'ServiceNotFound'; Splat = @{} }
            @{ Case = 'a service that is not there'; Id = 'ServiceNotFound'; Splat = @{ ServiceName = 'mail' } }
            @{ Case = 'a service without a traffic interface'; Id = 'ScriptRefused'; Splat = @{ ServiceName = 'dns' } }
            @{ Case = 'a file that is not there'; Id = 'FileNotFound'; Splat = @{ ServiceFile = 'nowhere.json' } }
        ) {
            foreach ($name in $Splat.Keys) { $asked[$name] = $Splat[$name] }
            Get-ErrorId { ConvertTo-DsrScript @asked } | Should -Be "$Id,DsrReadiness.Commands.ConvertToDsrScriptCommand"
        }

        It 'completes the names of its services' {
            $line = "ConvertTo-DsrScript -ServiceFile '$file' -ServiceName "
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'web', 'dns'
        }
    }

    It 'refuses what cannot be, with an error and no script' {
        Get-ErrorId { ConvertTo-DsrScript 2001:db8::10 -For Server2003 -InterfaceAlias net -LoopbackAlias loopback } |
            Should -Be 'ScriptRefused,DsrReadiness.Commands.ConvertToDsrScriptCommand'
        Get-ErrorId { ConvertTo-DsrScript 192.0.2.10 -For Server2008 -InterfaceAlias 'a"b' -LoopbackAlias loopback } |
            Should -Be 'ScriptRefused,DsrReadiness.Commands.ConvertToDsrScriptCommand'
        Get-ErrorId { ConvertTo-DsrScript nonsense -For Server2008 -InterfaceAlias net -LoopbackAlias loopback } |
            Should -Be 'InvalidService,DsrReadiness.Commands.ConvertToDsrScriptCommand'
    }
}
