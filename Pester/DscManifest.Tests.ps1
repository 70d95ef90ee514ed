BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $resources = (Resolve-Path "$PSScriptRoot/../src/DsrReadiness.Dsc").Path
    $manifest = Get-Content "$resources/dsrserver.dsc.resource.json" -Raw -Encoding utf8 | ConvertFrom-Json
    $schema = $manifest.schema.embedded | ConvertTo-Json -Depth 20
    $powershell = (Get-Process -Id $PID).Path
    $web = '{"virtualIPAddress":["192.0.2.10"],"port":["tcp/443"]}'

    # Runs a program in the manifest's folder, as the engine does.
    function Invoke-Command3([string[]] $Arguments, [string] $Json) {
        $start = [System.Diagnostics.ProcessStartInfo]::new($powershell)
        $Arguments | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.WorkingDirectory = $resources
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $process.StandardInput.Write($Json)
        $process.StandardInput.Close()
        $text = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        [pscustomobject]@{ Lines = @($text -split '\r?\n' | Where-Object { $_ }); Messages = @($errors.Result -split '\r?\n' | Where-Object { $_ }); ExitCode = $process.ExitCode }
    }

    # The arguments of an operation, with that of what-if only where it is wanted.
    function Get-Argument([string] $Operation, [switch] $WhatIf) {
        $manifest.$Operation.args | ForEach-Object { if ($_ -is [string]) { $_ } elseif ($WhatIf) { $_.whatIfArg } }
    }

    # Runs an operation on the lab of a folder, and holds what comes out against the schema.
    function Invoke-Operation([string] $Folder, [string] $Operation, [string] $Json = $web, [switch] $WhatIf, [string] $Shape = 'Clean', [string] $Restart = 'none') {
        $null = New-Item -ItemType Directory -Path $Folder -Force
        $result = Invoke-Command3 (@('-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/WithLab.ps1", $Folder, 'WEB01', $Shape, $Restart) + @(Get-Argument $Operation -WhatIf:$WhatIf)) $Json
        $result.Messages -join "`n" | Should -Not -Match '"error"'
        $result.ExitCode | Should -Be 0
        foreach ($line in $result.Lines) { $line | Test-Json -Schema $schema -ErrorAction Stop | Should -BeTrue }
        [pscustomobject]@{ States = @($result.Lines | ConvertFrom-Json); Messages = $result.Messages; Changes = [int](Get-Content "$Folder/changes") }
    }
}

Describe 'The manifest for DSC v3' {
    It 'runs its own script in every operation, in the same way' {
        foreach ($operation in 'get', 'set', 'test', 'export') {
            $manifest.$operation.executable | Should -Be 'pwsh'
            $arguments = @(Get-Argument $operation)
            $arguments[-3..-1] | Should -Be '-File', './dsrserver.ps1', $operation
            $arguments | Should -Contain '-NoProfile'
        }
        (Get-Argument set -WhatIf)[-1] | Should -Be '-WhatIf'
        $manifest.version | Should -Be (Import-PowerShellDataFile "$resources/DsrReadiness.Dsc.psd1").ModuleVersion
    }

    It 'has the settings of the class, but for the name that the engine gives' {
        $class = [System.Management.Automation.Language.Parser]::ParseFile("$resources/DsrReadiness.Dsc.psm1", [ref] $null, [ref] $null).
            Find({ $args[0] -is [System.Management.Automation.Language.TypeDefinitionAst] -and $args[0].Name -eq 'DsrServer' }, $true)
        $names = ($class.Members | Where-Object { $_ -is [System.Management.Automation.Language.PropertyMemberAst] }).Name | Where-Object { $_ -notin 'Name', 'Ensure' }
        $manifest.schema.embedded.properties.PSObject.Properties.Name | Where-Object { $_ -notlike '_*' } | Should -Be $names
        foreach ($property in $manifest.schema.embedded.properties.PSObject.Properties.Value) { $property.description | Should -Not -BeNullOrEmpty }
        $manifest.schema.embedded.properties.environment.enum | Should -Be ([enum]::GetNames([DsrReadiness.Services.DsrEnvironment]))
    }

    It 'says so where the input of <Operation> is wrong: <Json>' -ForEach @(
        @{ Operation = 'get'; Json = '{'; Expected = '*' }
        @{ Operation = 'get'; Json = '[]'; Expected = 'The input is no JSON object.' }
        @{ Operation = 'get'; Json = '{}'; Expected = 'virtualIPAddress is missing.' }
        @{ Operation = 'get'; Json = '{"virtualIPAddress":["192.0.2.10"],"prot":["443"]}'; Expected = "There is no property 'prot'.*" }
        @{ Operation = 'get'; Json = '{"virtualIPAddress":["192.0.2.10"],"environment":"Moon"}'; Expected = '*Moon*' }
        @{ Operation = 'export'; Json = '{"port":["443"]}'; Expected = 'export takes no input*' }
    ) {
        $arguments = '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/WithLab.ps1", "$TestDrive", 'WEB01', 'Clean', 'none'
        $result = Invoke-Command3 ($arguments + @(Get-Argument $Operation)) $Json
        $result.ExitCode | Should -Be 2
        $result.Lines | Should -BeNullOrEmpty
        $result.Messages | Should -HaveCount 1
        ($result.Messages[0] | ConvertFrom-Json).error | Should -BeLike $Expected
    }
}

Describe 'The operations' {
    It 'tell what is so, say what they would do, do it once, and take it back' {
        $folder = "$TestDrive/story"
        $state = (Invoke-Operation $folder get).States
        $state._exist | Should -BeFalse
        $state.verdict | Should -Be 'NotReady'
        $state.reasons.code | Should -Contain 'DsrServer:DsrServer:V01'
        $state.port | Should -Be 'tcp/443'

        (Invoke-Operation $folder test).States._inDesiredState | Should -BeFalse

        $shown = Invoke-Operation $folder set -WhatIf
        $shown.Changes | Should -Be 0
        $shown.States._exist | Should -BeTrue
        $shown.States._metadata.whatIf[0] | Should -Be 'Create a KM-TEST loopback adapter.'

        $done = Invoke-Operation $folder set
        $done.Changes | Should -BeGreaterThan 10
        $done.States.verdict | Should -Be 'Ready'
        $done.States.PSObject.Properties.Name | Should -Not -Contain '_restartRequired'
        (Invoke-Operation $folder test).States._inDesiredState | Should -BeTrue
        (Invoke-Operation $folder set).Changes | Should -Be 0
        $exported = (Invoke-Operation $folder export '').States
        $exported.virtualIPAddress | Should -Be '192.0.2.10'
        $exported._exist | Should -BeTrue

        $gone = $web -replace '}$', ',"_exist":false}'
        $removed = Invoke-Operation $folder set $gone -Restart restart
        $removed.Messages | ForEach-Object { ($_ | ConvertFrom-Json).warn } | Should -BeLike '*WEB01*'
        $removed.States._exist | Should -BeFalse
        $removed.States._restartRequired.system | Should -Be ([Environment]::MachineName)
        (Invoke-Operation $folder test $gone).States._inDesiredState | Should -BeTrue
    }

    It 'say on standard error why a set was not enough' {
        $arguments = '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/WithLab.ps1", "$TestDrive", 'WEB01', 'Clean', 'none'
        $result = Invoke-Command3 ($arguments + @(Get-Argument set)) ($web -replace '443', '8443')
        $result.ExitCode | Should -Be 1
        $result.Lines | Should -BeNullOrEmpty
        ($result.Messages[-1] | ConvertFrom-Json).error | Should -BeLike 'WEB01 is not as it should be: *tcp/8443*'
    }
}
