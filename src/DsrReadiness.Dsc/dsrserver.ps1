# What dsrserver.dsc.resource.json runs for DSC v3: JSON comes on standard input, and one line of JSON for each instance goes out. Everything that is not the answer goes to
# standard error, as JSON too. Exit codes: 0 done, 1 the server could not be read or brought to what is wanted, 2 the input is not what the schema says.
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateSet('get', 'set', 'test', 'export')]
    [string] $Operation,

    # With set: says what would be changed, and changes nothing.
    [switch] $WhatIf,

    # The lines of the input.
    [Parameter(ValueFromPipeline = $true)]
    [AllowEmptyString()]
    [string] $InputLine
)

begin {
    Set-StrictMode -Version 3.0
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    $settings = 'virtualIPAddress', 'port', 'balancer', 'probe', 'clientAddress', 'interfaceAlias', 'loopbackAlias', 'environment', 'strict', 'excludeCheck'
    $readOnly = 'verdict', 'reasons', '_inDesiredState', '_restartRequired', '_metadata'
    $lines = New-Object System.Collections.Generic.List[string]

    function Write-Message([string] $Level, [string] $Text) {
        [Console]::Error.WriteLine((ConvertTo-Json -InputObject @{ $Level = $Text } -Compress))
    }

    # The resource that the input describes.
    function ConvertTo-Resource([string] $Json) {
        $wanted = ConvertFrom-Json -InputObject $Json
        if ($wanted -isnot [System.Management.Automation.PSCustomObject]) { throw 'The input is no JSON object.' }
        $resource = & $module { [DsrServer]::new() }
        $resource.Name = 'DSC'
        foreach ($property in $wanted.PSObject.Properties) {
            if ($property.Name -ceq '_exist') { if (-not $property.Value) { $resource.Ensure = 'Absent' } }
            elseif ($property.Name -cin $settings) { $resource.$($property.Name) = $property.Value }
            elseif ($property.Name -cnotin $readOnly) { throw "There is no property '$($property.Name)'. These are: _exist, $($settings -join ', ')." }
        }
        if (-not $resource.VirtualIPAddress) { throw 'virtualIPAddress is missing.' }
        $resource
    }

    # What was asked for, as far as it says anything.
    function Get-Setting($Resource) {
        $state = [ordered] @{}
        foreach ($setting in $settings) {
            $value = $Resource.$setting
            if ($setting -eq 'environment') { if ("$value" -ne 'Recognised') { $state[$setting] = "$value" } }
            elseif ($value) { $state[$setting] = $value }
        }
        $state
    }

    # What is so.
    function Get-State($Resource, $Found) {
        $state = Get-Setting $Resource
        $state._exist = "$($Found.Ensure)" -eq 'Present'
        $state.verdict = $Found.Verdict
        $state.reasons = @($Found.Reasons | ForEach-Object { [ordered] @{ code = $_.Code; phrase = $_.Phrase } })
        $state
    }

    function Get-WhatIf($Resource) {
        $plan = $Resource.Plan()
        if ($plan.IsRefused) { throw ($plan.Refusals -join ' ') }
        $state = Get-Setting $Resource
        $state._exist = "$($Resource.Ensure)" -eq 'Present'
        $state._metadata = @{ whatIf = @($plan.Changes | ForEach-Object { $_.Text }) + @($plan.Refusals | ForEach-Object { "Left to you: $_" }) }
        $state
    }

    function Invoke-Operation($Resource) {
        if ($Operation -eq 'export') {
            foreach ($each in & $module { [DsrServer]::Export() }) { Get-State $each $each.Read() }
            return
        }
        if ($Operation -eq 'set' -and $WhatIf) { return Get-WhatIf $Resource }
        if ($Operation -eq 'set') {
            $global:DSCMachineStatus = 0
            $Resource.Set()
        }
        $found = $Resource.Read()
        $state = Get-State $Resource $found
        if ($Operation -eq 'test') { $state._inDesiredState = $found.IsDesired }
        if ($Operation -eq 'set' -and $global:DSCMachineStatus -eq 1) { $state._restartRequired = @(@{ system = [Environment]::MachineName }) }
        $state
    }
}

process { $lines.Add($InputLine) }

end {
    try {
        $module = Import-Module -Name (Join-Path $PSScriptRoot 'DsrReadiness.Dsc.psd1') -PassThru
        $json = ($lines -join "`n").Trim()
        try {
            if ($Operation -eq 'export' -and $json) { throw 'export takes no input: it writes every service that is found.' }
            $resource = if ($Operation -ne 'export') { ConvertTo-Resource $json }
        }
        catch {
            Write-Message error $_.Exception.Message
            exit 2
        }
        Invoke-Operation $resource 3>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.WarningRecord]) { Write-Message warn $_.Message }
            else { ConvertTo-Json -InputObject $_ -Compress -Depth 5 }
        }
    }
    catch {
        Write-Message error $_.Exception.Message
        exit 1
    }
    exit 0
}
