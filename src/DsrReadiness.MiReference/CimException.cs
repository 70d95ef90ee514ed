using System;

namespace Microsoft.Management.Infrastructure;

public class CimException : Exception, IDisposable
{
    public NativeErrorCode NativeErrorCode => throw OnlyToCompile.Reached;

    public string MessageId => throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
