BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The module' {
    It 'has a manifest that is in order' {
        Test-ModuleManifest "$PSScriptRoot/../DsrReadiness.psd1" -ErrorAction Stop | Should -Not -BeNullOrEmpty
    }

    It 'exports what its manifest lists, and nothing else' {
        $manifest = Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1"
        $exported = (Get-Module DsrReadiness).ExportedCommands.Values
        $exported.Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        $exported.CommandType | Sort-Object -Unique | Should -Be 'Cmdlet'
    }

    It 'exports every cmdlet that it has' {
        $cmdlets = foreach ($type in (Get-Command Test-DsrReadiness).ImplementingType.Assembly.GetTypes()) {
            foreach ($named in $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)) { "$($named.VerbName)-$($named.NounName)" }
        }
        (Get-Module DsrReadiness).ExportedCmdlets.Keys | Sort-Object | Should -Be ($cmdlets | Sort-Object)
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        (Get-Command -Module DsrReadiness).Verb | ForEach-Object { $_ | Should -BeIn $approved }
    }

    It 'brings the properties along that are shown by default' {
        foreach ($type in (Get-Command -Module DsrReadiness).OutputType.Name | Where-Object { $_ -like 'DsrReadiness.*' } | Sort-Object -Unique) {
            $about = if ($type -eq 'DsrReadiness.Output.DsrArp') { 'VirtualIPAddress' } else { 'ComputerName' } # who answers on a segment is about no single server
            (Get-TypeData $type).DefaultDisplayPropertySet.ReferencedProperties | Should -Contain $about
        }
    }

    It 'loads no other assemblies than its own' {
        $script = "Import-Module '$PSScriptRoot/../DsrReadiness.psd1';" +
        "[AppDomain]::CurrentDomain.GetAssemblies().Location | Where-Object { `$_ -like '*DsrReadiness*' } | Split-Path -Leaf"
        $loaded = Invoke-PowerShell -Command $script
        $loaded | Should -Not -BeNullOrEmpty
        $loaded | ForEach-Object { $_ | Should -BeLike 'DsrReadiness*.dll' }
    }

    It 'can be removed and imported again' {
        { Remove-Module DsrReadiness; . "$PSScriptRoot/Common.ps1" } | Should -Not -Throw
        Get-Module DsrReadiness | Should -Not -BeNullOrEmpty
    }
}
