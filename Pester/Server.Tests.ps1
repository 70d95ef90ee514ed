BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $other = Import-DsrSnapshot "$samples/server2016-one-nic.json"
    $splat = @{ VirtualIPAddress = $vip; Check = 'M01' }
}

Describe 'Server' {
    It 'takes a snapshot, its server, or several, under each name' {
        (Test-DsrReadiness @splat -Server $ready).ComputerName | Should -Be 'SRV19A'
        (Test-DsrReadiness @splat -ComputerName $ready.Server).ComputerName | Should -Be 'SRV19A'
        (Test-DsrReadiness @splat -Cn $ready, $other).ComputerName | Should -Be 'SRV19A', 'SRV16A'
        (Test-DsrReadiness @splat -CimSession ([System.Collections.ArrayList]@($ready, $other.Server))).Count | Should -Be 2
    }

    It 'takes input by value, in its order' {
        ($other, $ready | Test-DsrReadiness @splat).ComputerName | Should -Be 'SRV16A', 'SRV19A'
        ($other.Server, $ready.Server | Test-DsrReadiness @splat).ComputerName | Should -Be 'SRV16A', 'SRV19A'
    }

    It 'takes the live server of our own objects' {
        $verdict = $ready | Test-DsrReadiness @splat -Port 443
        $again = $verdict | Test-DsrReadiness -Check M01
        [object]::ReferenceEquals($again.Server, $ready.Server) | Should -BeTrue
        $again.Port | Should -Be 'tcp/443'
    }

    It 'takes the property <Name> of an input' -ForEach @(
        @{ Name = 'Server' }, @{ Name = 'CimSession' }, @{ Name = 'ComputerName' }, @{ Name = 'Cn' }, @{ Name = 'PSComputerName' }
    ) {
        $verdict = [pscustomobject]@{ $Name = $other.Server; VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01
        $verdict.ComputerName | Should -Be 'SRV16A'
    }

    It 'refuses <Case>, and does not take it for this computer' -ForEach @(
        @{ Case = 'null'; Value = $null }
        @{ Case = 'an empty text'; Value = '' }
        @{ Case = 'a blank text'; Value = '  ' }
        @{ Case = 'an empty list'; Value = @() }
        @{ Case = 'a list with null in it'; Value = @('WEB01', $null) }
        @{ Case = 'a pattern'; Value = 'WEB*' }
    ) {
        Get-ErrorId { Test-DsrReadiness @splat -Server $Value } |
            Should -Be 'ParameterArgumentTransformationError,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'refuses a number' {
        Get-ErrorId { Test-DsrReadiness @splat -Server 5 } | Should -BeLike 'CannotConvertArgument*,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'refuses an input whose <Name> is <Case>' -ForEach @(
        foreach ($name in 'Server', 'CimSession', 'ComputerName', 'Cn', 'PSComputerName') {
            @{ Name = $name; Case = 'null'; Value = $null }
            @{ Name = $name; Case = 'empty'; Value = '' }
            @{ Name = $name; Case = 'blank'; Value = ' ' }
            @{ Name = $name; Case = 'a number'; Value = 5 }
        }
    ) {
        $errors = Get-ErrorId { [pscustomobject]@{ $Name = $Value; VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01 }
        $errors.Count | Should -Be 1
        $errors | Should -Match '^(InvalidServer|ParameterArgument(Transformation|Validation)Error|CannotConvertArgument.*),'
    }

    It 'refuses an input that says nothing' {
        Get-ErrorId { 5 | Test-DsrReadiness @splat } | Should -Be 'UnsupportedInput,DsrReadiness.Commands.TestDsrReadinessCommand'
        Get-ErrorId { Get-Date | Test-DsrReadiness @splat } | Should -Be 'UnsupportedInput,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'says of a file that it is read first: <Case>' -ForEach @(
        @{ Case = 'its path'; Script = { Test-DsrReadiness @splat -Server "$samples/server2019-ready.json" } }
        @{ Case = 'its path from the pipeline'; Script = { "$samples/server2019-ready.json" | Test-DsrReadiness @splat } }
        @{ Case = 'a path in a column'; Script = { [pscustomobject]@{ ComputerName = 'WEB01.json' } | Test-DsrReadiness @splat } }
        @{ Case = 'the file itself'; Script = { Test-DsrReadiness @splat -Server (Get-Item "$samples/server2019-ready.json") } }
        @{ Case = 'the file itself from the pipeline'; Script = { Get-Item "$samples/server2019-ready.json" | Test-DsrReadiness @splat } }
    ) {
        $said = @(try { & $Script 2>&1 } catch { $_ })
        $said | Should -HaveCount 1
        "$($said[0]) $($said[0].ErrorDetails.RecommendedAction)" | Should -BeLike '*.json* is a file, not a server.*Import-DsrSnapshot*|*'
    }

    It 'refuses a server that came through a file or from another session' {
        $ready | Test-DsrReadiness @splat | Export-Clixml "$TestDrive/verdict.xml"
        $errors = Get-ErrorId { Import-Clixml "$TestDrive/verdict.xml" | Test-DsrReadiness -Check M01 }
        $errors.Count | Should -Be 1
        $errors | Should -Match '^(InvalidServer|ParameterArgumentTransformationError),'
    }

    It 'says what a computer that it cannot reach needs' -Skip:($env:OS -eq 'Windows_NT') {
        Get-ErrorId { Test-DsrReadiness @splat -Server WEB01 } | Should -Be 'LiveServerNotSupported,DsrReadiness.Commands.TestDsrReadinessCommand'
        Get-ErrorId { 'WEB01' | Test-DsrReadiness @splat } | Should -Be 'LiveServerNotSupported,DsrReadiness.Commands.TestDsrReadinessCommand'
        Get-ErrorId { Test-DsrReadiness @splat } | Should -Be 'LiveServerNotSupported,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'lets one server fail and goes on with the others' {
        $ids = Get-ErrorId { $script:verdicts = 'WEB01', $ready, 'WEB02' | Test-DsrReadiness @splat -ErrorAction SilentlyContinue -ErrorVariable script:errors }
        $ids | Should -BeNullOrEmpty
        $verdicts.ComputerName | Should -Be 'SRV19A'
        $errors.Count | Should -Be 2
    }

    It 'does not make a server of a text by a cast' {
        { [DsrReadiness.Servers.DsrServer]'WEB01' } | Should -Throw
    }

    It 'is its bare name as text' {
        "$($ready.Server)" | Should -Be 'SRV19A'
        "$ready" | Should -Be 'SRV19A'
    }
}

Describe 'Server by default' {
    BeforeAll { $PSDefaultParameterValues['*-Dsr*:Server'] = $ready.Server, $other.Server }
    AfterAll { $PSDefaultParameterValues.Remove('*-Dsr*:Server') }

    It 'goes to all of them' { (Test-DsrReadiness @splat).ComputerName | Should -Be 'SRV19A', 'SRV16A' }

    It 'goes to the one that the input brings along' {
        ($other | Test-DsrReadiness @splat).ComputerName | Should -Be 'SRV16A'
        ($other | Test-DsrReadiness @splat | Test-DsrReadiness -Check M01).ComputerName | Should -Be 'SRV16A'
    }

    It 'goes to the one that the input names' {
        ([pscustomobject]@{ ComputerName = 'srv16a'; VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01).ComputerName | Should -Be 'SRV16A'
        ([pscustomobject]@{ PSComputerName = 'srv16a'; VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01).ComputerName | Should -Be 'SRV16A'
        ('SRV19A' | Test-DsrReadiness @splat).ComputerName | Should -Be 'SRV19A'
    }

    It 'refuses an input for another server' {
        Get-ErrorId { [pscustomobject]@{ ComputerName = 'WEB01'; VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01 } |
            Should -Be 'ServerMismatch,DsrReadiness.Commands.TestDsrReadinessCommand'
    }

    It 'goes to all of them for an input that names none' {
        ([pscustomobject]@{ VirtualIPAddress = $vip } | Test-DsrReadiness -Check M01).Count | Should -Be 2
    }
}

Describe 'An adapter of Get-NetAdapter' {
    BeforeAll {
        function New-Adapter([string] $Computer) {
            $adapter = [pscustomobject]@{ Name = 'Ethernet'; InterfaceAlias = 'Ethernet'; ifAlias = 'Ethernet'; InterfaceIndex = 4; ifIndex = 4; PSComputerName = $(if ($Computer) { $Computer } else { $null }) }
            $adapter.pstypenames.Insert(0, 'Microsoft.Management.Infrastructure.CimInstance#root/StandardCimv2/MSFT_NetAdapter')
            $adapter
        }
        $lab = New-DsrLab WEB01 -Shape Ready
    }

    It 'says which interface is listed' {
        (New-Adapter | Get-DsrWeakHost -Server $lab).InterfaceAlias | Should -Be 'Ethernet', 'Ethernet'
        (New-Adapter WEB01 | Get-DsrWeakHost -Server $lab).InterfaceAlias | Should -Be 'Ethernet', 'Ethernet'
    }

    It 'is refused where it would have to be guessed what it means: <Command>' -ForEach @(
        @{ Command = 'Test-DsrReadiness' }, @{ Command = 'Get-DsrPlan' }, @{ Command = 'Enable-DsrWeakHost' }, @{ Command = 'Disable-DsrWeakHost' }
    ) {
        New-Adapter WEB01 | & $Command -VirtualIPAddress 192.0.2.10 -Server $lab -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'InterfaceIsInput,*'
        $problem[0].ErrorDetails.RecommendedAction | Should -BeLike "*-InterfaceAlias 'Ethernet'*"
    }

    It 'can be named as its cmdlets name it' {
        (Test-DsrReadiness 192.0.2.10 -ifAlias Ethernet -Server $lab).TrafficInterface | Should -Be 'Ethernet'
        (Test-DsrReadiness 192.0.2.10 -ifIndex 4 -Server $lab).TrafficInterface | Should -Be '4'
    }
}

Describe '-InputObject' {
    It 'means its server by its name too' {
        $lab = New-DsrLab WEB01 -Shape Ready
        (Test-DsrReadiness 192.0.2.10 -InputObject $lab).ComputerName | Should -Be 'WEB01'
        (Get-DsrLoopback -InputObject (Test-DsrReadiness 192.0.2.10 -InputObject $lab)).ComputerName | Should -Be 'WEB01'
    }
}
