<#
.SYNOPSIS
    Publishes the packages that build.ps1 made, if they are those of a tag.

.DESCRIPTION
    Compares the tag with the version of the manifests and of CHANGELOG.md, and each package with SHA256SUMS, before anything is published. With -WhatIf it publishes nothing. A package that
    is already there is left alone, so that a run that failed in the middle can be repeated.

    The keys are read from the environment variables GALLERY_API_KEY and NUGET_API_KEY.

.EXAMPLE
    .ci/Publish-Release.ps1 -Tag v0.1.0 -WhatIf
    Looks at what would be published.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The tag of the release, such as v0.1.0.
    [Parameter(Mandatory)]
    [string] $Tag,

    # Where the packages are.
    [string] $Folder = (Join-Path $PSScriptRoot '../artifacts'),

    # Where the modules go; a folder to try it.
    [string] $Gallery = 'https://www.powershellgallery.com/api/v2/package',

    # Where the program dsr goes; a folder to try it.
    [string] $NuGet = 'https://api.nuget.org/v3/index.json'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $root 'DsrReadiness.psd1')).ModuleVersion

if ($Tag -cne "v$version") { throw "The tag is $Tag, and the version in DsrReadiness.psd1 is $version. Tag v$version, or change the version first." }
if (-not (Select-String -LiteralPath (Join-Path $root 'CHANGELOG.md') -Pattern "^## $([regex]::Escape($version)) - \d{4}-\d\d-\d\d$" -Quiet)) {
    throw "CHANGELOG.md has no part '## $version - YYYY-MM-DD'. Give the part 'Unreleased' that title."
}

$sums = Join-Path $Folder 'SHA256SUMS'
if (-not (Test-Path -LiteralPath $sums)) { throw "Cannot find $sums. Run ./build.ps1 -Task Package first." }
$packages = @(
    @{ Name = "DsrReadiness.$version.nupkg"; Source = $Gallery; Key = 'GALLERY_API_KEY' }
    @{ Name = "DsrReadiness.Dsc.$version.nupkg"; Source = $Gallery; Key = 'GALLERY_API_KEY' }
    @{ Name = "DsrReadiness.Console.$version.nupkg"; Source = $NuGet; Key = 'NUGET_API_KEY' }
)
$known = @{}
foreach ($line in Get-Content -LiteralPath $sums) {
    $sum, $file = $line -split '  ', 2
    $known[$file] = $sum
    $path = Join-Path $Folder $file
    if (-not (Test-Path -LiteralPath $path)) { throw "$file is missing in $Folder. Package again." }
    if ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $sum) { throw "$file is not what SHA256SUMS says. Package again." }
}
foreach ($package in $packages) {
    if (-not $known.ContainsKey($package.Name)) { throw "SHA256SUMS does not name $($package.Name). Package again." }
}

foreach ($package in $packages) {
    if (-not $PSCmdlet.ShouldProcess($package.Source, "Publish $($package.Name)")) { continue }
    $arguments = @('nuget', 'push', (Join-Path $Folder $package.Name), '--source', $package.Source, '--skip-duplicate')
    if ($package.Source -like 'https:*') {
        $key = [Environment]::GetEnvironmentVariable($package.Key)
        if (-not $key) { throw "The environment variable $($package.Key) is missing: it holds the key for $($package.Source)." }
        $arguments += '--api-key', $key
    }
    & dotnet @arguments
    if ($LASTEXITCODE -ne 0) { throw "Cannot publish $($package.Name): dotnet nuget push ended with exit code $LASTEXITCODE." }
}
