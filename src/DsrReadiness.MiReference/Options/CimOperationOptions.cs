using System;
using System.Threading;

namespace Microsoft.Management.Infrastructure.Options;

public class CimOperationOptions : IDisposable
{
    public CimOperationOptions() => throw OnlyToCompile.Reached;

    public CancellationToken? CancellationToken
    {
        get => throw OnlyToCompile.Reached;
        set => throw OnlyToCompile.Reached;
    }

    public void SetCustomOption(string optionName, object optionValue, CimType cimType, bool mustComply) => throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
