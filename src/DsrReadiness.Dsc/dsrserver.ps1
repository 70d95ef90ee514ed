# What dsrserver.dsc.resource.json runs for DSC v3: JSON comes on standard input, and one line of JSON for each instance goes out. Everything that is not the answer goes to
# standard error, as JSON too. Exit codes: 0 done, 1 the server could not be read or brought to what is wanted, 2 the input is not what the schema says.
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateSet('get', 'set', 'test', 'delete', 'export')]
    [string] $Operation,

    # With set and delete: says what would be changed, and changes nothing.
    [switch] $WhatIf
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$settings = 'virtualIPAddress', 'port', 'balancer', 'probe', 'clientAddress', 'interfaceAlias', 'loopbackAlias', 'environment', 'udpAnswer', 'strict', 'excludeCheck'
$readOnly = 'verdict', 'reasons', '_name', '_inDesiredState', '_restartRequired', '_metadata'

function Write-Message([string] $Level, [string] $Text) {
    [Console]::Error.WriteLine((ConvertTo-Json -InputObject @{ $Level = $Text } -Compress))
}

# The input. The bytes are read here, since PowerShell would take them for text in the encoding of the console, and only if this script named its variable for it.
function Read-Text {
    $reader = New-Object System.IO.StreamReader ([Console]::OpenStandardInput()), (New-Object System.Text.UTF8Encoding $false, $true)
    try { $reader.ReadToEnd() }
    catch [System.Text.DecoderFallbackException] { throw 'The input is not UTF-8 text.' }
}

# ConvertFrom-Json takes the last of two members of one name and says nothing.
function Assert-Once([string] $Json) {
    $depth = 0
    $names = foreach ($token in [regex]::Matches($Json, '[{}\[\]]|("(?:[^"\\]|\\.)*")(\s*:)?')) {
        if ($token.Value -in '{', '[') { $depth++ }
        elseif ($token.Value -in '}', ']') { $depth-- }
        elseif ($depth -eq 1 -and $token.Groups[2].Success) { ConvertFrom-Json -InputObject $token.Groups[1].Value }
    }
    $twice = @($names | Group-Object | Where-Object { $_.Count -gt 1 })
    if ($twice) { throw "$($twice[0].Name) is there twice: give it once." }
}

function Read-Wanted {
    $json = Read-Text
    if (-not $json.Trim()) { throw 'The input is empty. Write a JSON object with virtualIPAddress to standard input.' }
    if (-not $json.TrimStart().StartsWith('{')) { throw 'The input is not a JSON object.' }
    $wanted = ConvertFrom-Json -InputObject $json
    Assert-Once $json
    foreach ($property in $wanted.PSObject.Properties) {
        if ($property.Name -cnotin (@('_exist') + $settings + $readOnly)) { throw "Unknown property '$($property.Name)'. These are known: _exist, $($settings -join ', ')." }
        if ($property.Name -cnotin $readOnly -and @($property.Value) -contains $null) { throw "$($property.Name) is null: leave it out, or give it a value." }
        if ($property.Name -cin $settings -and @($property.Value | Where-Object { $_ -is [string] -and -not $_.Trim() }).Count -gt 0) { throw "$($property.Name) is blank: leave it out, or give it a value." }
        if ($property.Name -cin '_exist', 'strict' -and $property.Value -isnot [bool]) { throw "$($property.Name) is not true or false." }
    }
    if (-not $wanted.PSObject.Properties['virtualIPAddress']) { throw 'virtualIPAddress is missing.' }
    $wanted
}

# The resource that the input describes.
function ConvertTo-Resource($Wanted) {
    $resource = & $module { [DsrServer]::new() }
    $resource.Name = 'DSC'
    foreach ($property in $Wanted.PSObject.Properties) {
        if ($property.Name -cin $settings) { $resource.$($property.Name) = $property.Value }
    }
    if ($Operation -eq 'delete' -or ($Wanted.PSObject.Properties['_exist'] -and -not $Wanted._exist)) { $resource.Ensure = 'Absent' }
    $resource
}

# The settings as they were asked for, empty ones and false included.
function Get-Setting($Wanted) {
    $state = [ordered] @{}
    foreach ($property in $Wanted.PSObject.Properties) {
        if ($property.Name -cin $settings) { $state[$property.Name] = $property.Value }
    }
    $state
}

# What is so.
function Get-State($Wanted, $Found) {
    $state = Get-Setting $Wanted
    $state._exist = "$($Found.Ensure)" -eq 'Present'
    $state.verdict = $Found.Verdict
    $state.reasons = @($Found.Reasons | ForEach-Object { [ordered] @{ code = $_.Code; phrase = $_.Phrase } })
    $state
}

# What would be changed.
function Get-WhatIf($Wanted, $Resource) {
    $plan = $Resource.Plan()
    if ($plan.IsRefused) { throw ($plan.Refusals -join ' ') }
    $state = if ($Operation -eq 'delete') { [ordered] @{} } else { Get-Setting $Wanted }
    if ($Operation -eq 'set') { $state._exist = "$($Resource.Ensure)" -eq 'Present' }
    $state._metadata = @{ whatIf = @($plan.Changes | ForEach-Object { $_.Text }) + @($plan.Refusals | ForEach-Object { "Left to you: $_" }) }
    $state
}

function Export-State {
    foreach ($each in & $module { [DsrServer]::Export() }) {
        $state = Get-State ([pscustomobject] @{ virtualIPAddress = $each.VirtualIPAddress; port = $each.Port }) $each
        $state._name = $each.Name
        $state
    }
}

function Invoke-Operation($Wanted, $Resource, $IsTrial) {
    if ($Operation -eq 'export') { return Export-State }
    if ($IsTrial) { return Get-WhatIf $Wanted $Resource }
    Set-Variable -Name DSCMachineStatus -Scope Global -Value 0
    if ($Operation -in 'set', 'delete') { $Resource.Set() }
    $needsRestart = (Get-Variable -Name DSCMachineStatus -Scope Global -ValueOnly) -eq 1
    if ($Operation -eq 'delete') {
        if ($needsRestart) { Write-Warning "$([Environment]::MachineName) has to be restarted before all of it takes effect." }
        return
    }
    $found = $Resource.Read()
    $state = Get-State $Wanted $found
    if ($Operation -eq 'test') { $state._inDesiredState = $found.IsDesired }
    if ($needsRestart) { $state._restartRequired = @(@{ system = [Environment]::MachineName }) }
    $state
}

try {
    $module = Import-Module -Name (Join-Path $PSScriptRoot 'DsrReadiness.Dsc.psd1') -PassThru
    $wanted = $resource = $null
    try {
        if ($Operation -ne 'export') {
            $wanted = Read-Wanted
            $resource = ConvertTo-Resource $wanted
        }
        elseif ([Console]::IsInputRedirected -and (Read-Text).Trim()) { throw 'Export has no filter: it writes every service that is found.' }
    }
    catch {
        Write-Message error $_.Exception.Message
        exit 2
    }
    Invoke-Operation $wanted $resource $WhatIf 3>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.WarningRecord]) { Write-Message warn $_.Message }
        else { ConvertTo-Json -InputObject $_ -Compress -Depth 5 }
    }
}
catch {
    Write-Message error $_.Exception.Message
    if ($_.FullyQualifiedErrorId -match '^(InvalidService|ValueIsBlank|CheckNotFound|NoCheckSelected),') { exit 2 } # What the cmdlets refuse of the input.
    exit 1
}
exit 0
