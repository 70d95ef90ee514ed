using System;
using Microsoft.Management.Infrastructure.Generic;

namespace Microsoft.Management.Infrastructure;

public sealed class CimInstance : IDisposable
{
    public CimInstance(string className, string namespaceName) => throw OnlyToCompile.Reached;

    public CimKeyedCollection<CimProperty> CimInstanceProperties => throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
