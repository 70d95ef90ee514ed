using System;
using System.Management.Automation;

namespace DsrReadiness.Servers;

/// <summary>
/// Lets a server parameter take names, sessions, snapshots and servers. What is none of these is returned unchanged, so that the module's own
/// objects bind by their property and not by value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DsrServerTransformationAttribute : ArgumentTransformationAttribute
{
    [ThreadStatic]
    private static int s_refused;

    /// <summary>How many values were refused on this thread. PowerShell passes over such an input without telling the command, which must not take the rest for all.</summary>
    public static int Refused => s_refused;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return ServerReference.Resolve(inputData);
        }
        catch (ArgumentException e)
        {
            s_refused++;
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
