using System;

namespace DsrReadiness.Releases;

/// <summary>What depends on the release of Windows.</summary>
internal static class WindowsVersions
{
    private const int Vista = 6;

    /// <summary>True from Vista and Server 2008 on; before, IPv4 is weak and IPv6 strong, and neither can be changed.</summary>
    public static bool HasHostModel(this Version version) => version.Major >= Vista;
}
