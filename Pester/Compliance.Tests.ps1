BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $suite = "$PSScriptRoot/Compliance/DsrReadiness.Compliance.ps1"

    # What a script begins with that runs the suite in a process of its own.
    function Get-Head([string] $Version) {
        "`$ErrorActionPreference = 'Stop'; Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; Import-Module Pester $(if ($Version) { "-RequiredVersion $Version" } else { '-MinimumVersion 5.0' }); `$suite = '$suite'"
    }

    # Runs a script in a process of its own, where Pester may run the suite, and returns what it says as JSON.
    function Invoke-Suite([string] $Script, [string] $Version) {
        $head = Get-Head $Version
        $run = {
            # Runs the suite with its parameters.
            function Start-Suite([hashtable] $Data, [string[]] $Tag, [string] $Format, [string] $Path) {
                $configuration = New-PesterConfiguration
                $configuration.Run.Container = New-PesterContainer -Path $suite -Data $Data
                $configuration.Run.PassThru = $true
                $configuration.Output.Verbosity = 'None'
                if ($Tag) { $configuration.Filter.Tag = $Tag }
                if ($Format) {
                    $configuration.TestResult.Enabled = $true
                    $configuration.TestResult.OutputFormat = $Format
                    $configuration.TestResult.OutputPath = $Path
                }
                Invoke-Pester -Configuration $configuration
            }

            # What a test says, in the words of the checks.
            function ConvertTo-Outcome($Test) {
                if ($Test.Result -eq 'Skipped' -and $Test.ErrorRecord.FullyQualifiedErrorId -eq 'PesterTestInconclusive') { return 'Unknown' }
                switch ($Test.Result) { 'Passed' { 'Passed' } 'Failed' { 'Failed' } 'Skipped' { 'NotApplicable' } 'Inconclusive' { 'Unknown' } default { $_ } }
            }
        }
        "$head`n$run`n$Script" | Set-Content "$TestDrive/run.ps1"
        Invoke-PowerShell -File "$TestDrive/run.ps1" | ConvertFrom-Json
    }
}

Describe 'The compliance suite' {
    It 'is not a test file of this project' {
        $suite | Should -Exist
        $suite | Should -Not -BeLike '*.Tests.ps1'
    }

    It 'says for 50 generated servers what Test-DsrReadiness says' {
        $said = Invoke-Suite @'
$random = [random]::new(20)
$shapes = [enum]::GetNames([DsrReadiness.Lab.LabShape])
$labs = foreach ($number in 1..50) {
    $lab = New-DsrLab ('GEN{0:00}' -f $number) -Shape $shapes[$number % $shapes.Count] -Port 443, udp/53
    if ($random.Next(3) -eq 0) { Disable-DsrWeakHost -Server $lab -VirtualIPAddress 192.0.2.10 -Confirm:$false -ErrorAction SilentlyContinue }
    if ($random.Next(4) -eq 0) { $lab.Simulation.Behaviour.FirewallReadsNeedElevation = $true; $lab.Simulation.IsElevated = $false }
    if ($random.Next(4) -eq 0) { $lab.Simulation.Restart() }
    $lab
}
$service = @{ VirtualIPAddress = '192.0.2.10'; Port = 'tcp/443', 'udp/53'; Balancer = '192.0.2.5' }
$verdicts = @($labs | Test-DsrReadiness @service)
$wanted = $verdicts | ForEach-Object { foreach ($result in $_.Results) { '{0} {1} {2}' -f $_.ComputerName, $result.Id, $result.Outcome } } | Sort-Object
$run = Start-Suite ($service + @{ Server = $labs })
$tests = $run.Tests | Where-Object Name -NE 'is ready'
$got = $tests | ForEach-Object { '{0} {1} {2}' -f ($_.Block.ExpandedName -split ':')[0], ($_.ExpandedName -split ' ')[0], (ConvertTo-Outcome $_) } | Sort-Object
$ready = $run.Tests | Where-Object ExpandedName -EQ 'is ready'
[pscustomobject]@{
    Servers    = $verdicts.Count
    Verdicts   = @($verdicts.Verdict | Group-Object | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" })
    Ready      = @($ready | Group-Object { ConvertTo-Outcome $_ } | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" })
    Tests      = @($got).Count
    Outcomes   = @($verdicts.Results.Outcome | Sort-Object -Unique | ForEach-Object { "$_" })
    Difference = @(Compare-Object $wanted $got | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } | Select-Object -First 10)
} | ConvertTo-Json
'@
        $said.Servers | Should -Be 50
        $said.Outcomes.Count | Should -Be 4
        $said.Tests | Should -BeGreaterThan 2500
        $said.Difference | Should -BeNullOrEmpty
        $said.Ready -replace 'Passed', 'Ready' -replace 'Failed', 'NotReady' -replace 'Unknown', 'Inconclusive' | Sort-Object | Should -Be $said.Verdicts
        $said.Verdicts.Count | Should -Be 3
    }

    It 'takes a service file, and has a test for a server that could not be judged' {
        '{ "format": "dsr-services/1", "service": { "name": "web", "virtualIPAddress": "192.0.2.10", "port": 443, "server": ["WEB01", "WEB02"] } }' | Set-Content "$TestDrive/services.json"
        $said = Invoke-Suite @"
`$labs = @(New-DsrLab WEB01 -Shape Ready) + @(New-DsrLab MAIL01)
`$run = Start-Suite @{ ServiceFile = '$TestDrive/services.json'; Server = `$labs }
[pscustomobject]@{ Blocks = @(`$run.Containers.Blocks.ExpandedName); Failed = @(`$run.Failed | ForEach-Object { "`$(`$_.ExpandedName): `$(`$_.ErrorRecord.Exception.Message)" }) } | ConvertTo-Json
"@
        $said.Blocks | Should -Be 'WEB01: web', 'MAIL01'
        $said.Failed | Should -HaveCount 1
        $said.Failed[0] | Should -BeLike 'can be judged: *MAIL01*'
    }

    It 'is chosen from by tag, and says in NUnit and JUnit files what is so' {
        $said = Invoke-Suite @"
`$lab = New-DsrLab WEB01 -Shape HalfDone
`$service = @{ VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = `$lab }
`$null = Start-Suite `$service -Format NUnitXml -Path '$TestDrive/nunit.xml'
`$null = Start-Suite `$service -Format JUnitXml -Path '$TestDrive/junit.xml'
[pscustomobject]@{
    Error     = @((Start-Suite `$service -Tag Error).Tests | Where-Object Executed).Count
    HostModel = @((Start-Suite `$service -Tag HostModel).Tests | Where-Object Executed | ForEach-Object { (`$_.ExpandedName -split ' ')[0] })
    Verdict   = @((Start-Suite `$service -Tag Verdict).Failed.ErrorRecord.Exception.Message)
    Reason    = (`$lab | Test-DsrReadiness 192.0.2.10 -Port 443 -Check M01).Results[0].Reason
} | ConvertTo-Json
"@
        $said.HostModel | Should -Be 'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07'
        $said.Error | Should -BeGreaterThan 10
        $said.Verdict | Should -BeLike 'The verdict is NotReady: *M01*'
        foreach ($file in 'nunit', 'junit') {
            $xml = Get-Content "$TestDrive/$file.xml" -Raw
            { [xml] $xml } | Should -Not -Throw
            $xml | Should -BeLike "*M01 WeakHostReceiveOnTrafficInterface*"
            $xml | Should -Match ([regex]::Escape([System.Security.SecurityElement]::Escape($said.Reason)))
        }
    }

    It 'passes of a farm that is ready, in Pester <_>' -ForEach @(Get-Module Pester -ListAvailable | ForEach-Object { "$($_.Version)" }) {
        $said = Invoke-Suite -Version $_ @'
$run = Start-Suite @{ VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = (New-DsrLab WEB01, WEB02 -Shape Ready) }
[pscustomobject]@{ Version = "$($run.Version)"; Result = $run.Result; Passed = $run.PassedCount; FailedContainers = $run.FailedContainersCount } | ConvertTo-Json
'@
        $said.Version | Should -Be $_
        $said.Result | Should -Be 'Passed'
        $said.Passed | Should -BeGreaterThan 50
    }

    It 'ends with <Code> in a CI job as on the page, for <Case>, in Pester <Version>' -ForEach @(
        foreach ($version in Get-Module Pester -ListAvailable | ForEach-Object { "$($_.Version)" }) {
            @{ Version = $version; Code = 0; Case = 'a server that is ready'; Data = "VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = (New-DsrLab WEB01 -Shape Ready)" }
            @{ Version = $version; Code = 1; Case = 'one that is not'; Data = "VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = (New-DsrLab WEB01 -Shape HalfDone)" }
            @{ Version = $version; Code = 1; Case = 'one that cannot be observed'; Data = "VirtualIPAddress = '192.0.2.10'; Port = '443'; Server = `$hidden" }
            @{ Version = $version; Code = 1; Case = 'a service file that is misspelt'; Data = "ServiceFile = './servces.json'" }
            @{ Version = $version; Code = 1; Case = 'a check that has no test'; Data = "VirtualIPAddress = '192.0.2.10'; Check = 'M03'; Server = (New-DsrLab WEB01 -Shape Ready)"; Tag = "'W01'" }
        }
    ) {
        $page = Get-Content "$PSScriptRoot/../docs/compliance.md" -Raw -Encoding utf8
        $block = [regex]::Matches($page, '(?s)```powershell\r?\n((?:(?!```).)*)```') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -like '*exit 1*' }
        $block | Should -HaveCount 1
        if ($Tag) { $block = $block.Replace("'Verdict', 'Error'", $Tag) }
        @"
$(Get-Head $Version)
Set-Location '$TestDrive'
`$hidden = New-DsrLab WEB01 -Shape Ready
`$hidden.Simulation.Behaviour.FirewallReadsNeedElevation = `$true
`$hidden.Simulation.IsElevated = `$false
`$container = New-PesterContainer -Path `$suite -Data @{ $Data }
$block
"@ | Set-Content "$TestDrive/job.ps1"
        $said = Invoke-PowerShell -File "$TestDrive/job.ps1" 2>&1 | Out-String
        $LASTEXITCODE | Should -Be $Code -Because $said
        $said | Should -Match 'Tests Passed: \d+'
    }

    It 'refuses what it is not asked by: <Name>' -ForEach @(@{ Name = 'a misspelt key'; Data = "Prot = '443'" }, @{ Name = 'a blank value'; Data = "Port = ''" }) {
        $said = Invoke-Suite @"
`$run = Start-Suite @{ VirtualIPAddress = '192.0.2.10'; Server = (New-DsrLab WEB01 -Shape Ready); $Data }
[pscustomobject]@{ Result = `$run.Result } | ConvertTo-Json
"@
        $said.Result | Should -Be 'Failed'
    }

    It 'runs no name that a server gives itself' {
        $text = (Get-Content "$samples/server2019-ready.json" -Raw -Encoding utf8) -replace '"computerName": "[^"]*"', '"computerName": "<$(Set-Content $env:DSR_PROOF yes)>"'
        Set-Content "$TestDrive/hostile.json" $text -Encoding utf8
        $env:DSR_PROOF = "$TestDrive/proof"
        $said = Invoke-Suite @"
`$run = Start-Suite @{ VirtualIPAddress = '$vip'; Port = '443'; Server = @(Import-DsrSnapshot '$TestDrive/hostile.json') } -Format JUnitXml -Path '$TestDrive/hostile.xml'
[pscustomobject]@{ Count = `$run.TotalCount; Blocks = @(`$run.Containers.Blocks.ExpandedName) } | ConvertTo-Json
"@
        $said.Count | Should -BeGreaterThan 50
        $said.Blocks[0] | Should -BeLike '<*Set-Content*: *'
        "$TestDrive/proof" | Should -Not -Exist
    }
}
