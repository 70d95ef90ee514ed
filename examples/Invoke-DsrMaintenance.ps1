<#
.SYNOPSIS
    Goes through a farm one server at a time: drains it, changes what is missing, proves it by its checks and by a real packet, and returns it. Stops at the first that is not ready or does not answer, and leaves
    that one drained.

.DESCRIPTION
    A real packet is sent from this computer, in an elevated session: it has to be on the servers' segment, and neither a server nor the balancer. -SkipPacket does without.

    How a server is drained and returned is yours: two script blocks that get the server, and that return when it is done.

.EXAMPLE
    ./Invoke-DsrMaintenance.ps1 -ComputerName WEB01, WEB02 -VirtualIPAddress 192.0.2.10 -Port 443 -Packet @{ Tls = $true; HostName = 'www.example.com'; Path = '/health' } -Drain $drain -Return $return

.EXAMPLE
    ./Invoke-DsrMaintenance.ps1 -ComputerName WEB01, WEB02 -VirtualIPAddress 192.0.2.10 -Port 443 -Drain { param($server) ssh lb "lb-cli drain $server" } -Return { param($server) ssh lb "lb-cli enable $server" }
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    # The servers, in their order: computer names, CimSessions or lab servers.
    [Parameter(Mandatory)]
    [Alias('ComputerName')]
    [ValidateNotNullOrEmpty()]
    [object[]] $Server,

    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [string[]] $Balancer = @(),

    # Takes a server out of the balancer's pool, and returns when no connection is left.
    [Parameter(Mandatory)]
    [scriptblock] $Drain,

    # Puts it back.
    [Parameter(Mandatory)]
    [scriptblock] $Return,

    # What else is to be done while it is drained, such as updates.
    [scriptblock] $Work,

    # More parameters of Test-DsrConnection, such as Tls, HostName and Path.
    [hashtable] $Packet = @{},

    # Returns a server that its checks find ready, without a packet.
    [switch] $SkipPacket
)

$ErrorActionPreference = 'Stop'
if (-not $Port -and -not $SkipPacket) { throw 'A packet requires a port. Specify -Port; or -SkipPacket, to return servers without a packet.' }
$service = @{ VirtualIPAddress = $VirtualIPAddress; Port = $Port; Balancer = $Balancer }
foreach ($each in $Server) {
    if (-not $PSCmdlet.ShouldProcess("$each", 'Drain, change, prove and return')) {
        Invoke-DsrPlan @service -Server $each -WhatIf
        continue
    }

    & $Drain $each
    if ($Work) { & $Work $each }
    $done = Invoke-DsrPlan @service -Server $each -PassThru -Confirm:$false
    $verdict = Test-DsrReadiness @service -Server $each
    $isReady = "$($verdict.Verdict)" -eq 'Ready'
    $connection = @(if ($isReady -and -not $SkipPacket) { $verdict | Test-DsrConnection @Packet })
    $silent = @($connection | Where-Object Outcome -NE Answered)
    [pscustomobject]@{ Server = "$each"; Verdict = "$($verdict.Verdict)"; Packet = "$($connection.Outcome | Select-Object -Unique)"; RunId = $done.RunId; RestartNeeded = $done.RestartNeeded }
    if (-not $isReady) {
        throw "$each is not ready and stays drained; the servers after it were not touched. $(@($verdict.Failed) + @($verdict.Unknown) -join ' ')"
    }
    if ($silent -or (-not $SkipPacket -and -not $connection)) {
        throw "$each is ready by its checks, and was not proved by a packet: it stays drained; the servers after it were not touched. $(($silent | ForEach-Object { "$($_.Question): $($_.Outcome). $($_.Reason) $($_.Disagreement)" }) -join ' ')"
    }
    & $Return $each
}
