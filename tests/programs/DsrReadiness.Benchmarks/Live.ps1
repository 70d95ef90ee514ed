# Measures the module in this PowerShell on simulated servers whose calls take real time, and writes Markdown.
param([Parameter(Mandatory)] [string] $Module, [int[]] $Servers = @(1, 16, 256, 4096), [int[]] $Latency = @(1, 5, 50))
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
Import-Module $Module
$vip = '192.0.2.10'
$throttle = 32

function Set-Latency($Labs, [double] $Milliseconds) { foreach ($lab in $Labs) { $lab.Simulation.Behaviour.RealLatency = [timespan]::FromMilliseconds($Milliseconds) } }

function Measure-Seconds([scriptblock] $Script) {
    [GC]::Collect()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Script
    $watch.Elapsed.TotalSeconds
}

# A pool is made of at most 200 servers.
$most = ($Servers | Measure-Object -Maximum).Maximum
$labs = @(for ($made = 0; $made -lt $most; $made += 200) { New-DsrLab -Count ([Math]::Min(200, $most - $made)) -Shape Ready -VirtualIPAddress $vip })
$null = $labs[0] | Test-DsrReadiness -VirtualIPAddress $vip -Port 443

@"

## Many servers at once

``Test-DsrReadiness`` of simulated servers whose every call takes the time given, at most $throttle servers at a time (the default of ``-ThrottleLimit``). A verdict asks for all readings side by side and
waits once, so the latency bounds the rate at $throttle verdicts in each of it; where that is more than the processors can judge, they are the bound. Threads are those of the process right afterwards.

| Latency, ms | Servers | Time, s | Verdicts a second | Of the bound by latency | Threads |
|---|---|---|---|---|---|
"@
foreach ($milliseconds in $Latency) {
    Set-Latency $labs $milliseconds
    foreach ($count in $Servers) {
        $some = $labs[0..($count - 1)]
        $verdicts = [System.Collections.Generic.List[object]]::new()
        $seconds = Measure-Seconds { $some | Test-DsrReadiness -VirtualIPAddress $vip -Port 443 | ForEach-Object { $verdicts.Add($_.Verdict) } }
        if ($verdicts.Count -ne $count -or @($verdicts | Where-Object { $_ -ne 'Ready' })) { throw "Of $count servers, $($verdicts.Count) gave a verdict." }
        $rate = $count / $seconds
        $bound = [Math]::Min($throttle, $count) * 1000 / $milliseconds
        '| {0} | {1:N0} | {2:F2} | {3:N0} | {4:P0} | {5} |' -f $milliseconds, $count, $seconds, $rate, ($rate / $bound), [System.Diagnostics.Process]::GetCurrentProcess().Threads.Count
    }
}

if ($most -gt 1) {
    @"

One that is slow holds its own place of the $throttle and nobody else's. The first of the servers never answers, or takes 5 s for each call; counted are the others that have their verdict before it.

| Latency of the others, ms | Others | The first never answers | The first takes 5 s a call |
|---|---|---|---|
"@
    $slow = New-DsrLab SLOW -Shape Ready -VirtualIPAddress $vip
    $others = $labs[1..($most - 1)]
    foreach ($milliseconds in $Latency) {
        Set-Latency $others $milliseconds
        Set-Latency $slow 5000
        $slow.Simulation.Faults.AtRead(1).Hang()
        $hanging = @(@($slow) + $others | Test-DsrReadiness -VirtualIPAddress $vip -Port 443 | ForEach-Object ComputerName | Select-Object -First $others.Count)
        $slow.Simulation.Faults.Clear()
        $late = @(@($slow) + $others | Test-DsrReadiness -VirtualIPAddress $vip -Port 443 | ForEach-Object ComputerName)
        if ($hanging -contains 'SLOW' -or $late.Count -ne $most) { throw "Of $most servers, $($late.Count) gave a verdict." }
        '| {0} | {1:N0} | {2:N0} | {3:N0} |' -f $milliseconds, $others.Count, $hanging.Count, $late.IndexOf('SLOW')
    }
}

$some = $labs[0..([Math]::Min(256, $most) - 1)]
Set-Latency $some 0
$judged = Measure-Seconds { $some | Test-DsrReadiness -VirtualIPAddress $vip -Port 443 }
$followed = Measure-Seconds { $some | Trace-DsrPath -VirtualIPAddress $vip -Port 443 }
@"

The processors work for both sides here: for the command, and for the servers that it asks. Without any latency $($some.Count) servers took $('{0:F2}' -f $judged) s, and following one packet through each
(``Trace-DsrPath``), which reads nearly as much and checks nothing, took $('{0:F2}' -f $followed) s.
"@

# What the in-box cmdlets do: one class after another, each call taking its time.
Import-Module (Join-Path $PSScriptRoot StandIns.psm1)
$few = $labs[0..15]
$milliseconds = 20
Set-Latency $few $milliseconds

$ways = [ordered] @{
    '`Test-DsrReadiness`' = { ($few | Test-DsrReadiness -VirtualIPAddress $vip -Port 443).Results.Count; $null }
    'a script of cmdlets, one call after another' = { foreach ($lab in $few) { Use-Lab $lab; if ((Test-ByScript $vip 443) -contains $false) { throw "The script does not find $($lab.ComputerName) ready." } } }
}
$asked = @{ '`Test-DsrReadiness`' = @($few[0] | Test-DsrReadiness -VirtualIPAddress $vip -Port 443)[0].Results.Count; 'a script of cmdlets, one call after another' = 8 }
if (Get-Module -ListAvailable Pester | Where-Object Version -GE '5.0') {
    Import-Module Pester -MinimumVersion 5.0
    $file = Join-Path $PSScriptRoot Assertions.ps1
    $ways['a Pester file of assertions'] = {
        $configuration = New-PesterConfiguration
        $configuration.Run.Container = New-PesterContainer -Path $file -Data @{ Labs = $few; Vip = $vip; Port = 443 }
        $configuration.Run.PassThru = $true
        $configuration.Output.Verbosity = 'None'
        $result = Invoke-Pester -Configuration $configuration
        if ($result.PassedCount -ne 8 * $few.Count) { throw "Of $(8 * $few.Count) assertions, $($result.PassedCount) passed." }
    }
    $asked['a Pester file of assertions'] = 8
}

# The test functions of the DSC community's resources run as they are, where their module is installed.
$community = Get-Module -ListAvailable NetworkingDsc | Select-Object -First 1
if ($community) {
    foreach ($resource in 'NetIPInterface', 'IPAddress', 'DefaultGatewayAddress', 'NetAdapterBinding') {
        Import-Module (Join-Path $community.ModuleBase "DSCResources/DSC_$resource/DSC_$resource.psm1") -Prefix $resource
    }
    $byResources = 'test functions of NetworkingDsc {0}' -f $community.Version
    $ways[$byResources] = {
        foreach ($lab in $few) {
            Use-Lab $lab
            $answers = @(
                Test-NetIPInterfaceTargetResource -InterfaceAlias Ethernet -AddressFamily IPv4 -WeakHostReceive Enabled
                Test-NetIPInterfaceTargetResource -InterfaceAlias 'DSR Loopback' -AddressFamily IPv4 -WeakHostSend Enabled -WeakHostReceive Enabled
                Test-IPAddressTargetResource -InterfaceAlias 'DSR Loopback' -AddressFamily IPv4 -IPAddress "$vip/32"
                Test-DefaultGatewayAddressTargetResource -InterfaceAlias 'DSR Loopback' -AddressFamily IPv4
                Test-NetAdapterBindingTargetResource -InterfaceAlias 'DSR Loopback' -ComponentId ms_server -State Disabled
            )
            if ($answers.Count -ne 5 -or $answers -contains $false) { throw "The resources find $($lab.ComputerName) not ready: $answers" }
        }
    }
    $asked[$byResources] = 5
}

$sizes = 1, $few.Count
@"

## What people use instead

Simulated servers whose calls take $milliseconds ms each; all ways in turn, the least of three rounds. The script and the Pester file ask eight questions that people ask by hand (the loopback, its VIP and mask, weak
host receive and send, no gateway, the firewall, a listener), through stand-ins for the cmdlets of Windows, which read the same servers, one call a class.$(if ($community) { ' So do the functions of the resources.' })
In brackets, how many times the first row's time it is.

| Way | Checks of each server | $($sizes[0]) server, s | $($sizes[1]) servers, s |
|---|---|---|---|
"@
$all = $few
$taken = @{}
foreach ($round in 1..3) {
    foreach ($size in $sizes) {
        $few = $all[0..($size - 1)]
        foreach ($way in $ways.Keys) {
            $seconds = Measure-Seconds $ways[$way]
            if (-not $taken["$way $size"] -or $seconds -lt $taken["$way $size"]) { $taken["$way $size"] = $seconds }
        }
    }
}
$first = @($ways.Keys)[0]
foreach ($way in $ways.Keys) {
    $cells = foreach ($size in $sizes) { '{0:F2} ({1:F1})' -f $taken["$way $size"], ($taken["$way $size"] / $taken["$first $size"]) }
    "| $way | $($asked[$way]) | $($cells -join ' | ') |"
}
