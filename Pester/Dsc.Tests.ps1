BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $lbVip = '192.0.2.10'
    $companion = (Resolve-Path "$PSScriptRoot/../src/DsrReadiness.Dsc/DsrReadiness.Dsc.psd1").Path
    $module = Import-Module $companion -PassThru

    # The type as a configuration gets it: through using module.
    $type = & ([scriptblock]::Create("using module '$companion'`n[DsrServer]"))

    # What the resource's cmdlets work on instead of this computer. A resource has no property for that.
    function Set-Lab($Lab) {
        & $module { $script:PSDefaultParameterValues = @{ '*-Dsr*:Server' = $args[0] } } $Lab
    }

    function New-Resource([hashtable] $Settings = @{}) {
        $resource = $type::new()
        $resource.Name = 'web'
        $resource.VirtualIPAddress = $lbVip
        $resource.Port = '443'
        foreach ($name in $Settings.Keys) { $resource.$name = $Settings[$name] }
        $resource
    }

    # Takes the VIP off one store, as somebody else.
    function Remove-LabAddress($Lab, $Store) {
        $class = [DsrReadiness.Cim.Classes.NetIPAddressClass]
        $query = [DsrReadiness.Cim.CimQuery]::new($class::Class, $Store, [DsrReadiness.Cim.CimCondition[]] [DsrReadiness.Cim.CimCondition]::new($class::IPAddress, $lbVip))
        $Lab.Simulation.Backdoor.Execute([DsrReadiness.Cim.CimOperation]::Delete($query)).Failure | Should -BeNullOrEmpty
    }

    function Get-ChangeCount($Lab) { @($Lab.Simulation.Calls | Where-Object IsChange).Count }
}

AfterAll {
    & $module { Remove-Variable PSDefaultParameterValues -Scope Script -ErrorAction SilentlyContinue }
    Remove-Module DsrReadiness.Dsc
}

Describe 'The module of the resource' {
    It 'has a manifest that is in order, of the version of the module that it needs' {
        $manifest = Import-PowerShellDataFile $companion
        $main = Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1"
        $manifest.ModuleVersion | Should -Be $main.ModuleVersion
        $manifest.RequiredModules[0].ModuleVersion | Should -Be $main.ModuleVersion
        $manifest.RequiredModules[0].GUID | Should -Be $main.GUID
        $manifest.DscResourcesToExport | Should -Be 'DsrServer'
        $module.ExportedCommands.Count | Should -Be 0
    }

    It 'shows its resource to whoever lists modules, which is how every engine looks for one' {
        (Get-Module -ListAvailable $companion).ExportedDscResources | Should -Be 'DsrServer'
    }

    Context 'Installed beside the other' {
        BeforeAll {
            $null = Invoke-PowerShell -File "$PSScriptRoot/../build.ps1" -Task Install -NoBuild -Output "$TestDrive/out" -ModulePath "$TestDrive/modules"
            $modules = (Resolve-Path "$TestDrive/modules").Path

            # What a script writes in a fresh process that finds the installed modules.
            function Invoke-Installed([string[]] $Script) {
                $Script | Set-Content "$TestDrive/fresh.ps1"
                Invoke-PowerShell -Command "`$env:PSModulePath = '$modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; & '$TestDrive/fresh.ps1'"
            }
        }

        It 'is found, with the module that it needs' {
            $written = Invoke-Installed @(
                'using module DsrReadiness.Dsc'
                '& (Get-Module DsrReadiness.Dsc) { $script:PSDefaultParameterValues = @{ ''*-Dsr*:Server'' = New-DsrLab WEB01 -Shape Ready } }'
                '[DsrServer] @{ Name = ''web''; VirtualIPAddress = ''192.0.2.10''; Port = ''443'' } | ForEach-Object { $_.Test() }'
                '(Get-Module DsrReadiness).Path'
                '(Test-ModuleManifest (Join-Path (Get-Module DsrReadiness.Dsc).ModuleBase DsrReadiness.Dsc.psd1) -ErrorAction Stop).Name'
                '(Get-Module -ListAvailable DsrReadiness.Dsc).ExportedDscResources'
            )
            $written[0] | Should -Be 'True'
            $written[1] | Should -BeLike "$modules*"
            $written[2] | Should -Be 'DsrReadiness.Dsc'
            $written[3] | Should -Be 'DsrServer'
        }

        It 'shows its resource in the package, too' {
            Invoke-PowerShell -Command "(Get-Module -ListAvailable '$TestDrive/out/DsrReadiness.Dsc').ExportedDscResources" | Should -Be 'DsrServer'
        }

        It 'does on a lab what its page shows' {
            $page = Get-Content "$PSScriptRoot/../docs/dsc.md" -Raw -Encoding utf8
            $page -match '(?s)## Try it.*?```powershell\n(?<Code>.*?)```\n\n```text\n(?<Output>.*?)```' | Should -BeTrue
            (Invoke-Installed $Matches.Code) -join "`n" | Should -Be $Matches.Output.Trim()
        }
    }

    It 'is written for Windows PowerShell 5.1 too' {
        foreach ($file in Get-ChildItem (Split-Path $companion) -Include *.ps1, *.psm1 -Recurse) {
            $tokens = $errors = $null
            $ast = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $tokens, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            $kinds = $tokens.Kind | ForEach-Object { "$_" } | Sort-Object -Unique
            foreach ($new in 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionMark', 'AndAnd', 'OrOr') { $kinds | Should -Not -Contain $new }
            $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.TernaryExpressionAst] }, $true) | Should -BeNullOrEmpty
        }
    }
}

Describe 'The properties of DsrServer' {
    BeforeAll {
        $class = [System.Management.Automation.Language.Parser]::ParseFile("$PSScriptRoot/../src/DsrReadiness.Dsc/DsrReadiness.Dsc.psm1", [ref] $null, [ref] $null).
            Find({ $args[0] -is [System.Management.Automation.Language.TypeDefinitionAst] -and $args[0].Name -eq 'DsrServer' }, $true)
        $properties = $class.Members | Where-Object { $_ -is [System.Management.Automation.Language.PropertyMemberAst] }
        $page = Get-Content "$PSScriptRoot/../docs/dsc.md" -Raw -Encoding utf8
    }

    It 'are all typed, are all properties of the resource, and have all a line on the page' {
        $properties.Count | Should -BeGreaterThan 10
        foreach ($property in $properties) {
            $property.PropertyType | Should -Not -BeNullOrEmpty -Because $property.Name
            $property.Attributes.TypeName.Name | Should -Contain 'DscProperty' -Because $property.Name
            $page | Should -Match "(?m)^\| ``$($property.Name)`` \|"
        }
        $rows = [regex]::Matches($page, '(?m)^\| `(\w+)` \|') | ForEach-Object { $_.Groups[1].Value }
        $rows | Should -Be $properties.Name
    }

    It 'are what the examples set' {
        $settings = foreach ($file in Get-ChildItem "$PSScriptRoot/../examples/dsc" -File) {
            $text = Get-Content $file.FullName -Raw -Encoding utf8
            if ($file.Extension -eq '.ps1') {
                [regex]::Matches($text, '(?s)DsrServer \w+ \{(.*?)\}') | ForEach-Object { [regex]::Matches($_.Groups[1].Value, '(?m)^ +(\w+) +=') } | ForEach-Object { $_.Groups[1].Value }
            }
            elseif ($file.Extension -eq '.yaml') {
                [regex]::Matches($text, '(?m)^      (\w+):') | ForEach-Object { $_.Groups[1].Value }
            }
            elseif ($file.Extension -eq '.yml') {
                [regex]::Matches($text, '(?m)^        ([A-Z]\w+):') | ForEach-Object { $_.Groups[1].Value }
            }
        }
        $settings.Count | Should -BeGreaterThan 10
        foreach ($setting in $settings) { $setting | Should -BeIn $properties.Name }
    }

    It 'name every environment that the cmdlets know' {
        $known = 'Recognised', [enum]::GetNames([DsrReadiness.Services.DsrEnvironment]) | ForEach-Object { $_ }
        $type.Module.GetType('DsrServerEnvironment').GetEnumNames() | Should -Be $known
    }
}

Describe 'The configurations in docs and examples' {
    BeforeDiscovery {
        $root = Resolve-Path "$PSScriptRoot/.."
        $pages = Get-ChildItem "$root/docs", "$root/examples" -Recurse -Include *.md, *.ps1
        $configurations = foreach ($page in @($pages) + (Get-Item "$root/README.md")) {
            $text = Get-Content $page.FullName -Raw -Encoding utf8
            $blocks = if ($page.Extension -eq '.md') { [regex]::Matches($text, '(?ms)^```powershell\r?\n(.*?)^```').ForEach({ $_.Groups[1].Value }) } else { $text }
            $blocks | Where-Object { $_ -match '(?m)^ *configuration ' } | ForEach-Object { @{ Page = $page.FullName.Substring("$root".Length + 1); Text = $_ } }
        }
    }

    BeforeAll {
        # The keyword `configuration` works only where a module of its own is installed, on Windows. The words inside do not need that: they are put into a function.
        function Get-ParseError([string] $Text) {
            $common = 'DependsOn', 'PsDscRunAsCredential'
            $names = $type.GetProperties().Name + $common
            $keywords = @(
                @{ Keyword = 'node'; NameMode = 'NameRequired'; BodyMode = 'ScriptBlock' }
                @{ Keyword = 'Import-DscResource'; NameMode = 'NoName'; BodyMode = 'Command' }
                @{ Keyword = 'DsrServer'; NameMode = 'NameRequired'; BodyMode = 'Hashtable'; Names = $names }
                @{ Keyword = 'LocalConfigurationManager'; NameMode = 'NoName'; BodyMode = 'Hashtable'; Names = 'ConfigurationMode', 'RebootNodeIfNeeded' }
            )
            [System.Management.Automation.Language.DynamicKeyword]::Push()
            try {
                foreach ($keyword in $keywords) {
                    $known = [System.Management.Automation.Language.DynamicKeyword] @{ Keyword = $keyword.Keyword; NameMode = $keyword.NameMode; BodyMode = $keyword.BodyMode }
                    foreach ($name in $keyword.Names) { $known.Properties[$name] = [System.Management.Automation.Language.DynamicKeywordProperty] @{ Name = $name } }
                    [System.Management.Automation.Language.DynamicKeyword]::AddKeyword($known)
                }
                $errors = $null
                $function = $Text -replace '(?m)^( *)configuration ', '$1function '
                $null = [System.Management.Automation.Language.Parser]::ParseInput($function, [ref] $null, [ref] $errors)
                $errors.Message
            }
            finally { [System.Management.Automation.Language.DynamicKeyword]::Pop() }
        }
    }

    It 'can be parsed: <Page>' -ForEach $configurations {
        Get-ParseError $Text | Should -BeNullOrEmpty
    }

    It 'are found, and what is wrong in one is, too' -ForEach @{ Count = $configurations.Count } {
        $Count | Should -BeGreaterOrEqual 3
        $inside = 'configuration ReportSummary { Import-DscResource -ModuleName DsrReadiness.Dsc; node @(''WEB01'', ''WEB02'') { DsrServer Web { Name = ''web'' } } }'
        Get-ParseError $inside | Should -BeNullOrEmpty
        Get-ParseError ($inside -replace '@\((.*?)\)', '$1') | Should -Not -BeNullOrEmpty
        Get-ParseError ($inside -replace 'Name =', 'Nmae =') | Should -BeLike '*Nmae*'
        Get-ParseError ($inside -replace 'Web \{', '{') | Should -Not -BeNullOrEmpty
    }
}

Describe 'DsrServer' {
    It 'brings a <Shape> server to what is wanted, changes nothing in a second run, and takes it back' -ForEach @(
        @{ Shape = 'Clean' }
        @{ Shape = 'HalfDone' }
        @{ Shape = 'VipOnTrafficInterface' }
        @{ Shape = 'ForeignLoopback' }
    ) {
        $lab = New-DsrLab WEB01 -Shape $Shape
        Set-Lab $lab
        $resource = New-Resource
        $resource.Test() | Should -BeFalse
        $before = $resource.Get()
        $before.Verdict | Should -Be 'NotReady'
        $before.Reasons.Count | Should -BeGreaterThan 0

        $resource.Set() 3> $null
        $resource.Test() | Should -BeTrue
        $lab | Test-DsrReadiness -Quiet | Should -BeTrue
        $after = $resource.Get()
        "$($after.Ensure) $($after.Verdict)" | Should -Be 'Present Ready'
        $after.Reasons | Should -BeNullOrEmpty

        $changes = Get-ChangeCount $lab
        $changes | Should -BeGreaterThan 0
        $resource.Set()
        Get-ChangeCount $lab | Should -Be $changes

        $resource.Ensure = 'Absent'
        $resource.Test() | Should -BeFalse
        $resource.Get().Reasons[0].Phrase | Should -BeLike 'Still to do: *'
        $resource.Set() 3> $null
        $resource.Test() | Should -BeTrue
        "$($resource.Get().Ensure)" | Should -Be 'Absent'
        $changes = Get-ChangeCount $lab
        $resource.Set()
        Get-ChangeCount $lab | Should -Be $changes
    }

    It 'takes the address off an interface that answers for it, in whichever store it is: <Store>' -ForEach @(
        @{ Store = 'both' }
        @{ Store = 'persistent' }
    ) {
        $lab = New-DsrLab WEB01 -Shape VipOnTrafficInterface
        if ($Store -eq 'persistent') { Remove-LabAddress $lab Active }
        Set-Lab $lab
        $resource = New-Resource @{ Ensure = 'Absent' }
        $resource.Test() | Should -BeFalse
        "$($resource.Get().Ensure)" | Should -Be 'Present'
        $resource.Get().Reasons.Code | Should -Contain 'DsrServer:DsrServer:V03'
        $resource.Set() 3> $null
        $resource.Test() | Should -BeTrue
        "$($resource.Get().Ensure)" | Should -Be 'Absent'
        $lab.Simulation.Restart()
        $resource.Test() | Should -BeTrue
        ($lab | Test-DsrReadiness $lbVip).Results.Where({ $_.Id -eq 'V01' }).Reason | Should -BeLike '*on no interface*'
    }

    It 'leaves an address where a cluster keeps it, and does not say that it is removed' {
        $lab = New-DsrLab WEB01 -Shape VipOnTrafficInterface
        Set-Lab $lab
        $resource = New-Resource @{ Ensure = 'Absent'; Environment = 'Cluster' }
        $resource.Test() | Should -BeFalse
        $state = $resource.Get()
        "$($state.Ensure)" | Should -Be 'Present'
        $state.Reasons.Code | Should -Be 'DsrServer:DsrServer:H06'
        $state.Reasons.Phrase | Should -BeLike 'In environment Cluster the VIP is kept *. Take the VIP off there;*'
        { $resource.Set() } | Should -Throw -ErrorId 'PlanRefused,*'
        Get-ChangeCount $lab | Should -Be 0
    }

    It 'leaves a clean server as it was, once it is absent again' {
        $lab = New-DsrLab WEB01
        $state = Get-State $lab
        Set-Lab $lab
        $resource = New-Resource
        $resource.Set() 3> $null
        $resource.Ensure = 'Absent'
        $resource.Set() 3> $null
        Get-State $lab | Should -Be $state
    }

    It 'changes nothing by Get and Test' {
        $lab = New-DsrLab WEB01 -Shape HalfDone
        Set-Lab $lab
        $null = (New-Resource).Get()
        $null = (New-Resource).Test()
        Get-ChangeCount $lab | Should -Be 0
    }

    It 'gives every check that counts as reason, with its code' {
        $lab = New-DsrLab WEB01 -Shape HalfDone
        Set-Lab $lab
        $reasons = (New-Resource).Get().Reasons
        $failed = ($lab | Test-DsrReadiness).Results | Where-Object { $_.Outcome -in 'Failed', 'Unknown' -and $_.Severity -eq 'Error' }
        $failed.Count | Should -BeGreaterThan 0
        $reasons.Code | Should -Be ($failed.Id | ForEach-Object { "DsrServer:DsrServer:$_" })
        $reasons[0].Phrase | Should -BeLike "$($failed[0].Name): $($failed[0].Reason)*"

        $strict = (New-Resource @{ Strict = $true }).Get().Reasons
        $strict.Code | Should -Contain 'DsrServer:DsrServer:V06'
        (New-Resource @{ ExcludeCheck = 'M*' }).Get().Reasons.Code | Should -Not -Contain 'DsrServer:DsrServer:M01'
    }

    It 'hands every setting on' {
        Set-Lab (New-DsrLab WEB01 -Shape Ready)
        $settings = @{
            Balancer = '192.0.2.5'; Probe = 'tcp/192.0.2.11:8080'; ClientAddress = '198.51.100.0/24'; InterfaceAlias = 'Ethernet'; LoopbackAlias = 'DSR Loopback'
            Environment = 'OnPremises'; ExcludeCheck = 'H03'
        }
        $plan = (New-Resource $settings).Plan()
        $plan.Balancer | Should -Be '192.0.2.5'
        $plan.Probe | Should -Be 'tcp/192.0.2.11:8080'
        $plan.ClientAddress | Should -Be '198.51.100.0/24'
        $plan.TrafficInterface | Should -Be 'Ethernet'
        "$($plan.Environment)" | Should -Be 'OnPremises'
        $state = (New-Resource $settings).Get()
        foreach ($name in $settings.Keys) { "$($state.$name)" | Should -Be $settings[$name] -Because $name }
    }

    It 'refuses a blank in a list of <_>, which must not widen the service' -ForEach 'Port', 'Balancer', 'ClientAddress' {
        Set-Lab (New-DsrLab WEB01 -Shape Ready)
        { (New-Resource @{ $_ = , '' }).Test() } | Should -Throw "$_ is blank.*"
        $null = (New-Resource @{ $_ = @() }).Test()
    }

    It 'says that what it did was not enough' {
        Set-Lab (New-DsrLab WEB01)
        { (New-Resource @{ Port = '8443' }).Set() 3> $null } | Should -Throw 'WEB01 is not as it should be: *Nothing listens on tcp/8443*'
        (New-Resource @{ Port = '8443' }).Test() | Should -BeFalse
        (New-Resource @{ Port = '8443'; ExcludeCheck = 'S01' }).Test() | Should -BeTrue
    }

    It 'does not take what could not be read for right' {
        $lab = New-DsrLab WEB01 -Shape Ready
        Set-Lab $lab
        $lab.Simulation.Behaviour.FirewallReadsNeedElevation = $true
        $lab.Simulation.IsElevated = $false
        $resource = New-Resource
        $resource.Test() | Should -BeFalse
        $resource.Get().Verdict | Should -Be 'Inconclusive'
        $resource.Get().Reasons.Code | Should -Contain 'DsrServer:DsrServer:W01'
    }

    It 'does not take what could not be read for removed' {
        $lab = New-DsrLab WEB01
        Set-Lab $lab
        $resource = New-Resource @{ Ensure = 'Absent' }
        $resource.Test() | Should -BeTrue
        $lab.Simulation.Behaviour.FirewallReadsNeedElevation = $true
        $lab.Simulation.IsElevated = $false
        $resource.Test() | Should -BeFalse
        $resource.Get().Reasons.Code | Should -Be 'DsrServer:DsrServer:W01'
        $resource.Get().Reasons.Phrase | Should -BeLike '*denied*'
    }

    It 'fails with the cmdlet''s own error where it may change nothing' {
        Set-Lab (New-DsrLab WEB01 -NotElevated)
        { (New-Resource).Set() } | Should -Throw -ErrorId 'NotElevated,*'
        { (New-Resource @{ VirtualIPAddress = 'nonsense' }).Test() } | Should -Throw -ErrorId 'InvalidService,*'
    }

    It 'asks for a restart, again until there was one' {
        $lab = New-DsrLab WEB01
        Set-Lab $lab
        $resource = New-Resource
        $resource.Set() 3> $null
        $lab.Simulation.Behaviour.InstallationNeedsRestart = $true
        try {
            $global:DSCMachineStatus = 0
            $resource.Ensure = 'Absent'
            $resource.Set() 3> $null
            $global:DSCMachineStatus | Should -Be 1

            $global:DSCMachineStatus = 0
            $resource.Ensure = 'Present'
            $resource.Set() 3> $null
            $global:DSCMachineStatus | Should -Be 1
            $resource.Test() | Should -BeFalse
            # Nothing is put on the adapter that the restart takes away.
            (Get-DsrPlan -VirtualIPAddress 192.0.2.10 -Removal -Server $lab).Changes | Should -BeNullOrEmpty

            $lab.Simulation.Restart()
            $lab.Simulation.Behaviour.InstallationNeedsRestart = $false
            $global:DSCMachineStatus = 0
            $resource.Set() 3> $null
            $global:DSCMachineStatus | Should -Be 0
            $resource.Test() | Should -BeTrue
        }
        finally {
            Remove-Variable DSCMachineStatus -Scope Global -ErrorAction SilentlyContinue
        }
    }

    It 'exports the services whose addresses are there' {
        $lab = New-DsrLab WEB01 -Shape HalfDone -VirtualIPAddress 192.0.2.10, 2001:db8::10
        Set-Lab $lab
        $null = New-DsrFirewallRule 192.0.2.10 -Port 443 -Server $lab
        $found = $type::Export()
        $found.Name | Should -Be '192.0.2.10', '2001:db8::10'
        $found[0].Port | Should -Be 'tcp/443'
        $found.Verdict | Should -Be 'NotReady', 'NotReady'
        Set-Lab (New-DsrLab WEB01)
        $type::Export() | Should -BeNullOrEmpty
    }
}
