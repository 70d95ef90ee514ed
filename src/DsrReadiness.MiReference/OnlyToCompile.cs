using System;

namespace Microsoft.Management.Infrastructure;

/// <summary>What every body here does.</summary>
internal static class OnlyToCompile
{
    public static Exception Reached => new NotSupportedException(
        "This Microsoft.Management.Infrastructure is for compiling only: PowerShell brings the one to run with.");
}
