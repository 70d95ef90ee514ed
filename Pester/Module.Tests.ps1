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

    It 'brings them along again after its removal, by force, and in another runspace' {
        $script = "`$psd1 = '$PSScriptRoot/../DsrReadiness.psd1'; function Get-Depth { (Get-TypeData DsrReadiness.Output.DsrVerdict).SerializationDepth }
            Import-Module `$psd1; Get-Depth; Import-Module `$psd1 -Force; Get-Depth; Remove-Module DsrReadiness; 'gone: ' + (Get-Depth); Import-Module `$psd1; Get-Depth
            `$shell = [powershell]::Create(); `$shell.AddScript(""Import-Module '`$psd1'; (Get-TypeData DsrReadiness.Output.DsrVerdict).SerializationDepth"").Invoke(); `$Error.Count"
        Invoke-PowerShell -Command $script | Should -Be 3, 3, 'gone: ', 3, 3, 0
    }

    It 'loads no other assemblies than its own' {
        $script = "Import-Module '$PSScriptRoot/../DsrReadiness.psd1';" +
        "[AppDomain]::CurrentDomain.GetAssemblies().Location | Where-Object { `$_ -like '*DsrReadiness*' } | Split-Path -Leaf"
        $loaded = Invoke-PowerShell -Command $script
        $loaded | Should -Not -BeNullOrEmpty
        $loaded | ForEach-Object { $_ | Should -BeLike 'DsrReadiness*.dll' }
    }

    It 'shows no parameter in its syntax that is not documented' {
        foreach ($command in Get-Command -Module DsrReadiness) {
            $hidden = $command.Parameters.Values | Where-Object { $_.ParameterSets.Values.Count -and -not ($_.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] -and -not $_.DontShow }) }
            $hidden.Name | Should -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'can be imported twice, by force and after its removal' {
        $errors = Invoke-PowerShell -Command "`$psd1 = '$PSScriptRoot/../DsrReadiness.psd1'; Import-Module `$psd1; Import-Module `$psd1; Import-Module `$psd1 -Force; Remove-Module DsrReadiness; Import-Module `$psd1; `$Error.Count; (New-DsrLab).ComputerName"
        $errors | Should -Be 0, 'LAB01'
    }

    It 'says what to do where a session goes on with another version' {
        $other = New-Item -ItemType Directory "$TestDrive/DsrReadiness"
        Copy-Item "$PSScriptRoot/../bin" $other -Recurse
        (Get-Content "$PSScriptRoot/../DsrReadiness.psd1" -Raw) -replace "(ModuleVersion\s*= ')[^']*", '${1}77.1.0' | Set-Content "$other/DsrReadiness.psd1"
        $said = Invoke-PowerShell -Command "Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; try { Import-Module '$other/DsrReadiness.psd1' } catch { ((`$_.Exception.Message -split '\n') -match '\S')[1..99] }
            'still there: ' + (New-DsrLab).ComputerName + ' ' + (Get-TypeData DsrReadiness.Output.DsrVerdict).SerializationDepth
            Remove-Module DsrReadiness; Import-Module '$other/DsrReadiness.psd1'
            foreach (`$script in { New-DsrLab }, { Get-DsrLoopback }, { Import-DsrSnapshot * }, { ConvertTo-DsrReport }, { ConvertTo-DsrScript 192.0.2.10 -For Server2012 -InterfaceAlias a -LoopbackAlias b }) {
                try { & `$script } catch { (`$_.FullyQualifiedErrorId -split ',')[0] + ': ' + `$_.ErrorDetails.RecommendedAction } }"
        $said[0] | Should -BeLike '*DsrReadiness is imported already. To import another version or copy of it, start a new PowerShell*'
        $said[1] | Should -Be 'still there: LAB01 3' # That was all that was said: nothing of types and their members.
        $said | Select-Object -Skip 2 | Should -Be (@('OtherVersionIsLoaded: Start a new PowerShell: a session cannot unload a version.') * 5)
    }

    It 'can be removed and imported again' {
        { Remove-Module DsrReadiness; . "$PSScriptRoot/Common.ps1" } | Should -Not -Throw
        Get-Module DsrReadiness | Should -Not -BeNullOrEmpty
    }
}
