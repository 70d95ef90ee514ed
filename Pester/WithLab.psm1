# Takes the place of DsrReadiness where a test runs the command lines of the manifest for DSC v3: cmdlets of the same names and parameters, on a lab server instead of this
# computer. The file that $env:DSR_TEST_LAB names says on which, and beside it stands how many changes were made. A lab lives as long as its process, so what was done before
# is done again first: a lab does the same each time.
$ErrorActionPreference = 'Stop'
$settings = Import-PowerShellDataFile -LiteralPath $env:DSR_TEST_LAB
$history = Join-Path (Split-Path $env:DSR_TEST_LAB) 'history.json'
$real = (Import-Module $settings.Module -PassThru).ExportedCmdlets
$lab = & $real['New-DsrLab'] WEB01 -Shape $settings.Shape
foreach ($line in @(if (Test-Path -LiteralPath $history) { Get-Content -LiteralPath $history })) {
    $before = $line | ConvertFrom-Json -AsHashtable
    $null = & $real['Invoke-DsrPlan'] @before -Server $lab -Confirm:$false 3> $null
}
$lab.Simulation.Behaviour.InstallationNeedsRestart = $settings.NeedsRestart
$changesBefore = @($lab.Simulation.Calls | Where-Object IsChange).Count

function Save-ChangeCount { @($lab.Simulation.Calls | Where-Object IsChange).Count - $changesBefore | Set-Content -LiteralPath (Join-Path (Split-Path $env:DSR_TEST_LAB) 'changes') }

function Invoke-OnLab([string] $Name, [hashtable] $Parameters) {
    try { & $real[$Name] @Parameters -Server $lab }
    finally { Save-ChangeCount }
    if ($Name -ne 'Invoke-DsrPlan') { return }
    $done = @{}
    $Parameters.Keys | Where-Object { $_ -notin 'PassThru', 'Confirm', 'Force', 'ErrorAction' } | ForEach-Object {
        $done[$_] = if ($Parameters[$_] -is [switch]) { [bool] $Parameters[$_] } else { $Parameters[$_] }
    }
    ConvertTo-Json -InputObject $done -Compress | Add-Content -LiteralPath $history
}

$names = 'Get-DsrPlan', 'Invoke-DsrPlan', 'Test-DsrReadiness', 'Get-DsrLoopback', 'Get-DsrFirewallRule'
foreach ($name in $names) {
    $metadata = [System.Management.Automation.CommandMetadata]::new($real[$name])
    $block = [System.Management.Automation.ProxyCommand]
    $text = "$($block::GetCmdletBindingAttribute($metadata))param($($block::GetParamBlock($metadata)))`nend { Invoke-OnLab $name `$PSBoundParameters }"
    Set-Item "function:$name" $ExecutionContext.SessionState.Module.NewBoundScriptBlock([scriptblock]::Create($text))
}
Save-ChangeCount
Export-ModuleMember -Function $names
