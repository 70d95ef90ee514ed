# With DSR_UPDATE_HELP=1, the output of examples is written into the pages instead of being held against them.
BeforeDiscovery {
    . "$PSScriptRoot/Pages.ps1"
    $pages = Get-ChildItem "$PSScriptRoot/../docs/cmdlets" -Filter '*-*.md'
    if ($env:DSR_UPDATE_HELP -eq '1') {
        $work = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))
        try { $pages | ForEach-Object { Set-PageOutput $_.FullName $work.FullName } }
        finally { Remove-Item -LiteralPath $work -Recurse -Force }
    }
    $commands = $pages | ForEach-Object { @{ Name = $_.BaseName } }
    $examples = $pages | ForEach-Object { Get-PageExample $_.FullName } | ForEach-Object {
        @{ Name = [System.IO.Path]::GetFileNameWithoutExtension($_.Path); Title = $_.Title; Example = $_ }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Pages.ps1"
}

Describe 'The help' {
    It 'has a page for each command' -ForEach @(@{ Names = $commands.Name }) {
        (Get-Command -Module DsrReadiness).Name | Sort-Object | Should -Be ($Names | Sort-Object)
    }

    It 'of <Name> is the page, in every part' -ForEach $commands {
        $help = Get-Help $Name -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.syntax.syntaxItem.Count | Should -Be (Get-Command $Name).ParameterSets.Count
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        @($help.returnValues.returnValue.type.name) | Sort-Object | Should -Be @((Get-Command $Name).OutputType.Name | Sort-Object)
        $help.alertSet.alert.Text | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Contain 'about_DsrReadiness'
    }

    It 'of <Name> has an address for its page, which Get-Help -Online opens, and for each link' -ForEach $commands {
        $page = "https://github.com/dsrreadiness/DsrReadiness/blob/main/docs/cmdlets/$Name.md"
        "$PSScriptRoot/../docs/cmdlets/$Name.md" | Should -Exist
        (Get-Command $Name).HelpUri | Should -BeExactly $page
        $links = @((Get-Help $Name).relatedLinks.navigationLink)
        $links[0].uri | Should -BeExactly $page
        $links.Count | Should -BeGreaterThan 2
        $links.uri | Should -Match '^https://[^ ]+$'
    }

    It 'of <Name> agrees with PowerShell on each parameter' -ForEach $commands {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $hidden = { param($Parameter) -not ($Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] -and -not $_.DontShow }) }
        $parameters = (Get-Command $Name).Parameters.Values | Where-Object { $_.Name -notin $common -and -not (& $hidden $_) }
        $told = (Get-Help $Name -Parameter *)
        $told.name | Sort-Object | Should -Be ($parameters.Name | Sort-Object)
        foreach ($parameter in $parameters) {
            $each = $told | Where-Object name -EQ $parameter.Name
            $uses = @($parameter.ParameterSets.Values)
            $type = if ([nullable]::GetUnderlyingType($parameter.ParameterType)) { [nullable]::GetUnderlyingType($parameter.ParameterType) } else { $parameter.ParameterType }
            $each.description.Text | Should -Not -BeNullOrEmpty
            $each.type.name | Should -Be $type.Name
            $each.required | Should -Be "$($uses[0].IsMandatory)".ToLowerInvariant()
            $each.position | Should -Be $(if ($uses[0].Position -lt 0) { 'named' } else { "$($uses[0].Position)" })
            $each.pipelineInput | Should -BeLike "$($uses[0].ValueFromPipeline -or $uses[0].ValueFromPipelineByPropertyName)*"
            $each.aliases | Should -Be $(if ($parameter.Aliases) { $parameter.Aliases -join ', ' } else { 'none' })
        }
    }

    It 'has a topic that PowerShell finds' {
        $topic = Get-Help about_DsrReadiness
        "$topic" | Should -BeLike '*LONG DESCRIPTION*NotElevated*'
        (Get-Help about_DsrR*).Synopsis | Should -Be 'Prepares, proves, explains and undoes Direct Server Return on Windows.'
    }
}

Describe 'Examples' {
    It 'of <Name> write what the page shows: <Title>' -ForEach $examples {
        $shown = @(Get-PageOutput $Example)
        $written = @(Invoke-PageExample $Example (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName)
        $shown.Count | Should -BeGreaterThan 0
        ($written | ForEach-Object { Hide-Varying $_ }) | Should -Be ($shown | ForEach-Object { Hide-Varying $_ })
    }
}
