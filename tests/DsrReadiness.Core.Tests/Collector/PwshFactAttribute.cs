using System;

namespace DsrReadiness.Tests.Collector;

/// <summary>A test that needs a real PowerShell, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PwshFactAttribute : FactAttribute
{
    public PwshFactAttribute()
    {
        if (Pwsh.Program is null)
            Skip = "There is no pwsh on the PATH.";
    }
}
