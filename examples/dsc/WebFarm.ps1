# A configuration for a farm, from the list that the other examples use. Compile it in Windows PowerShell 5.1, with both modules installed there and on the nodes:
#   . ./WebFarm.ps1; WebFarm -List ../farm.csv -OutputPath ./mof
configuration WebFarm {
    param(
        [Parameter(Mandatory)]
        [string] $List
    )

    Import-DscResource -ModuleName DsrReadiness.Dsc

    foreach ($server in Import-Csv -LiteralPath $List) {
        node $server.ComputerName {
            DsrServer Web {
                Name             = 'web'
                VirtualIPAddress = $server.VirtualIPAddress
                Port             = $server.Port
                Balancer         = $server.Balancer
            }

            # A restart that the server needs is left to its maintenance window: it would take the server from the balancer.
            LocalConfigurationManager {
                ConfigurationMode  = 'ApplyAndMonitor'
                RebootNodeIfNeeded = $false
            }
        }
    }
}
