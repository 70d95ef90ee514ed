BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $build = "$PSScriptRoot/../build.ps1"
    $version = (Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1").ModuleVersion

    function Get-ZipEntry([string] $Path) {
        $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
        try { $zip.Entries | ForEach-Object { [pscustomobject]@{ Name = $_.FullName; Time = $_.LastWriteTime.DateTime; Length = $_.Length } } }
        finally { $zip.Dispose() }
    }

    function Get-ZipText([string] $Path, [string] $Name) {
        $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
        try {
            $reader = [System.IO.StreamReader]::new($zip.GetEntry($Name).Open())
            $reader.ReadToEnd()
            $reader.Dispose()
        }
        finally { $zip.Dispose() }
    }
}

Describe 'build.ps1 -Task Package' {
    BeforeAll {
        $null = Invoke-PowerShell -File $build -Task Package -NoBuild -Configuration Debug -Output "$TestDrive/one"
        $null = Invoke-PowerShell -File $build -Task Package -NoBuild -Configuration Debug -Output "$TestDrive/two"
        $package = "$TestDrive/one/DsrReadiness.$version.nupkg"
        $zip = "$TestDrive/one/DsrReadiness-$version.zip"
        $folder = "$TestDrive/one/DsrReadiness"
    }

    It 'makes the same bytes every time' {
        $made = "DsrReadiness.$version.nupkg", "DsrReadiness.Dsc.$version.nupkg", "DsrReadiness.Console.$version.nupkg", "DsrReadiness-$version.zip", "DsrReadiness-$version.cdx.json", 'SHA256SUMS'
        (Get-ChildItem "$TestDrive/one" -File).Name | Sort-Object | Should -Be ($made | Sort-Object)
        foreach ($file in $made) {
            (Get-FileHash "$TestDrive/one/$file").Hash | Should -Be (Get-FileHash "$TestDrive/two/$file").Hash
        }
    }

    It 'writes the sums of what it made' {
        $sums = Get-Content "$TestDrive/one/SHA256SUMS"
        $sums | Should -HaveCount 5
        foreach ($sum in $sums) {
            $hash, $file = $sum -split '  '
            (Get-FileHash "$TestDrive/one/$file").Hash | Should -Be $hash
        }
    }

    It 'puts the same files into folder, zip and package, with one time and in one order' {
        $examples = [string[]]@(git -C "$PSScriptRoot/.." ls-files examples)
        $examples.Count | Should -BeGreaterThan 10
        [array]::Sort($examples, [System.StringComparer]::Ordinal)
        $files = [string[]]@(Get-ChildItem $folder -Recurse -File | ForEach-Object { $_.FullName.Substring((Get-Item $folder).FullName.Length + 1).Replace('\', '/') })
        [array]::Sort($files, [System.StringComparer]::Ordinal)
        $files | Should -Contain 'en-US/DsrReadiness.dll-Help.xml'
        $files | Should -Contain 'Compliance/DsrReadiness.Compliance.ps1'
        $files | Where-Object { $_ -like 'examples/*' } | Should -Be $examples
        (Get-ZipEntry $zip).Name | Where-Object { $_ -like 'DsrReadiness/*' } | Should -Be ($files | ForEach-Object { "DsrReadiness/$_" })
        (Get-ZipEntry $zip).Name | Where-Object { $_ -notlike 'DsrReadiness/*' } | Should -BeLike 'DsrReadiness.Dsc/*'
        $entries = Get-ZipEntry $package
        $entries.Name | Where-Object { $_ -in $files } | Should -Be $files
        $entries.Name | Where-Object { $_ -notin $files } | Should -Be 'DsrReadiness.nuspec', '[Content_Types].xml', '_rels/.rels'
        $entries.Time | Sort-Object -Unique | Should -Be ([datetime]::new(1980, 1, 1))
    }

    It 'brings no assembly along but the module''s own' {
        (Get-ChildItem $folder -Recurse -Filter *.dll).Name | ForEach-Object { $_ | Should -BeLike 'DsrReadiness*.dll' }
    }

    It 'tells the gallery what the manifest says' {
        $manifest = Import-PowerShellDataFile "$folder/DsrReadiness.psd1"
        $archive = [System.IO.Compression.ZipFile]::OpenRead($package)
        try {
            $reader = [System.IO.StreamReader]::new($archive.GetEntry('DsrReadiness.nuspec').Open())
            $metadata = ([xml] $reader.ReadToEnd()).package.metadata
            $reader.Dispose()
            $types = [System.IO.StreamReader]::new($archive.GetEntry('[Content_Types].xml').Open())
            $known = [xml] $types.ReadToEnd()
            $types.Dispose()
        }
        finally { $archive.Dispose() }
        $metadata.id | Should -Be 'DsrReadiness'
        $metadata.version | Should -Be $version
        $metadata.description | Should -Be $manifest.Description
        $metadata.projectUrl | Should -Be $manifest.PrivateData.PSData.ProjectUri
        $metadata.licenseUrl | Should -Be $manifest.PrivateData.PSData.LicenseUri
        $metadata.iconUrl | Should -Be $manifest.PrivateData.PSData.IconUri
        $metadata.releaseNotes | Should -Be $manifest.PrivateData.PSData.ReleaseNotes
        $tags = $metadata.tags -split ' '
        $tags | Should -Contain 'PSModule'
        foreach ($cmdlet in $manifest.CmdletsToExport) { $tags | Should -Contain "PSCmdlet_$cmdlet" }
        foreach ($entry in (Get-ZipEntry $package).Name | Where-Object { $_ -ne '[Content_Types].xml' }) {
            $extension = [System.IO.Path]::GetExtension($entry).TrimStart('.')
            $names = if ($extension) { $known.Types.Default.Extension } else { $known.Types.Override.PartName }
            $names | Should -Contain $(if ($extension) { $extension } else { "/$entry" })
        }
    }

    It 'is a package as the format has it' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Add-Type -AssemblyName System.IO.Packaging
        $files = (Get-ZipEntry $package).Count
        $opened = [System.IO.Packaging.Package]::Open($package, 'Open', 'Read')
        try {
            ($opened.GetParts() | Measure-Object).Count | Should -Be ($files - 1)
            $relation = $opened.GetRelationshipsByType('http://schemas.microsoft.com/packaging/2010/07/manifest')
            "$($relation.TargetUri)" | Should -Be '/DsrReadiness.nuspec'
        }
        finally { $opened.Close() }
    }

    It 'makes a tool that can be installed, and tells what the packages hold' {
        $entries = Get-ZipEntry "$TestDrive/one/DsrReadiness.Console.$version.nupkg"
        $entries.Name | Should -Contain 'tools/net10.0/any/DotnetToolSettings.xml'
        $entries.Time | Sort-Object -Unique | Should -Be ([datetime]::new(1980, 1, 1))

        $bill = Get-Content "$TestDrive/one/DsrReadiness-$version.cdx.json" -Raw | ConvertFrom-Json
        "$($bill.bomFormat) $($bill.metadata.component.version)" | Should -Be "CycloneDX $version"
        ($bill.components | Where-Object type -EQ file).name | Should -Be (Get-ZipEntry $zip).Name
        $main = $bill.components | Where-Object name -EQ 'DsrReadiness/bin/DsrReadiness.dll'
        $main.hashes[0].content | Should -Be (Get-FileHash "$folder/bin/DsrReadiness.dll").Hash
    }

    It 'names what the tool brings along, with its license and its hash, in the bill and in the package' {
        $package = "$TestDrive/one/DsrReadiness.Console.$version.nupkg"
        $libraries = (Get-Content "$TestDrive/one/DsrReadiness-$version.cdx.json" -Raw | ConvertFrom-Json).components | Where-Object type -EQ library
        $brought = (Get-ZipEntry $package).Name | Where-Object { $_ -like '*.dll' } | ForEach-Object { [System.IO.Path]::GetFileNameWithoutExtension($_) } |
            Where-Object { $_ -notlike 'DsrReadiness*' -and $_ -ne 'dsr' } | Sort-Object -Unique
        $libraries.name | Sort-Object | Should -Be $brought
        $libraries | ForEach-Object { "$($_.licenses.expression) $($_.hashes.alg) $($_.hashes.content.Length)" } | Should -Be 'MIT SHA-512 128'

        $notices = Get-ZipText $package 'THIRD-PARTY-NOTICES.txt'
        $libraries.name | ForEach-Object { $notices | Should -BeLike "*$_*" }
        $notices | Should -BeLike '*Permission is hereby granted, free of charge*'
        Get-ZipText $package 'LICENSE' | Should -Be (Get-Content "$PSScriptRoot/../LICENSE" -Raw)
    }

    It 'shows the tool to people who look for it' {
        $package = "$TestDrive/one/DsrReadiness.Console.$version.nupkg"
        $metadata = ([xml] (Get-ZipText $package 'DsrReadiness.Console.nuspec')).package.metadata
        $metadata.projectUrl | Should -Be (Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1").PrivateData.PSData.ProjectUri
        (Get-ZipEntry $package).Name | Should -Contain $metadata.icon
        # Where it is shown, a link into the clone leads nowhere.
        Get-ZipText $package $metadata.readme | Should -Not -Match '\]\((?!https://)'
    }

    It 'tells the gallery of the resource, and of the module that it needs' {
        $package = "$TestDrive/one/DsrReadiness.Dsc.$version.nupkg"
        $metadata = ([xml] (Get-ZipText $package 'DsrReadiness.Dsc.nuspec')).package.metadata
        (Get-ZipEntry $package).Name | Should -Contain 'DsrReadiness.Dsc.psm1'
        $metadata.id | Should -Be 'DsrReadiness.Dsc'
        $module = (Import-PowerShellDataFile "$PSScriptRoot/../DsrReadiness.psd1").PrivateData.PSData
        $metadata.projectUrl, $metadata.licenseUrl, $metadata.iconUrl | Should -Be ($module.ProjectUri, $module.LicenseUri, $module.IconUri)
        $metadata.tags -split ' ' | Should -Contain 'PSDscResource_DsrServer'
        $metadata.dependencies.dependency.id | Should -Be 'DsrReadiness'
        $metadata.dependencies.dependency.version | Should -Be $version
    }

    It 'puts the notes of the release into the manifest' {
        $notes = (Import-PowerShellDataFile "$folder/DsrReadiness.psd1").PrivateData.PSData.ReleaseNotes
        $notes | Should -BeLike '*### Added*'
        $links = [regex]::Matches($notes, '\]\(([^)]*)\)') | ForEach-Object { $_.Groups[1].Value }
        $links.Count | Should -BeGreaterThan 10
        $links | ForEach-Object { $_ | Should -BeLike "https://*/blob/v$version/*" }
        $notes | Should -Not -BeLike '*## Unreleased*'
        Test-ModuleManifest "$folder/DsrReadiness.psd1" -ErrorAction Stop | Should -Not -BeNullOrEmpty
    }

    It 'makes a folder that works on its own' {
        $written = Invoke-PowerShell -Command "Import-Module '$folder/DsrReadiness.psd1'; (Get-Module DsrReadiness).ModuleBase; (Get-Command -Module DsrReadiness).Count; (Get-Help Test-DsrReadiness).Synopsis; New-DsrLab -Shape Ready | Test-DsrReadiness -Quiet"
        $written[0] | Should -Be (Get-Item $folder).FullName
        $written[1] | Should -Be (Import-PowerShellDataFile "$folder/DsrReadiness.psd1").CmdletsToExport.Count
        $written[2] | Should -BeLike 'Judges whether*'
        $written[3] | Should -Be 'True'
    }

    It 'has every script where the module and its pages say that it is, and in the same place as a clone' {
        $script = "Import-Module '$folder/DsrReadiness.psd1'; try { Test-DsrReadiness 192.0.2.10 -ErrorAction Stop } catch { `$_.ErrorDetails.RecommendedAction }; (Get-Help about_DsrReadiness) -join '' -replace '\s+', ' '"
        $advice, $about = Invoke-PowerShell -Command $script
        foreach ($text in @($about) + @(if (-not ($env:OS -eq 'Windows_NT')) { $advice })) { $text | Should -BeLike '*Save-DsrSnapshot.ps1*folder*examples*' }
        foreach ($file in 'examples/Save-DsrSnapshot.ps1', 'examples/Set-DsrServer.ps1') {
            "$folder/$file" | Should -Exist
            "$PSScriptRoot/../$file" | Should -Exist
        }
    }

    It 'has examples that run from there' {
        Invoke-PowerShell -File "$folder/examples/Invoke-FarmRunbook.ps1" | Out-String | Should -BeLike '*Better or worse than before: 0*'
    }

    Context 'When a release is published' {
        BeforeAll {
            # What a release looks at, with a change log that has its part.
            $clone = New-Item -ItemType Directory "$TestDrive/release/.ci"
            Copy-Item "$PSScriptRoot/../.ci/Publish-Release.ps1" $clone
            Copy-Item "$PSScriptRoot/../DsrReadiness.psd1" $clone.Parent
            $log = "$($clone.Parent)/CHANGELOG.md"
            "# Changelog`n`n## $version - 2026-12-01`n" | Set-Content $log
            $gallery, $nuget = 'gallery', 'nuget' | ForEach-Object { (New-Item -ItemType Directory "$TestDrive/$_").FullName }

            function Publish([hashtable] $More = @{}) {
                $all = @{ Tag = "v$version"; Folder = "$TestDrive/one"; Gallery = $gallery; NuGet = $nuget }
                foreach ($key in $More.Keys) { $all[$key] = $More[$key] }
                & "$clone/Publish-Release.ps1" @all *>&1 | Out-String
            }
        }

        It 'publishes nothing where the tag, the change log or a package are not of this version' {
            { Publish @{ Tag = 'v9.9.9' } } | Should -Throw "The tag is v9.9.9, and the version*$version*"
            { Publish @{ Folder = "$TestDrive/none" } } | Should -Throw '*build.ps1 -Task Package*'
            $whole = Get-Content $log -Raw
            "# Changelog`n`n## Unreleased`n" | Set-Content $log
            { Publish } | Should -Throw "CHANGELOG.md has no part '## $version - *"
            $whole | Set-Content $log
            Copy-Item "$TestDrive/one" "$TestDrive/changed" -Recurse
            Add-Content "$TestDrive/changed/DsrReadiness.$version.nupkg" 'x'
            { Publish @{ Folder = "$TestDrive/changed" } } | Should -Throw "DsrReadiness.$version.nupkg is not what SHA256SUMS says*"
            Get-ChildItem $gallery, $nuget | Should -BeNullOrEmpty
        }

        It 'shows with -WhatIf what goes where' {
            $null = Publish @{ WhatIf = $true }
            Get-ChildItem $gallery, $nuget | Should -BeNullOrEmpty
        }

        It 'needs a key for a feed on the network, before it is asked' {
            { Publish @{ Gallery = 'https://feed.invalid/' } } | Should -Throw '*GALLERY_API_KEY is missing*'
        }

        It 'publishes both modules to one feed and the program to the other, again if need be' {
            foreach ($time in 1, 2) { $null = Publish }
            (Get-ChildItem $gallery -Recurse -Filter *.nupkg).Name | Sort-Object | Should -Be ("DsrReadiness.$version.nupkg", "DsrReadiness.Dsc.$version.nupkg" | Sort-Object)
            (Get-ChildItem $nuget -Recurse -Filter *.nupkg).Name | Should -Be "DsrReadiness.Console.$version.nupkg"
        }
    }
}

Describe 'build.ps1' {
    It 'installs the module where it is told to, again and again' {
        foreach ($time in 1, 2) { $null = Invoke-PowerShell -File $build -Task Install -NoBuild -Output "$TestDrive/out" -ModulePath "$TestDrive/modules" }
        $LASTEXITCODE | Should -Be 0
        Get-ChildItem "$TestDrive/modules/DsrReadiness/$version" | Select-Object -ExpandProperty Name | Should -Contain 'DsrReadiness.psd1'
        Get-ChildItem "$TestDrive/modules/DsrReadiness.Dsc/$version" | Select-Object -ExpandProperty Name | Should -Contain 'DsrReadiness.Dsc.psd1'
        $found = Invoke-PowerShell -Command "`$env:PSModulePath = '$TestDrive/modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; (New-DsrLab WEB01).ComputerName"
        $found | Should -Be 'WEB01'
    }

    It 'stops at the first program that fails' -Skip:($env:OS -eq 'Windows_NT') {
        $null = New-Item -ItemType Directory "$TestDrive/fake"
        "#!/bin/sh`necho `"`$1`" >> '$TestDrive/calls'`nexit 3" | Set-Content "$TestDrive/fake/dotnet"
        chmod +x "$TestDrive/fake/dotnet"
        $path = $env:PATH
        try {
            $env:PATH = "$TestDrive/fake" + [System.IO.Path]::PathSeparator + $path
            $written = Invoke-PowerShell -File $build -Task Package -Output "$TestDrive/none" 2>&1
        }
        finally { $env:PATH = $path }
        $LASTEXITCODE | Should -Not -Be 0
        "$written" | Should -BeLike '*dotnet build failed with exit code 3*'
        Get-Content "$TestDrive/calls" | Should -Be 'build'
        "$TestDrive/none" | Should -Not -Exist
    }

    Context 'In PowerShell as a .NET tool' {
        BeforeDiscovery {
            # One that brings its own .NET cannot be run by dotnet.
            $runtime = "$PSHOME/pwsh.runtimeconfig.json"
            $canBeTool = (Get-Command dotnet -ErrorAction SilentlyContinue) -and (Test-Path $runtime) -and (Get-Content $runtime -Raw) -match '"frameworks?":'
        }

        It 'runs the Pester tests in this PowerShell' -Skip:(-not $canBeTool) {
            $clone = New-Item -ItemType Directory "$TestDrive/clone/.ci"
            Copy-Item $build, "$PSScriptRoot/../DsrReadiness.psd1" $clone.Parent
            '$PSHOME, (Get-Process -Id $PID).ProcessName | Set-Content ran' | Set-Content "$clone/Invoke-Pester.ps1"
            $written = & dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -File "$($clone.Parent)/build.ps1" -Task Pester 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$written"
            Get-Content "$($clone.Parent)/ran" | Should -Be $PSHOME, 'dotnet'
        }
    }

    It 'is written for Windows PowerShell 5.1 too' {
        $tokens = $errors = $null
        $ast = [System.Management.Automation.Language.Parser]::ParseFile((Resolve-Path $build).Path, [ref] $tokens, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $kinds = $tokens.Kind | ForEach-Object { "$_" } | Sort-Object -Unique
        foreach ($new in 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionMark', 'AndAnd', 'OrOr') { $kinds | Should -Not -Contain $new }
        $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.TernaryExpressionAst] }, $true) | Should -BeNullOrEmpty
    }
}
