<#
.SYNOPSIS
    Builds, tests, packages and installs the module.

.DESCRIPTION
    Build     builds everything; the clone is then a module folder that can be imported.
    Test      runs all tests, those of the module in the PowerShell and the Pester that they bring along.
    Pester    runs the tests of the module in this PowerShell, which may be Windows PowerShell. Needs Pester 5 or later.
    Package   makes the folders of the module and of DsrReadiness.Dsc, a zip of both, a nupkg of each for the PowerShell Gallery, one of dsr as .NET tool, a bill of
              materials (CycloneDX), and the SHA256 sums of all.
    Install   puts both folders where this PowerShell finds them for the current user.

    Tasks run in this order, whatever the order in which they are given, and the first that fails ends the script with an exit code that is not 0.
    The same commit makes the same package, byte for byte, wherever it is built.

.EXAMPLE
    ./build.ps1
    Builds and tests.

.EXAMPLE
    ./build.ps1 -Task Package
    Makes the package in the folder artifacts.

.EXAMPLE
    ./build.ps1 -Task Install
    Builds the module and installs it for the current user.
#>
[CmdletBinding()]
param(
    # What to do. Package and Install build first, unless -NoBuild is given.
    [ValidateSet('Build', 'Test', 'Pester', 'Package', 'Install')]
    [string[]] $Task = @('Build', 'Test'),

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Where the package goes.
    [string] $Output = (Join-Path $PSScriptRoot 'artifacts'),

    # The folder of modules into which the module is installed. Without it, that of the current user for this PowerShell.
    [string] $ModulePath,

    # Takes what was built before.
    [switch] $NoBuild
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$name = 'DsrReadiness'
$companion = 'DsrReadiness.Dsc'

# Runs a program, and ends everything if it fails.
function Invoke-Program([string] $Program, [string[]] $Arguments) {
    Write-Host "> $Program $Arguments"
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Arguments[0]) failed with exit code $LASTEXITCODE." }
}

# Runs this PowerShell once more. As a .NET tool, PowerShell is a file that dotnet runs.
function Invoke-PowerShell([string[]] $Arguments) {
    $program = (Get-Process -Id $PID).Path
    $before = if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
    Invoke-Program $program (@($before | Where-Object { $_ }) + @('-NoProfile', '-NonInteractive') + $Arguments)
}

# The notes of a version: its part of the change log, or that of the version to come.
function Get-ReleaseNote([string] $Version) {
    $parts = (Get-Content -LiteralPath (Join-Path $PSScriptRoot 'CHANGELOG.md') -Raw -Encoding UTF8) -split '(?m)^## '
    $part = $parts | Where-Object { $_ -match "^$([regex]::Escape($Version))\b" } | Select-Object -First 1
    if (-not $part) { $part = $parts | Where-Object { $_ -match '^Unreleased\b' } | Select-Object -First 1 }
    if (-not $part) { throw "CHANGELOG.md has nothing about $Version." }
    $project = (Import-PowerShellDataFile -LiteralPath (Join-Path $PSScriptRoot "$name.psd1")).PrivateData.PSData.ProjectUri
    # In the gallery a link leads nowhere that leads into the clone.
    (($part -replace '^[^\n]*\n').Trim() -replace "`r`n", "`n") -replace '\]\((?!https?:)', "]($project/blob/v$Version/"
}

# Writes a text file that is the same on every system.
function Write-Text([string] $Path, [string] $Text) {
    [System.IO.File]::WriteAllText($Path, ($Text -replace "`r`n", "`n"), (New-Object System.Text.UTF8Encoding $false))
}

# Writes a manifest with the notes of the release in it.
function Write-Manifest([string] $Source, [string] $Target, [string] $Version) {
    $manifest = Get-Content -LiteralPath $Source -Raw -Encoding UTF8
    $place = "ReleaseNotes = 'See CHANGELOG.md.'"
    if (-not $manifest.Contains($place)) { throw "$Source has no place for the notes of the release: $place" }
    $notes = (Get-ReleaseNote $Version) -replace "'", "''"
    Write-Text $Target $manifest.Replace($place, "ReleaseNotes = '$notes'")
}

# Makes the module folder: nothing but what the module needs.
function New-ModuleFolder([string] $Folder, [string] $Version) {
    if (Test-Path -LiteralPath $Folder) { Remove-Item -LiteralPath $Folder -Recurse -Force }
    $null = New-Item -ItemType Directory -Path (Join-Path $Folder 'bin'), (Join-Path $Folder 'en-US')
    Copy-Item -Path (Join-Path $PSScriptRoot "bin/$name*.dll"), (Join-Path $PSScriptRoot "bin/$name*.ps1xml"), (Join-Path $PSScriptRoot "bin/$name*.psd1") -Destination (Join-Path $Folder 'bin')
    Copy-Item -Path (Join-Path $PSScriptRoot "en-US/$name.dll-Help.xml"), (Join-Path $PSScriptRoot "en-US/about_$name.help.txt") -Destination (Join-Path $Folder 'en-US')
    Copy-Item -LiteralPath (Join-Path $PSScriptRoot 'Pester/Compliance'), (Join-Path $PSScriptRoot 'examples') -Destination $Folder -Recurse
    Copy-Item -LiteralPath (Join-Path $PSScriptRoot 'LICENSE'), (Join-Path $PSScriptRoot 'CHANGELOG.md') -Destination $Folder
    Write-Manifest (Join-Path $PSScriptRoot "$name.psd1") (Join-Path $Folder "$name.psd1") $Version
}

# Makes the folder of the companion module, which is what its source folder is.
function New-CompanionFolder([string] $Folder, [string] $Version) {
    if (Test-Path -LiteralPath $Folder) { Remove-Item -LiteralPath $Folder -Recurse -Force }
    Copy-Item -LiteralPath (Join-Path $PSScriptRoot "src/$companion") -Destination $Folder -Recurse
    Copy-Item -LiteralPath (Join-Path $PSScriptRoot 'LICENSE') -Destination $Folder
    Write-Manifest (Join-Path $PSScriptRoot "src/$companion/$companion.psd1") (Join-Path $Folder "$companion.psd1") $Version
}

# The files of a folder by their path in it, in an order that depends on nothing.
function Get-FolderFile([string] $Folder) {
    $root = (Resolve-Path -LiteralPath $Folder).ProviderPath
    $files = New-Object 'System.Collections.Generic.SortedDictionary[string,string]' ([System.StringComparer]::Ordinal)
    Get-ChildItem -LiteralPath $root -Recurse -File -Force | ForEach-Object { $files[$_.FullName.Substring($root.Length + 1).Replace('\', '/')] = $_.FullName }
    $files
}

# Writes a zip whose bytes depend on its files alone.
function Write-Zip([string] $Path, $Files) {
    Add-Type -AssemblyName System.IO.Compression
    $time = New-Object System.DateTimeOffset 1980, 1, 1, 0, 0, 0, ([timespan]::Zero)
    $stream = [System.IO.File]::Create($Path)
    try {
        $archive = New-Object System.IO.Compression.ZipArchive $stream, ([System.IO.Compression.ZipArchiveMode]::Create)
        try {
            foreach ($entryName in $Files.Keys) {
                $entry = $archive.CreateEntry($entryName, [System.IO.Compression.CompressionLevel]::Optimal)
                $entry.LastWriteTime = $time
                $target = $entry.Open()
                try {
                    $source = [System.IO.File]::OpenRead($Files[$entryName])
                    try { $source.CopyTo($target) } finally { $source.Dispose() }
                }
                finally { $target.Dispose() }
            }
        }
        finally { $archive.Dispose() }
    }
    finally { $stream.Dispose() }
}

# What the gallery shows and finds the module by.
function Get-Nuspec([string] $Id, $Manifest, [string] $Version) {
    $escape = { param($Text) [System.Security.SecurityElement]::Escape($Text) }
    $data = $Manifest.PrivateData.PSData
    $tags = @($data.Tags) + 'PSModule'
    if ($Manifest.CmdletsToExport) { $tags += @('PSIncludes_Cmdlet') + @($Manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }) }
    if ($Manifest.ContainsKey('DscResourcesToExport')) { $tags += @('PSIncludes_DscResource') + @($Manifest.DscResourcesToExport | ForEach-Object { "PSDscResource_$_" }) }
    $required = if ($Manifest.ContainsKey('RequiredModules')) { $Manifest.RequiredModules } else { @() }
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">'
        '  <metadata>'
        "    <id>$Id</id>"
        "    <version>$Version</version>"
        "    <authors>$(& $escape $Manifest.Author)</authors>"
        "    <owners>$(& $escape $Manifest.CompanyName)</owners>"
        '    <requireLicenseAcceptance>false</requireLicenseAcceptance>'
        foreach ($address in 'project', 'license', 'icon') {
            if ($data.ContainsKey("${address}Uri")) { "    <${address}Url>$(& $escape $data."${address}Uri")</${address}Url>" }
        }
        "    <description>$(& $escape $Manifest.Description)</description>"
        "    <releaseNotes>$(& $escape $data.ReleaseNotes)</releaseNotes>"
        "    <copyright>$(& $escape $Manifest.Copyright)</copyright>"
        "    <tags>$(& $escape ($tags -join ' '))</tags>"
        if ($required) {
            '    <dependencies>'
            $required | ForEach-Object { "      <dependency id=`"$($_.ModuleName)`" version=`"$($_.ModuleVersion)`" />" }
            '    </dependencies>'
        }
        '  </metadata>'
        '</package>'
        ''
    ) -join "`n"
}

# The parts of the package format beside the module's own files.
function Write-PackagePart([string] $Folder, [string] $Id, $Files, [string] $Nuspec) {
    $extensions = @($Files.Keys | ForEach-Object { [System.IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ }) + 'nuspec' | Sort-Object -Unique
    $types = @('<?xml version="1.0" encoding="utf-8"?>', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">')
    $types += '  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
    $types += $extensions | ForEach-Object { "  <Default Extension=`"$_`" ContentType=`"application/octet`" />" }
    $types += $Files.Keys | Where-Object { -not [System.IO.Path]::GetExtension($_) } | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet`" />" }
    $relations = @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        "  <Relationship Type=`"http://schemas.microsoft.com/packaging/2010/07/manifest`" Target=`"/$Id.nuspec`" Id=`"R1`" />"
        '</Relationships>'
        ''
    )
    $null = New-Item -ItemType Directory -Path (Join-Path $Folder '_rels')
    Write-Text (Join-Path $Folder '[Content_Types].xml') (($types + '</Types>' + '') -join "`n")
    Write-Text (Join-Path $Folder '_rels/.rels') ($relations -join "`n")
    Write-Text (Join-Path $Folder "$Id.nuspec") $Nuspec
}

# Makes the package of a module folder for the gallery.
function Write-Nupkg([string] $Path, [string] $Id, [string] $Module, [string] $Version) {
    $files = Get-FolderFile $Module
    $parts = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item -ItemType Directory -Path $parts
    try {
        Write-PackagePart $parts $Id $files (Get-Nuspec $Id (Import-PowerShellDataFile -LiteralPath (Join-Path $Module "$Id.psd1")) $Version)
        $more = Get-FolderFile $parts
        foreach ($file in $more.Keys) { $files[$file] = $more[$file] }
        Write-Zip $Path $files
    }
    finally { Remove-Item -LiteralPath $parts -Recurse -Force }
}

# Makes the package of dsr as .NET tool, and sets the times of its entries, which dotnet pack takes from the clock.
function Write-ToolPackage([string] $Path) {
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    $work = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    try {
        $arguments = 'pack', 'src/DsrReadiness.Console', '--no-build', '--configuration', $Configuration, '--output', $work, '-p:ContinuousIntegrationBuild=true'
        Invoke-Program dotnet $arguments | Out-Host
        $parts = Join-Path $work 'parts'
        [System.IO.Compression.ZipFile]::ExtractToDirectory((Get-ChildItem -LiteralPath $work -Filter *.nupkg).FullName, $parts)
        Write-Zip $Path (Get-FolderFile $parts)
    }
    finally { if (Test-Path -LiteralPath $work) { Remove-Item -LiteralPath $work -Recurse -Force } }
}

# The packages that the tool brings along, each with its license and the hash of what was restored. The modules bring none.
function Get-ToolLibrary {
    $cache = (& dotnet nuget locals global-packages --list) -replace '^.*global-packages:\s*'
    $shipped = Get-Content -LiteralPath (Join-Path $PSScriptRoot "src/$name.Console/bin/$Configuration/net10.0/dsr.deps.json") -Raw -Encoding UTF8 | ConvertFrom-Json
    foreach ($library in $shipped.libraries.PSObject.Properties | Where-Object { $_.Value.type -eq 'package' }) {
        $id, $resolved = $library.Name -split '/'
        $folder = Join-Path $cache $library.Value.path
        [xml] $nuspec = Get-Content -LiteralPath (Join-Path $folder "$($id.ToLowerInvariant()).nuspec") -Raw -Encoding UTF8
        $license = $nuspec.package.metadata.license
        if ($license.type -ne 'expression') { throw "$id does not name its license by an expression: see its page, and add the text to src/$name.Console/THIRD-PARTY-NOTICES.txt." }
        $hash = (Get-FileHash -LiteralPath (Join-Path $folder "$($id.ToLowerInvariant()).$resolved.nupkg") -Algorithm SHA512).Hash.ToLowerInvariant()
        [ordered] @{
            type = 'library'; name = $id; version = $resolved; hashes = @([ordered] @{ alg = 'SHA-512'; content = $hash })
            licenses = @(@{ expression = $license.InnerText }); purl = "pkg:nuget/$id@$resolved"
        }
    }
}

# What is in the packages: the files of the modules, and what the tool brings along.
function Get-BillOfMaterial($Files, [string] $Version) {
    $components = @(foreach ($file in $Files.Keys) {
            $hash = (Get-FileHash -LiteralPath $Files[$file] -Algorithm SHA256).Hash.ToLowerInvariant()
            [ordered] @{ type = 'file'; name = $file; hashes = @([ordered] @{ alg = 'SHA-256'; content = $hash }) }
        })
    if ($Task -contains 'Package') { $components += @(Get-ToolLibrary) }
    $licence = @(@{ license = @{ id = 'MIT' } })
    ConvertTo-Json -Compress -Depth 8 -InputObject ([ordered] @{
            bomFormat = 'CycloneDX'; specVersion = '1.5'; version = 1
            metadata = [ordered] @{ component = [ordered] @{ type = 'application'; name = $name; version = $Version; licenses = $licence } }
            components = $components
        })
}

# Makes the packages, and returns the module folders.
function New-Package([string] $Folder, [string] $Version) {
    $null = New-Item -ItemType Directory -Path $Folder -Force
    New-ModuleFolder (Join-Path $Folder $name) $Version
    New-CompanionFolder (Join-Path $Folder $companion) $Version

    $zip = New-Object 'System.Collections.Generic.SortedDictionary[string,string]' ([System.StringComparer]::Ordinal)
    foreach ($module in $name, $companion) {
        $files = Get-FolderFile (Join-Path $Folder $module)
        foreach ($file in $files.Keys) { $zip["$module/$file"] = $files[$file] }
        Write-Nupkg (Join-Path $Folder "$module.$Version.nupkg") $module (Join-Path $Folder $module) $Version
    }
    Write-Zip (Join-Path $Folder "$name-$Version.zip") $zip
    Write-Text (Join-Path $Folder "$name-$Version.cdx.json") ((Get-BillOfMaterial $zip $Version) + "`n")
    $made = @("$name-$Version.zip", "$name-$Version.cdx.json", "$name.$Version.nupkg", "$companion.$Version.nupkg")
    if ($Task -contains 'Package') {
        Write-ToolPackage (Join-Path $Folder "$name.Console.$Version.nupkg")
        $made += "$name.Console.$Version.nupkg"
    }

    $sums = $made | ForEach-Object {
        '{0}  {1}' -f (Get-FileHash -LiteralPath (Join-Path $Folder $_) -Algorithm SHA256).Hash.ToLowerInvariant(), $_
    }
    Write-Text (Join-Path $Folder 'SHA256SUMS') (($sums + '') -join "`n")
    $sums | ForEach-Object { Write-Host $_ }
    $name, $companion | ForEach-Object { Join-Path $Folder $_ }
}

# Where this PowerShell looks for the modules of the current user.
function Get-UserModulePath {
    if ($PSVersionTable.PSEdition -ne 'Core') { return Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'WindowsPowerShell/Modules' }
    if ($IsWindows) { return Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'PowerShell/Modules' }
    Join-Path ([Environment]::GetFolderPath('LocalApplicationData')) 'powershell/Modules'
}

$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $PSScriptRoot "$name.psd1")).ModuleVersion
$isPackaged = $Task -contains 'Package' -or $Task -contains 'Install'
Push-Location -LiteralPath $PSScriptRoot
try {
    if (-not $NoBuild -and ($Task -contains 'Build' -or $isPackaged)) {
        Invoke-Program dotnet @('build', '--configuration', $Configuration, '-p:ContinuousIntegrationBuild=true')
    }

    if ($Task -contains 'Test') { Invoke-Program dotnet @('test', '--configuration', $Configuration, '--no-build') }

    if ($Task -contains 'Pester') {
        Invoke-PowerShell @('-File', '.ci/Invoke-Pester.ps1', '-Path', 'Pester')
    }

    if ($isPackaged) {
        $folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Output)
        $folders = New-Package $folder $version
        Write-Host "Packaged in $folder."
    }

    if ($Task -contains 'Install') {
        $modules = if ($ModulePath) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ModulePath) } else { Get-UserModulePath }
        foreach ($module in $folders) {
            $target = Join-Path (Join-Path $modules (Split-Path $module -Leaf)) $version
            if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse -Force }
            $null = New-Item -ItemType Directory -Path (Split-Path $target) -Force
            Copy-Item -LiteralPath $module -Destination $target -Recurse
            Write-Host "Installed in $target."
        }
    }
}
finally { Pop-Location }
