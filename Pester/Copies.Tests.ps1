# What becomes of objects that left their session, or that somebody edits.
BeforeDiscovery {
    $copies = @(
        @{ Way = 'a job'; Copy = { param($Object) Start-Job { $using:Object } | Receive-Job -Wait -AutoRemoveJob } }
        @{ Way = 'Clixml'; Copy = { param($Object) [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Object)) } }
        @{ Way = 'JSON'; Copy = { param($Object) $Object | ConvertTo-Json -Depth 3 | ConvertFrom-Json } }
        @{ Way = 'CSV'; Copy = { param($Object) $Object | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Way = 'Select-Object'; Copy = { param($Object) $Object | Select-Object * } }
        @{ Way = 'Select-Object of Clixml'; Copy = { param($Object) [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Object)) | Select-Object * } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    function Get-ChangeCount($Lab) { @($Lab.Simulation.Calls | Where-Object IsChange).Count }
}

Describe 'A copy of a plan' {
    It 'from <Way> is refused, whatever it plans, and on whatever server' -ForEach $copies {
        $ready, $clean = (New-DsrLab WEB01 -Shape Ready), (New-DsrLab WEB01)
        foreach ($plan in (Get-DsrPlan 192.0.2.10 -Port 443 -Removal -Server $ready), (Get-DsrPlan 192.0.2.10 -Port 443 -Server $clean)) {
            $copied = & $Copy $plan
            $copied | Should -Not -BeNullOrEmpty
            Get-ErrorId { $copied | Invoke-DsrPlan -Confirm:$false } | Should -Be 'PlanIsCopy,DsrReadiness.Commands.InvokeDsrPlanCommand'
            Get-ErrorId { $copied | Invoke-DsrPlan -Server $clean -Confirm:$false } | Should -Be 'PlanIsCopy,DsrReadiness.Commands.InvokeDsrPlanCommand'
            Get-ErrorId { $copied | Test-DsrReadiness -Server $clean } | Should -Be 'PlanIsCopy,DsrReadiness.Commands.TestDsrReadinessCommand'
            { Invoke-DsrPlan -Plan $copied -Confirm:$false } | Should -Throw '*Get-DsrPlan*'
            { ConvertTo-DsrScript -Plan $copied } | Should -Throw '*Get-DsrPlan*'
        }
        (Get-ChangeCount $ready) + (Get-ChangeCount $clean) | Should -Be 0
    }

    It 'is told by the name of its type, and what to do instead' {
        $copied = New-DsrLab WEB01 | Get-DsrPlan | Select-Object *
        $copied | Invoke-DsrPlan -ErrorAction SilentlyContinue -ErrorVariable problem
        "$problem" | Should -BeLike '*Selected.DsrReadiness.Output.DsrPlan*Nothing was changed.*'
        $problem[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-DsrPlan*'
    }
}

Describe 'A plan' {
    It 'cannot be edited: <Member>' -ForEach @(
        @{ Member = 'Changes'; Edit = { param($Plan) $Plan.Changes[0] = $null } }
        @{ Member = 'VirtualIPAddress'; Edit = { param($Plan) $Plan.VirtualIPAddress[0] = '192.0.2.51' } }
        @{ Member = 'Port'; Edit = { param($Plan) $Plan.Port[0] = 'tcp/80' } }
        @{ Member = 'Refusals'; Edit = { param($Plan) ([System.Collections.IList] $Plan.Refusals).Clear() } }
        @{ Member = 'Balancer'; Edit = { param($Plan) ([System.Collections.IList] $Plan.Balancer).Add('192.0.2.51') } }
    ) {
        $plan = Get-DsrPlan 192.0.2.10 -Port 8443 -Balancer 192.0.2.5 -Server (New-DsrLab WEB01)
        $text = "$($plan.Changes) $($plan.VirtualIPAddress) $($plan.Port) $($plan.Refusals) $($plan.Balancer)"
        { & $Edit $plan } | Should -Throw
        "$($plan.Changes) $($plan.VirtualIPAddress) $($plan.Port) $($plan.Refusals) $($plan.Balancer)" | Should -Be $text
    }

    It 'says whether it takes VIPs away' {
        (Get-DsrPlan 192.0.2.10 -Removal -Server (New-DsrLab -Shape Ready)).IsRemoval | Should -BeTrue
        (Get-DsrPlan 192.0.2.10 -Server (New-DsrLab)).IsRemoval | Should -BeFalse
    }

    It 'is carried out once' {
        $lab = New-DsrLab WEB01
        $plan = Get-DsrPlan 192.0.2.10 -Port 443 -Server $lab
        $result = $plan | Invoke-DsrPlan -PassThru
        $count = Get-ChangeCount $lab
        $plan | Invoke-DsrPlan -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -Be 'PlanIsUsed,DsrReadiness.Commands.InvokeDsrPlanCommand'
        "$problem" | Should -BeLike "*$($result.RunId)*"
        $problem[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-DsrPlan*'
        Get-ChangeCount $lab | Should -Be $count
    }

    It 'that removes does not become a script that sets up' {
        $plan = Get-DsrPlan 192.0.2.10 -Port 443 -Removal -Server (New-DsrLab WEB01 -Shape Ready)
        "$($plan | ConvertTo-DsrScript -Language Module -ErrorAction SilentlyContinue)" | Should -Not -Match 'Invoke-DsrPlan @service(?! -Removal)'
    }
}

Describe 'A copy of another object' {
    It 'that names a server which is a copy, from <Way>, is refused' -ForEach @($copies | Where-Object Way -EQ 'Clixml') {
        $lab = New-DsrLab WEB01
        $copied = & $Copy ($lab | Test-DsrReadiness 192.0.2.10 -Port 443)
        $copied | Invoke-DsrPlan -ErrorAction SilentlyContinue -ErrorVariable problem
        "$problem" | Should -BeLike '*not alive here*'
        Get-ErrorId { $copied | Invoke-DsrPlan -Server $lab } | Should -Be 'ServerIsCopy,DsrReadiness.Commands.InvokeDsrPlanCommand'
        Get-ChangeCount $lab | Should -Be 0
    }

    It 'may be reported: a verdict from <Way>' -ForEach @($copies | Where-Object Way -In 'a job', 'Clixml') {
        $verdict = New-DsrLab WEB01 -Shape HalfDone | Test-DsrReadiness 192.0.2.10 -Port 443 -Balancer 192.0.2.5
        $copied = & $Copy $verdict
        $copied.pstypenames[0] | Should -Be 'Deserialized.DsrReadiness.Output.DsrVerdict'
        foreach ($format in 'JUnit', 'Json', 'Markdown') {
            ($copied | ConvertTo-DsrReport -Format $format) | Should -Be ($verdict | ConvertTo-DsrReport -Format $format)
        }
        ($copied | ConvertTo-DsrReport -Format Html) | Should -BeLike '*M01*'
    }

    It 'without its results is not reported as a green one: from <Way>' -ForEach @($copies | Where-Object Way -EQ 'CSV') {
        $copied = & $Copy (New-DsrLab WEB01 -Shape HalfDone | Test-DsrReadiness 192.0.2.10 -Port 443)
        { $copied | ConvertTo-DsrReport -Format JUnit -ErrorAction Stop } | Should -Throw
    }

    It 'keeps its addresses as text, and means in a CSV what it meant: <Name>' -ForEach @(
        @{ Name = 'a verdict'; Make = { New-DsrLab WEB01 -Shape Ready | Test-DsrReadiness 192.0.2.10, 2001:db8::10 -Port 443, udp/53 } }
        @{ Name = 'a path'; Make = { (New-DsrLab WEB01 -Shape Ready | Trace-DsrPath 192.0.2.10)[0] } }
        @{ Name = 'a loopback'; Make = { New-DsrLab WEB01 -Shape Ready | Get-DsrLoopback } }
    ) {
        $object = & $Make
        $row = $object | ConvertTo-Csv | ConvertFrom-Csv
        $row.VirtualIPAddress | Should -Be (@($object.VirtualIPAddress) -join ', ')
        $row.Type | Should -Be $object.GetType().Name
        $again = $row | Test-DsrReadiness -Server (New-DsrLab WEB01 -Shape Ready)
        @($again.VirtualIPAddress) | Should -Be @($object.VirtualIPAddress)
        @($again.Port) | Should -Be @($object.Port | Where-Object { $_ })
    }
}
