# The resource DsrServer. It decides nothing: what is wanted goes to the cmdlets of DsrReadiness, and what they say comes back. Written for Windows PowerShell 5.1 too.
Set-StrictMode -Version 3.0

# Whether the virtual addresses are to be on the server.
enum DsrEnsure {
    Present
    Absent
}

# Where the server stands. Recognised: by the services that run on it.
enum DsrServerEnvironment {
    Recognised
    OnPremises
    Azure
    GcpAgent
    Cluster
}

# From which address a UDP socket answers that is bound to every address. Unknown: nobody has said so.
enum DsrServerUdpAnswer {
    Unknown
    FromVip
    FromServer
    None
}

# Why a server is not as it should be, in the form that machine configuration reads.
class DsrReason {
    # DsrServer:DsrServer: and the id of the check.
    [DscProperty()]
    [string] $Code

    # What is so now, and what to do.
    [DscProperty()]
    [string] $Phrase
}

# One server for one service behind a balancer that uses Direct Server Return. Test is the verdict, Set carries the plan out.
[DscResource()]
class DsrServer {
    # What the configuration calls the service. Nothing on the server bears it.
    [DscProperty(Key)]
    [string] $Name

    # The virtual IP addresses of the service, IPv4 or IPv6.
    [DscProperty(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string[]] $VirtualIPAddress

    # Present: the server is ready for the service. Absent: the virtual addresses and what serves them are taken off. Drain the server at the balancer first.
    [DscProperty()]
    [DsrEnsure] $Ensure = [DsrEnsure]::Present

    # The ports: 443, tcp/443 or udp/5000-5100. Without any, firewall and listeners are neither judged nor changed.
    [DscProperty()]
    [string[]] $Port

    # The balancers' own addresses on the server's segment.
    [DscProperty()]
    [string[]] $Balancer

    # How the balancer asks whether the server is alive: tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.
    [DscProperty()]
    [string] $Probe

    # Where clients come from, as prefixes. Without any, from anywhere.
    [DscProperty()]
    [string[]] $ClientAddress

    # The name of the traffic interface, where the balancer's frames arrive. Without it, it is found.
    [DscProperty()]
    [string] $InterfaceAlias

    # The loopback adapter to use. Without it, the one that holds the address or is known to be for such, else a new one.
    [DscProperty()]
    [string] $LoopbackAlias

    # Where the server stands.
    [DscProperty()]
    [DsrServerEnvironment] $Environment = [DsrServerEnvironment]::Recognised

    # From which address a UDP socket that is bound to every address answers.
    [DscProperty()]
    [DsrServerUdpAnswer] $UdpAnswer = [DsrServerUdpAnswer]::Unknown

    # Treats warnings as errors.
    [DscProperty()]
    [bool] $Strict

    # Checks that do not count, by id, name or pattern.
    [DscProperty()]
    [string[]] $ExcludeCheck

    # The verdict on the server: Ready, NotReady or Inconclusive.
    [DscProperty(NotConfigurable)]
    [string] $Verdict

    # Why the server is not as it should be; empty if it is.
    [DscProperty(NotConfigurable)]
    [DsrReason[]] $Reasons

    # What is so: the settings as they were asked for, whether the addresses are there, the verdict and the reasons.
    [DsrServer] Get() {
        $found = $this.Read()
        $state = [DsrServer]::new()
        foreach ($setting in 'Name', 'VirtualIPAddress', 'Port', 'Balancer', 'Probe', 'ClientAddress', 'InterfaceAlias', 'LoopbackAlias', 'Environment', 'UdpAnswer', 'Strict', 'ExcludeCheck') {
            $state.$setting = $this.$setting
        }
        $state.Ensure = $found.Ensure
        $state.Verdict = $found.Verdict
        $state.Reasons = $found.Reasons
        return $state
    }

    # True if the server is ready for the service, or has nothing of it left.
    [bool] Test() {
        return $this.Read().IsDesired
    }

    # Carries out what is missing. Fails if the server is not as it should be afterwards, unless a restart is what it waits for.
    [void] Set() {
        $parameters = $this.PlanParameters()
        $done = $null
        try { $done = Invoke-DsrPlan @parameters -PassThru -Confirm:$false }
        catch {
            # Nothing is put on an adapter that waits for a restart, which may remove it.
            if ($_.FullyQualifiedErrorId -notlike 'PlanRefused,*' -or -not (@($this.Plan().Refusals) -match '^H04:')) { throw }
            $this.AskForRestart()
            return
        }
        if ($done.RestartNeeded) {
            $this.AskForRestart()
            return
        }
        $found = $this.Read()
        if ($found.IsDesired) { return }
        if ($found.WaitsForRestart) {
            $this.AskForRestart()
            return
        }
        throw "$($done.ComputerName) is not as it should be: $(@($found.Reasons | ForEach-Object { $_.Phrase }) -join ' ')"
    }

    # The services whose addresses are on this server's loopbacks now, each as a resource of its own.
    static [DsrServer[]] Export() {
        $rules = @(Get-DsrFirewallRule -ErrorAction Stop)
        $all = foreach ($address in @(Get-DsrLoopback -ErrorAction Stop | ForEach-Object { $_.VirtualIPAddress })) {
            $resource = [DsrServer]::new()
            $resource.Name = $address
            $resource.VirtualIPAddress = $address
            $resource.Port = @($rules | Where-Object { $_.VirtualIPAddress -contains $address -and $_.Port } | ForEach-Object { $_.Port } | Sort-Object -Unique)
            $resource.Get()
        }
        return @($all)
    }

    # The changes that are missing.
    hidden [object] Plan() {
        $parameters = $this.PlanParameters()
        return Get-DsrPlan @parameters
    }

    # What is so, and whether it is what is wanted.
    hidden [object] Read() {
        $parameters = $this.ServiceParameters()
        $removal = Get-DsrPlan @parameters -Removal
        if ($this.Strict) { $parameters.Strict = $true }
        if ($this.ExcludeCheck) { $parameters.ExcludeCheck = $this.ExcludeCheck }
        $judged = Test-DsrReadiness @parameters

        $why = if ($this.Ensure -eq [DsrEnsure]::Absent) {
            if ($removal.IsRefused) { $removal.Refusals | ForEach-Object { $this.Reason(($_ -split ': ')[0], ($_ -split ': ', 2)[1]) } }
            $removal.Changes | ForEach-Object { $this.Reason($_.CheckId, "Still to do: $($_.Text)") }

            # A plan removes the rules that it sees: where none can be seen, some may be left.
            $unread = $null
            $null = Get-DsrFirewallRule -ErrorAction SilentlyContinue -ErrorVariable unread
            $unread | ForEach-Object { $this.Reason('W01', "$_ $($_.ErrorDetails.RecommendedAction)".Trim()) }
        }
        elseif ("$($judged.Verdict)" -ne 'Ready') {
            $counts = if ($this.Strict) { 'Error', 'Warning' } else { , 'Error' }
            foreach ($result in @($judged.Results | Where-Object { "$($_.Outcome)" -in 'Failed', 'Unknown' -and "$($_.Severity)" -in $counts })) {
                $this.Reason($result.Id, "$($result.Name): $($result.Reason) $($result.Recommendation)`n$($result.Command)".Trim())
            }
        }

        return [pscustomobject]@{
            Ensure          = if ($removal.IsRefused -or $removal.Changes.Count -gt 0) { [DsrEnsure]::Present } else { [DsrEnsure]::Absent }
            Verdict         = "$($judged.Verdict)"
            IsDesired       = if ($this.Ensure -eq [DsrEnsure]::Absent) { @($why).Count -eq 0 } else { "$($judged.Verdict)" -eq 'Ready' }
            Reasons         = [DsrReason[]] @($why)
            WaitsForRestart = @($judged.Results | Where-Object { $_.Id -eq 'H04' -and "$($_.Outcome)" -eq 'Failed' }).Count -gt 0
        }
    }

    hidden [hashtable] ServiceParameters() {
        $parameters = @{ VirtualIPAddress = $this.VirtualIPAddress; ErrorAction = 'Stop' }
        foreach ($setting in 'Port', 'Balancer', 'ClientAddress') {
            if (@($this.$setting).Count -gt 0 -and $null -ne $this.$setting) { $parameters[$setting] = $this.$setting } # A blank in a list is refused, not passed over.
        }
        foreach ($setting in 'Probe', 'InterfaceAlias') {
            if ($this.$setting) { $parameters[$setting] = $this.$setting }
        }
        if ($this.Environment -ne [DsrServerEnvironment]::Recognised) { $parameters.Environment = "$($this.Environment)" }
        if ($this.UdpAnswer -ne [DsrServerUdpAnswer]::Unknown) { $parameters.UdpAnswer = "$($this.UdpAnswer)" }
        return $parameters
    }

    hidden [hashtable] PlanParameters() {
        $parameters = $this.ServiceParameters()
        if ($this.LoopbackAlias) { $parameters.LoopbackAlias = $this.LoopbackAlias }
        if ($this.Ensure -eq [DsrEnsure]::Absent) { $parameters.Removal = $true }
        return $parameters
    }

    hidden [DsrReason] Reason([string] $Id, [string] $Text) {
        $reason = [DsrReason]::new()
        $reason.Code = "DsrServer:DsrServer:$Id"
        $reason.Phrase = $Text
        return $reason
    }

    hidden [void] AskForRestart() {
        Set-Variable -Name DSCMachineStatus -Scope Global -Value 1
    }
}
