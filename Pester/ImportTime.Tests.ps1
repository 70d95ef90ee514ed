# What importing the module costs beside importing an empty binary module. Not run with the other tests: a busy machine says nothing about it.
# Run it with: Invoke-Pester Pester/ImportTime.Tests.ps1 -TagFilter Benchmark -Output Detailed
Describe 'Importing the module' -Tag 'Benchmark' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $runs = 10
        $module = "$PSScriptRoot/../DsrReadiness.psd1"

        $empty = (New-Item -ItemType Directory -Path "$TestDrive/Empty").FullName
        $code = 'using System.Management.Automation; [Cmdlet(VerbsCommon.Get, "Nothing")] public sealed class GetNothingCommand : PSCmdlet { }'
        Add-Type -TypeDefinition $code -OutputAssembly "$empty/Empty.dll" -OutputType Library
        New-ModuleManifest -Path "$empty/Empty.psd1" -RootModule Empty.dll -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @() -VariablesToExport @()

        # Milliseconds of one import in a fresh process.
        function Measure-Import([string] $Path) {
            $script = "`$clock = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$Path'; `$clock.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
            [double] (Invoke-PowerShell -Command $script)
        }

        function Get-Median([double[]] $Values) {
            $sorted = @($Values | Sort-Object)
            ($sorted[[int][math]::Floor(($sorted.Count - 1) / 2)] + $sorted[[int][math]::Floor($sorted.Count / 2)]) / 2
        }
    }

    It 'takes at most 50 ms more than importing an empty one' {
        $null = (Measure-Import $module), (Measure-Import "$empty/Empty.psd1")
        $ours = @()
        $others = @()
        for ($i = 0; $i -lt $runs; $i++) {
            $ours += Measure-Import $module
            $others += Measure-Import "$empty/Empty.psd1"
        }

        $more = (Get-Median $ours) - (Get-Median $others)
        Write-Host ('median of {0}: {1:0.0} ms, empty module {2:0.0} ms, {3:0.0} ms more' -f $runs, (Get-Median $ours), (Get-Median $others), $more)
        $others | ForEach-Object { $_ | Should -BeGreaterThan 0 }
        $more | Should -BeLessOrEqual 50
    }
}
