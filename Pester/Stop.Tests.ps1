BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # Starts a script on a lab server that never answers, stops it, and says what came out. That it comes back at all is the proof: the lab's clock stands, so that no limit of time ends it.
    function Stop-Hanging([string] $Script, $Lab) {
        $Lab.Simulation.ForgetCalls()
        $shell = [powershell]::Create()
        try {
            $shell.Runspace.SessionStateProxy.SetVariable('lab', $Lab)
            $pending = $shell.AddScript("Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; $Script").BeginInvoke()
            $spent = [System.Diagnostics.Stopwatch]::StartNew()
            while (-not (& $hangs $Lab) -and $spent.Elapsed.TotalSeconds -lt 30) { Start-Sleep -Milliseconds 20 }
            & $hangs $Lab | Should -BeTrue -Because 'the command has to be stopped while it waits'
            $before = $Lab.Simulation.Clock.Elapsed
            $shell.Stop()
            $output = try { $shell.EndInvoke($pending) } catch [System.Management.Automation.PipelineStoppedException] { }
            [pscustomobject]@{ Waited = $Lab.Simulation.Clock.Elapsed - $before; Output = $output; State = "$($shell.InvocationStateInfo.State)" }
        }
        finally { $shell.Dispose() }
    }
}

Describe 'Stopping' {
    It 'ends a command that waits for a server, whatever its limit of time: <Script>' -ForEach @(
        @{ Script = 'Test-DsrReadiness 192.0.2.10 -Server $lab' }
        @{ Script = '$lab, $lab | Test-DsrReadiness' }
        @{ Script = 'Get-DsrPlan 192.0.2.10 -Server $lab' }
        @{ Script = 'New-DsrLoopback 192.0.2.10 -Server $lab' }
    ) {
        $lab = New-DsrLab
        $lab.Simulation.Faults.AtRead(1).Hang()
        $hangs = { param($Lab) $Lab.Simulation.Calls.Count -gt 0 }
        $stopped = Stop-Hanging $Script $lab
        $stopped.State | Should -Be 'Stopped'
        $stopped.Waited | Should -Be ([timespan]::Zero)
        $stopped.Output | Should -BeNullOrEmpty
    }

    It 'ends a run between two changes, and what was done can be taken back' {
        $lab = New-DsrLab
        $lab.Simulation.Faults.AtChange(4).Hang()
        $hangs = { param($Lab) @($Lab.Simulation.Calls | Where-Object IsChange).Count -ge 4 }
        $stopped = Stop-Hanging 'Invoke-DsrPlan 192.0.2.10 -Port 443 -Server $lab' $lab
        $stopped.State | Should -Be 'Stopped'
        $stopped.Waited | Should -Be ([timespan]::Zero)
        Get-DsrLoopback -Server $lab | Should -Not -BeNullOrEmpty
        # Windows never answered the change that hung, and might still have made it: only after a while is that settled.
        { Undo-DsrPlan 192.0.2.10 -Server $lab -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'OutcomeUnknown,*'
        $lab.Simulation.Clock.Advance('00:11:00')
        Undo-DsrPlan 192.0.2.10 -Server $lab -Confirm:$false -ErrorAction Stop
        Get-DsrLoopback -Server $lab | Should -BeNullOrEmpty
    }

    It 'by an error that is to stop also ends what runs beside' -Skip:($env:OS -eq 'Windows_NT') {
        $lab = New-DsrLab
        $lab.Simulation.Faults.AtRead(1).Hang()
        $before = $lab.Simulation.Clock.Elapsed
        { $lab, 'WEB01' | Test-DsrReadiness 192.0.2.10 -ErrorAction Stop } | Should -Throw -ErrorId 'LiveServerNotSupported,*'
        $lab.Simulation.Clock.Elapsed | Should -Be $before
    }

    It 'by a command that wants no more also ends what runs beside' {
        $hanging = New-DsrLab
        $hanging.Simulation.Faults.AtRead(1).Hang()
        $verdict = $hanging, (New-DsrLab QUICK -Shape Ready) | Test-DsrReadiness 192.0.2.10 -Port 443 | Select-Object -First 1
        $verdict.ComputerName | Should -Be 'QUICK'
    }
}

Describe 'Servers that never answer' {
    It 'hold no other while one place is left' {
        $hanging = New-DsrLab -Count 3
        $hanging.ForEach({ $_.Simulation.Faults.AtRead(1).Hang() })
        $others = New-DsrLab -Count 100 -Shape Ready
        $verdicts = @(@($hanging) + $others | Test-DsrReadiness 192.0.2.10 -Port 443 -ThrottleLimit 4 | Select-Object -First 100)
        "$($verdicts.Verdict | Select-Object -Unique)" | Should -Be 'Ready'
        $verdicts.ComputerName | Sort-Object | Should -Be ($others.ComputerName | Sort-Object)
        $hanging.ForEach({ $_.Simulation.Calls.Count -gt 0 }) | Should -Be $true, $true, $true
    }
}
