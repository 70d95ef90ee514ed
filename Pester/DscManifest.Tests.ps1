BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $resources = (Resolve-Path "$PSScriptRoot/../src/DsrReadiness.Dsc").Path
    $manifest = Get-Content "$resources/dsrserver.dsc.resource.json" -Raw -Encoding utf8 | ConvertFrom-Json
    $schema = $manifest.schema.embedded | ConvertTo-Json -Depth 20
    $web = '{"virtualIPAddress":["192.0.2.10"],"port":["tcp/443"]}'

    # Where the commands find the module: a stand-in that puts a lab server under its cmdlets.
    $main = Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1"
    $standIn = New-Item -ItemType Directory -Path "$TestDrive/modules/DsrReadiness" -Force
    Copy-Item "$PSScriptRoot/WithLab.psm1" $standIn
    New-ModuleManifest "$standIn/DsrReadiness.psd1" -RootModule WithLab.psm1 -ModuleVersion $main.ModuleVersion -Guid $main.GUID
    $mainPath = (Resolve-Path "$PSScriptRoot/../DsrReadiness.psd1").Path

    # A lab for the commands of one test.
    function New-CommandLab([string] $Shape = 'Clean') {
        $folder = (New-Item -ItemType Directory -Path "$TestDrive/$([guid]::NewGuid())").FullName
        Set-LabSetting $folder $Shape
        $folder
    }

    function Set-LabSetting([string] $Folder, [string] $Shape = 'Clean', [switch] $NeedsRestart) {
        "@{ Module = '$mainPath'; Shape = '$Shape'; NeedsRestart = `$$NeedsRestart }" | Set-Content "$Folder/lab.psd1"
    }

    # Runs the command line of an operation as the engine does: in the manifest's folder, with bytes on standard input, which is nothing at all where the manifest asks for none.
    function Start-Command([string] $Folder, [string] $Operation, [byte[]] $Bytes, [switch] $WhatIf, [hashtable] $Environment = @{}) {
        $command = $manifest.$Operation
        $program, $before = if ($command.executable -eq 'pwsh') { Get-PowerShellCommand } else { $command.executable }
        $start = [System.Diagnostics.ProcessStartInfo]::new($program)
        foreach ($argument in $before) { $start.ArgumentList.Add($argument) }
        $command.args | ForEach-Object { if ($_ -is [string]) { $_ } elseif ($WhatIf) { $_.whatIfArg } } | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.WorkingDirectory = $resources
        $start.Environment['DSR_TEST_LAB'] = "$Folder/lab.psd1"
        $start.Environment['PSModulePath'] = (Split-Path $standIn) + [System.IO.Path]::PathSeparator + $env:PSModulePath
        foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.UTF8Encoding]::new($false, $true)
        $process = [System.Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        if ("$($command.input)" -eq 'stdin') { $process.StandardInput.BaseStream.Write($Bytes) }
        $process.StandardInput.Close()
        $text = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        [pscustomobject]@{ Lines = @($text -split '\r?\n' | Where-Object { $_ }); Messages = @($errors.Result -split '\r?\n' | Where-Object { $_ }); ExitCode = $process.ExitCode }
    }

    # Runs an operation that has to succeed, and holds what comes out against the schema.
    function Invoke-Operation([string] $Folder, [string] $Operation, [string] $Json = $web, [switch] $WhatIf, [hashtable] $Environment = @{}) {
        $Json | Where-Object { $_ } | ForEach-Object { Test-Json -Json $_ -Schema $schema -ErrorAction Stop | Should -BeTrue }
        $result = Start-Command $Folder $Operation ([System.Text.Encoding]::UTF8.GetBytes($Json)) -WhatIf:$WhatIf -Environment $Environment
        $result.Messages -join "`n" | Should -Not -Match '"error"'
        $result.ExitCode | Should -Be 0
        [pscustomobject]@{
            States   = @($result.Lines | ForEach-Object { ConvertFrom-Json -InputObject $_ })
            Lines    = $result.Lines
            Messages = $result.Messages
            Changes  = [int] (Get-Content "$Folder/changes")
        }
    }

    # The same, of an operation whose output is a state of the resource.
    function Get-Result([string] $Folder, [string] $Operation, [string] $Json = $web, [switch] $WhatIf, [hashtable] $Environment = @{}) {
        $result = Invoke-Operation @PSBoundParameters
        $result.Lines | Should -Not -BeNullOrEmpty
        foreach ($line in $result.Lines) { Test-Json -Json $line -Schema $schema -ErrorAction Stop | Should -BeTrue }
        $result
    }
}

Describe 'The manifest for DSC v3' {
    It 'runs its own script in every operation, in the same way, whatever scripts the computer allows' {
        foreach ($operation in 'get', 'set', 'test', 'delete', 'export') {
            $manifest.$operation.executable | Should -Be 'pwsh'
            $arguments = @($manifest.$operation.args | Where-Object { $_ -is [string] })
            $arguments | Should -Be '-NoLogo', '-NonInteractive', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', './dsrserver.ps1', $operation
        }
        foreach ($operation in 'set', 'delete') { $manifest.$operation.args[-1].whatIfArg | Should -Be '-WhatIf' }
        $manifest.version | Should -Be (Import-PowerShellDataFile "$resources/DsrReadiness.Dsc.psd1").ModuleVersion
    }

    It 'has the settings of the class, but for the name that the engine gives' {
        $class = [System.Management.Automation.Language.Parser]::ParseFile("$resources/DsrReadiness.Dsc.psm1", [ref] $null, [ref] $null).
            Find({ $args[0] -is [System.Management.Automation.Language.TypeDefinitionAst] -and $args[0].Name -eq 'DsrServer' }, $true)
        $names = ($class.Members | Where-Object { $_ -is [System.Management.Automation.Language.PropertyMemberAst] }).Name | Where-Object { $_ -notin 'Name', 'Ensure' }
        $manifest.schema.embedded.properties.PSObject.Properties.Name | Where-Object { $_ -notlike '_*' } | Should -Be $names
        foreach ($property in $manifest.schema.embedded.properties.PSObject.Properties.Value) { $property.description | Should -Not -BeNullOrEmpty }
        $manifest.schema.embedded.properties.environment.enum | Should -Be ([enum]::GetNames([DsrReadiness.Services.DsrEnvironment]))
        $manifest.schema.embedded.properties.udpAnswer.enum | Should -Be ([enum]::GetNames([DsrReadiness.Services.DsrUdpAnswer]))
    }

    It 'says so where the input of <Operation> is wrong: <Json>' -ForEach @(
        @{ Operation = 'get'; Json = '{'; Expected = '*' }
        @{ Operation = 'get'; Json = ''; Expected = 'The input is empty. *' }
        @{ Operation = 'test'; Json = '[]'; Expected = 'The input is not a JSON object.' }
        @{ Operation = 'test'; Json = '[{"virtualIPAddress":["192.0.2.10"]}]'; Expected = 'The input is not a JSON object.' }
        @{ Operation = 'get'; Json = '{}'; Expected = 'virtualIPAddress is missing.' }
        @{ Operation = 'get'; Json = '{"virtualIPAddress":["192.0.2.10"],"prot":["443"]}'; Expected = "Unknown property 'prot'.*" }
        @{ Operation = 'delete'; Json = '{"virtualIPAddress":["192.0.2.10"],"environment":"Moon"}'; Expected = '*Moon*' }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["192.0.2.10"],"_exist":"false"}'; Expected = '_exist is not true or false.' }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":[""]}'; Expected = 'port is blank: *' }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":["443"],"probe":" "}'; Expected = 'probe is blank: *' }
        @{ Operation = 'export'; Json = '{"port":["443"]}'; Expected = 'Export has no filter*' }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"strict":"false"}'; Expected = 'strict is not true or false.' }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":null}'; Expected = 'port is null: leave it out, or give it a value.' }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":[443,null]}'; Expected = 'port is null: leave it out, or give it a value.' }
        @{ Operation = 'delete'; Json = '{"virtualIPAddress":null}'; Expected = 'virtualIPAddress is null: leave it out, or give it a value.' }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["192.0.2.10"],"_exist":null}'; Expected = '_exist is null: leave it out, or give it a value.' }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":["443,80"]}'; Expected = "*'443,80'*" }
        @{ Operation = 'get'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":[443.7]}'; Expected = "*'443.7'*" }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["x"]}'; Expected = "*'x'*" }
        @{ Operation = 'delete'; Json = '{"virtualIPAddress":["192.0.2.10"],"balancer":["192.0.2"]}'; Expected = "*'192.0.2'*" }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"probe":"tcp/443"}'; Expected = "*'tcp/443'*" }
        @{ Operation = 'test'; Json = '{"virtualIPAddress":["192.0.2.10"],"excludeCheck":["Z99"]}'; Expected = "*Z99*" }
        @{ Operation = 'set'; Json = '{"virtualIPAddress":["192.0.2.10"],"port":["443"],"p\u006frt" : ["80"]}'; Expected = 'port is there twice: give it once.' }
    ) {
        $result = Start-Command (New-CommandLab) $Operation ([System.Text.Encoding]::UTF8.GetBytes($Json))
        $result.ExitCode | Should -Be 2
        $result.Lines | Should -BeNullOrEmpty
        $result.Messages | Should -HaveCount 1
        ($result.Messages[0] | ConvertFrom-Json).error | Should -BeLike $Expected
    }

    It 'takes nothing for a member that only looks like one' {
        $wanted = '{"virtualIPAddress":["192.0.2.10"],"loopbackAlias":"a \"port\": {[","interfaceAlias":"port","port":["443"],"_metadata":{"port":1,"a":[{"port":2}]}}'
        (Start-Command (New-CommandLab) get ([System.Text.Encoding]::UTF8.GetBytes($wanted))).Messages -join '' | Should -Not -BeLike '*twice*'
    }

    It 'refuses bytes that are not UTF-8' {
        $result = Start-Command (New-CommandLab) get ([System.Text.Encoding]::Latin1.GetBytes('{"virtualIPAddress":["192.0.2.10"],"interfaceAlias":"Büro"}'))
        $result.ExitCode | Should -Be 2
        ($result.Messages[0] | ConvertFrom-Json).error | Should -Be 'The input is not UTF-8 text.'
    }
}

Describe 'The operations' {
    It 'tell what is so, say what they would do, do it once, and take it back' {
        $folder = New-CommandLab
        $state = (Get-Result $folder get).States
        $state._exist | Should -BeFalse
        $state.verdict | Should -Be 'NotReady'
        $state.reasons.code | Should -Contain 'DsrServer:DsrServer:V01'
        $state.port | Should -Be 'tcp/443'

        (Get-Result $folder test).States._inDesiredState | Should -BeFalse

        $shown = Get-Result $folder set -WhatIf
        $shown.Changes | Should -Be 0
        $shown.States._exist | Should -BeTrue
        $shown.States._metadata.whatIf[0] | Should -Be 'Create a KM-TEST loopback adapter.'

        $done = Get-Result $folder set
        $done.Changes | Should -BeGreaterThan 10
        $done.States.verdict | Should -Be 'Ready'
        $done.States[0].PSObject.Properties.Name | Should -Not -Contain '_restartRequired'
        (Get-Result $folder test).States._inDesiredState | Should -BeTrue
        (Get-Result $folder set).Changes | Should -Be 0
        $exported = (Get-Result $folder export '').States
        $exported._name | Should -Be '192.0.2.10'
        $exported.virtualIPAddress | Should -Be '192.0.2.10'
        $exported._exist | Should -BeTrue

        $gone = $web -replace '}$', ',"_exist":false}'
        Set-LabSetting $folder -NeedsRestart
        $removed = Get-Result $folder set $gone
        $removed.Messages | ForEach-Object { ($_ | ConvertFrom-Json).warn } | Should -BeLike '*WEB01*'
        $removed.States._exist | Should -BeFalse
        $removed.States._restartRequired.system | Should -Be ([Environment]::MachineName)
        (Get-Result $folder test $gone).States._inDesiredState | Should -BeTrue
    }

    It 'delete what set has made, and say before what that would be' {
        $folder = New-CommandLab Ready
        $shown = Invoke-Operation $folder delete -WhatIf
        $shown.Changes | Should -Be 0
        $shown.States[0].PSObject.Properties.Name | Should -Be '_metadata'
        $shown.States[0]._metadata.PSObject.Properties.Name | Should -Be 'whatIf'
        $shown.States._metadata.whatIf | Should -Not -BeNullOrEmpty

        $done = Invoke-Operation $folder delete
        $done.Lines | Should -BeNullOrEmpty
        $done.Changes | Should -BeGreaterThan 3
        (Get-Result $folder get).States._exist | Should -BeFalse
        (Invoke-Operation $folder delete).Changes | Should -Be 0
    }

    It 'give back every setting as it was given: <Json>' -ForEach @(
        @{ Json = '"port":[],"balancer":[],"clientAddress":[],"excludeCheck":[],"strict":false' }
        @{ Json = '"port":[443],"strict":true' }
        @{ Json = '"port":["8000-8010",53,"udp/53"],"environment":"Azure","udpAnswer":"FromVip","probe":"tcp/192.0.2.10:443"' }
    ) {
        $wanted = "{`"virtualIPAddress`":[`"192.0.2.10`"],$Json}"
        $state = (Get-Result (New-CommandLab) get $wanted).States[0]
        foreach ($setting in ($wanted | ConvertFrom-Json).PSObject.Properties) {
            ConvertTo-Json -InputObject $state.($setting.Name) -Compress | Should -Be (ConvertTo-Json -InputObject $setting.Value -Compress) -Because $setting.Name
        }
        $state.PSObject.Properties.Name | Where-Object { $_ -notin '_exist', 'verdict', 'reasons' } | Should -Be ($wanted | ConvertFrom-Json).PSObject.Properties.Name
    }

    It 'know letters of every language, whatever the console is set to: <Culture>' -ForEach @(
        @{ Culture = 'C' }
        @{ Culture = 'de_DE.ISO-8859-1' }
        @{ Culture = 'ru_RU.KOI8-R' }
        @{ Culture = 'ja_JP.SHIFT_JIS' }
        @{ Culture = 'tr_TR.UTF-8' }
    ) {
        $name = 'Büro Сеть 内部 ı'
        $result = Get-Result (New-CommandLab) get "{`"virtualIPAddress`":[`"192.0.2.10`"],`"loopbackAlias`":`"$name`"}" -Environment @{ LC_ALL = $Culture }
        $result.States.loopbackAlias | Should -BeExactly $name
    }

    It 'say on standard error why a set was not enough' {
        $result = Start-Command (New-CommandLab) set ([System.Text.Encoding]::UTF8.GetBytes(($web -replace '443', '8443')))
        $result.ExitCode | Should -Be 1
        $result.Lines | Should -BeNullOrEmpty
        ($result.Messages[-1] | ConvertFrom-Json).error | Should -BeLike 'WEB01 is not as it should be: *tcp/8443*'
    }
}
