<#
.SYNOPSIS
Finds out on a spare Windows server what only a real one can prove, puts everything back, and writes a report. docs/live.md tells what it does.
.EXAMPLE
Invoke-Pester Pester/Live.Tests.ps1 -TagFilter Live -Output Detailed
#>
param(
    # A server to try it on in place of this computer: a lab server.
    [object] $Server,
    # The adapter with the default route; found if it is left out.
    [string] $InterfaceAlias,
    # Addresses that are in use nowhere: those of documentation ranges.
    [string[]] $VirtualIPAddress = @('198.51.100.10', '2001:db8:0:ffff::10'),
    [string] $ReportPath = (Join-Path ([IO.Path]::GetTempPath()) "DsrReadiness-Live-$([Environment]::MachineName).json")
)

BeforeDiscovery {
    $isSimulated = $null -ne $Server
    $cannotRun = -not $isSimulated -and [Environment]::OSVersion.Platform -ne 'Win32NT'
}

Describe 'A live server' -Tag Live -Skip:$cannotRun {
    BeforeAll {
        Import-Module "$PSScriptRoot/../DsrReadiness.psd1"
        $facts = [ordered]@{ module = (Get-Module DsrReadiness).Version.ToString(); powershell = $PSVersionTable.PSVersion.ToString(); simulated = $null -ne $Server }
        $target = @{}
        if ($Server) { $target.Server = $Server }
        else {
            $facts.windows = [Environment]::OSVersion.VersionString
            if (-not $InterfaceAlias) {
                $InterfaceAlias = Get-NetRoute -DestinationPrefix 0.0.0.0/0 | Sort-Object { $_.RouteMetric + $_.ifMetric } | Select-Object -First 1 -ExpandProperty InterfaceAlias
            }
        }
        $service = @{ VirtualIPAddress = $VirtualIPAddress; Port = 'tcp/49999' }
        $before = Join-Path $TestDrive 'before.json'
        $runs = [Collections.Generic.List[string]]::new()

        # Removes what a run left, should a test have failed on the way.
        function Undo-All { foreach ($run in @($runs)) { Undo-DsrPlan -RunId $run @target -Confirm:$false -ErrorAction Continue; [void]$runs.Remove($run) } }
    }

    AfterAll {
        if ($runs.Count) { Undo-All }
        if ($facts) {
            ConvertTo-Json $facts -Depth 6 | Set-Content -LiteralPath $ReportPath -Encoding utf8
            Write-Host "The report is $ReportPath"
        }
    }

    It 'is read, and each reading that fails says why' {
        $taken = Measure-Command { Export-DsrSnapshot -Path $before @target }
        $snapshot = Get-Content -LiteralPath $before -Raw -Encoding utf8 | ConvertFrom-Json
        $facts.snapshotSeconds = [Math]::Round($taken.TotalSeconds, 2)
        $facts.readings = @($snapshot.readings).Count
        $facts.failedReadings = @($snapshot.readings | Where-Object { $_.PSObject.Properties['error'] } | ForEach-Object { "$($_.class) $($_.store): $($_.error.kind) $($_.error.message)" })
        $facts.emptyReadings = @($snapshot.readings | Where-Object { $_.PSObject.Properties['rows'] -and -not $_.rows } | ForEach-Object { "$($_.class) $($_.store)".Trim() })
        $snapshot.readings.error.kind | Should -Not -Contain 'Malformed'
        $snapshot.readings.error.kind | Should -Not -Contain 'InvalidQuery'
    }

    It 'is judged, and the time is measured' {
        $taken = Measure-Command { $script:verdict = Test-DsrReadiness @service -InterfaceAlias $InterfaceAlias @target }
        $facts.verdictSeconds = [Math]::Round($taken.TotalSeconds, 2)
        $facts.unknownAtFirst = @($verdict.Results | Where-Object Outcome -EQ 'Unknown' | ForEach-Object { "$($_.Id): $($_.Reason)" })
        $verdict.Verdict | Should -Be 'NotReady'
    }

    It 'carries a whole plan out, and proves each change' {
        $plan = Get-DsrPlan @service -InterfaceAlias $InterfaceAlias @target
        $facts.plan = @($plan.Changes | ForEach-Object { "$($_.CheckId) $($_.Text)" })
        $plan.IsRefused | Should -BeFalse
        $told = [Collections.Generic.List[string]]::new()
        $taken = Measure-Command {
            $plan | Invoke-DsrPlan -Confirm:$false -PassThru -Verbose 4>&1 | ForEach-Object { if ($_ -is [Management.Automation.VerboseRecord]) { $told.Add($_.Message) } else { $script:result = $_ } }
        }
        $runs.Add($result.RunId)
        $facts.planSeconds = [Math]::Round($taken.TotalSeconds, 2)
        $facts.operations = @($told)
        $facts.restartNeeded = $result.RestartNeeded
        $result.Result | Should -Be 'Applied'
    }

    It 'is as the plan wanted it, and a second run finds nothing to do' {
        $after = Test-DsrReadiness @service -InterfaceAlias $InterfaceAlias -Check A01, A02, A04, V01, V02, M01, M02, M05, V05, W02 @target
        $facts.afterwards = @($after.Results | ForEach-Object { "$($_.Id) $($_.Outcome) $($_.Subject)" })
        $after.Results | Where-Object Outcome -In 'Failed', 'Unknown' | ForEach-Object { "$($_.Id): $($_.Reason)" } | Should -BeNullOrEmpty
        (Get-DsrPlan @service -InterfaceAlias $InterfaceAlias @target).Changes | Should -BeNullOrEmpty
    }

    It 'shows what it made' {
        $loopback = Get-DsrLoopback @target | Where-Object { $_.VirtualIPAddress -contains $VirtualIPAddress[0] }
        $facts.loopback = $loopback | Select-Object -Property * -ExcludeProperty Server
        $facts.weakHost = @(Get-DsrWeakHost @target | Where-Object InterfaceAlias -In $InterfaceAlias, $loopback.LoopbackAlias | Select-Object -Property * -ExcludeProperty Server)
        $facts.rules = @(Get-DsrFirewallRule @target | Select-Object -Property * -ExcludeProperty Server)
        @($loopback).Count | Should -Be 1
        $facts.weakHost | Where-Object { $_.WeakHostReceive -ne $_.PersistentWeakHostReceive } | Should -BeNullOrEmpty -Because 'both stores were written'
    }

    It 'is undone, and is what it was' {
        Undo-All
        $after = Join-Path $TestDrive 'after.json'
        Export-DsrSnapshot -Path $after @target
        $difference = Import-DsrSnapshot $after | Compare-DsrSnapshot @service -ReferenceSnapshot (Import-DsrSnapshot $before)
        $facts.afterUndo = $difference | Out-String
        $difference | Where-Object { $_.Before.Outcome -ne $_.After.Outcome } | Should -BeNullOrEmpty
        Get-DsrLoopback @target | Where-Object { $_.VirtualIPAddress -contains $VirtualIPAddress[0] } | Should -BeNullOrEmpty
        Get-DsrFirewallRule @target | Where-Object { $_.LocalAddress -contains $VirtualIPAddress[0] } | Should -BeNullOrEmpty
    }

    # Below the cmdlets: what nobody has published of Windows itself.
    Context 'Windows itself' -Skip:$isSimulated {
        BeforeAll {
            $made = New-DsrLoopback -VirtualIPAddress $VirtualIPAddress[0] -Confirm:$false
            $index = (Get-NetAdapter -Name $made.LoopbackAlias).ifIndex
            $session = New-CimSession
            $network = 'root/StandardCimv2'

            function Get-Raw($Class, $Store, $Where) {
                $options = [Microsoft.Management.Infrastructure.Options.CimOperationOptions]::new()
                if ($Store) { $options.SetCustomOption('PolicyStore', $Store, $false) }
                $session.QueryInstances($network, 'WQL', "SELECT * FROM $Class WHERE $Where", $options)
            }

            # What a refusal says of itself, by number.
            function Get-Refusal([scriptblock] $Script) {
                try { $said = & $Script; "no exception; returned $($said.ReturnValue.Value)" }
                catch {
                    $cause = $_.Exception
                    while ($cause.InnerException -and $cause -isnot [Microsoft.Management.Infrastructure.CimException]) { $cause = $cause.InnerException }
                    "$($cause.GetType().Name) result $([int]$cause.NativeErrorCode) id '$($cause.MessageId)'"
                }
            }
        }

        AfterAll {
            if ($session) { Remove-CimSession $session }
            if ($made) { Remove-DsrLoopback -LoopbackAlias $made.LoopbackAlias -Confirm:$false }
        }

        It 'tells in which stores a change is that names none' {
            $row = @(Get-Raw MSFT_NetIPInterface $null "InterfaceIndex = $index AND AddressFamily = 2")[0]
            $new = [byte](1 - $row.CimInstanceProperties['WeakHostReceive'].Value)
            $row.CimInstanceProperties['WeakHostReceive'].Value = $new
            [void]$session.ModifyInstance($network, $row)
            $facts.omittedStore = foreach ($store in 'ActiveStore', 'PersistentStore') {
                $value = @(Get-Raw MSFT_NetIPInterface $store "InterfaceIndex = $index AND AddressFamily = 2").ForEach({ $_.CimInstanceProperties['WeakHostReceive'].Value })
                "${store}: wanted $new, is $($value -join ', ')"
            }
            $facts.omittedStore | Should -HaveCount 2
        }

        It 'tells the numbers of refusals' {
            $create = {
                param($Address, $Interface)
                $given = [Microsoft.Management.Infrastructure.CimMethodParametersCollection]::new()
                $given.Add([Microsoft.Management.Infrastructure.CimMethodParameter]::Create('InterfaceIndex', [uint32]$Interface, 'UInt32', 'In'))
                $given.Add([Microsoft.Management.Infrastructure.CimMethodParameter]::Create('IPAddress', $Address, 'String', 'In'))
                $given.Add([Microsoft.Management.Infrastructure.CimMethodParameter]::Create('PrefixLength', [byte]32, 'UInt8', 'In'))
                $session.InvokeMethod($network, 'MSFT_NetIPAddress', 'Create', $given)
            }
            $facts.refusals = [ordered]@{
                addressTwice   = Get-Refusal { & $create $VirtualIPAddress[0] $index }
                noSuchAdapter  = Get-Refusal { & $create '198.51.100.99' 4294967 }
                noAddress      = Get-Refusal { & $create 'nonsense' $index }
                noSuchColumn   = Get-Refusal { @($session.QueryInstances($network, 'WQL', 'SELECT Nonsense FROM MSFT_NetAdapter')) }
                noSuchClass    = Get-Refusal { @($session.QueryInstances($network, 'WQL', 'SELECT * FROM MSFT_Nonsense')) }
                noSuchSpace    = Get-Refusal { @($session.QueryInstances('root/Nonsense', 'WQL', 'SELECT * FROM MSFT_Nonsense')) }
                nameThatExists = Get-Refusal { Rename-NetAdapter -Name $made.LoopbackAlias -NewName $InterfaceAlias -ErrorAction Stop }
            }
            $facts.refusals.Values | Should -Not -BeNullOrEmpty
        }

        It 'tells what a new KM-TEST adapter is like' {
            $facts.adapter = Get-CimInstance -Namespace $network -ClassName MSFT_NetAdapter -Filter "InterfaceIndex = $index" |
                Select-Object ComponentID, PnPDeviceID, InterfaceType, Virtual, HardwareInterface, ConnectorPresent, InterfaceOperationalStatus
            $facts.interface = @(Get-Raw MSFT_NetIPInterface $null "InterfaceIndex = $index") | ForEach-Object {
                "family $($_.CimInstanceProperties['AddressFamily'].Value) DadTransmits $($_.CimInstanceProperties['DadTransmits'].Value) Dhcp $($_.CimInstanceProperties['Dhcp'].Value)"
            }
            $facts.adapter.ComponentID | Should -Be '*MSLOOP'
        }

        It 'tells whether the DNS client takes a plain modification' {
            $row = @(Get-Raw MSFT_DNSClient $null "InterfaceIndex = $index")[0]
            $facts.dnsBefore = $row.CimInstanceProperties['RegisterThisConnectionsAddress'].Value
            $row.CimInstanceProperties['RegisterThisConnectionsAddress'].Value = -not $facts.dnsBefore
            $facts.dnsModification = Get-Refusal { $session.ModifyInstance($network, $row) }
            $facts.dnsAfter = @(Get-Raw MSFT_DNSClient $null "InterfaceIndex = $index")[0].CimInstanceProperties['RegisterThisConnectionsAddress'].Value
            $facts.dnsAfter | Should -Be (-not $facts.dnsBefore)
        }
    }
}
