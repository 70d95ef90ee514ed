# What every test file needs: the module as it was built, and the sample snapshots.
Import-Module "$PSScriptRoot/../DsrReadiness.psd1"
$samples = "$PSScriptRoot/../docs/samples"
$vip = '192.168.11.50'

# What starts the PowerShell that this runs in: a program, and what comes before the arguments. As a .NET tool, PowerShell is a file that dotnet runs.
function Get-PowerShellCommand {
    $program = (Get-Process -Id $PID).Path
    $program
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

# Runs the same PowerShell as a process of its own.
function Invoke-PowerShell {
    $program, $before = @(Get-PowerShellCommand) + '-NoProfile', '-NonInteractive'
    & $program @before @args
}

# The ids of the errors that something wrote or threw.
function Get-ErrorId([scriptblock]$Script) {
    $ids = @()
    try {
        & $Script 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $ids += $_.FullyQualifiedErrorId } }
    }
    catch { $ids += $_.FullyQualifiedErrorId }
    $ids
}

# Everything of a lab that a command could have changed. What nobody ever set is what Windows starts with.
function Get-State($Lab) {
    $Lab.Simulation.Clock.Advance('00:00:10')
    $file = New-TemporaryFile
    Export-DsrSnapshot $file.FullName -Server $Lab
    $text = (Get-Content $file.FullName -Raw) -replace '"collectedAt": "[^"]*"' -replace '("WeakHost(Send|Receive)"|"Advertising"): null', '$1: 0' -replace '("AutomaticMetric"): null', '$1: 1'
    Remove-Item $file.FullName
    $text
}

# Runs a script in a runspace of its own, with some variables and with answers (indexes of choices) for whoever asks.
function Invoke-Hosted([string] $Script, [hashtable] $Variables = @{}, [int[]] $Answers = @()) {
    if (-not ('TestHost' -as [type])) { Add-Type -Path "$PSScriptRoot/TestHost.cs" }
    $testHost = [TestHost]::new($Answers)
    $runspace = [runspacefactory]::CreateRunspace($testHost)
    $runspace.Open()
    foreach ($name in $Variables.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variables[$name]) }
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try {
        $output = $shell.AddScript("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; $Script").Invoke()
        [pscustomobject]@{
            Output    = @($output)
            Text      = $testHost.Text
            Questions = @($testHost.Questions)
            Errors    = @($shell.Streams.Error)
            Warnings  = @($shell.Streams.Warning.Message)
            Progress  = @($shell.Streams.Progress)
        }
    }
    finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
}
