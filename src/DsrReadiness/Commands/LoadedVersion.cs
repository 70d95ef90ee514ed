using System;
using System.Management.Automation;
using System.Reflection;
using DsrReadiness.Errors;

namespace DsrReadiness.Commands;

/// <summary>
/// Tells when a session has imported one version of the module and still runs the code of another: what .NET has loaded stays loaded until PowerShell ends.
/// </summary>
internal static class LoadedVersion
{
    private static readonly Version s_loaded = new(
        typeof(LoadedVersion).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>().Version);

    /// <summary>Ends the command if it belongs to another version of the module.</summary>
    public static void Check(PSCmdlet cmdlet)
    {
        if (cmdlet.MyInvocation.MyCommand.Module?.Version is { } imported && !IsSame(imported))
            cmdlet.ThrowTerminatingError(Failures.OtherVersionIsLoaded(imported, s_loaded.ToString(3)).ToRecord());
    }

    private static bool IsSame(Version imported) => (imported.Major, imported.Minor, imported.Build) == (s_loaded.Major, s_loaded.Minor, s_loaded.Build);
}
