BeforeDiscovery {
    $members = Get-Content "$PSScriptRoot/MiMembers.txt" | ForEach-Object {
        $type, $kind, $rest = $_ -split ' ', 3
        @{ Member = $_; Type = $type; Kind = $kind; Rest = $rest }
    }
}

# What the module refers to in the package that it was compiled against: here each member is looked up in the assembly that this PowerShell brings.
Describe 'Microsoft.Management.Infrastructure' {
    BeforeAll { $assembly = [Microsoft.Management.Infrastructure.CimSession].Assembly }

    It 'has <Member>' -ForEach $members {
        $found = $assembly.GetType($Type, $true)
        switch ($Kind) {
            'value' {
                $name, $number = $Rest -split ' = '
                [long][enum]::Parse($found, $name) | Should -Be $number
            }
            'property' { $found.GetMember($Rest) | Should -Not -BeNullOrEmpty }
            'method' {
                $name, $parameters = $Rest.TrimEnd(')') -split '\(', 2
                $methods = if ($name -eq 'new') { $found.GetConstructors() } else { $found.GetMethods() | Where-Object Name -CEQ $name }
                $methods | ForEach-Object { $_.GetParameters().ParameterType.Name -join ', ' } | Should -Contain $parameters
            }
        }
    }
}
