using System;

namespace Microsoft.Management.Infrastructure.Options;

public class CimSessionOptions : IDisposable
{
    public CimSessionOptions() => throw OnlyToCompile.Reached;

    public TimeSpan Timeout
    {
        get => throw OnlyToCompile.Reached;
        set => throw OnlyToCompile.Reached;
    }

    public void Dispose() => throw OnlyToCompile.Reached;
}
