using System;
using Microsoft.Management.Infrastructure.Generic;

namespace Microsoft.Management.Infrastructure;

public class CimMethodResult : CimMethodResultBase, IDisposable
{
    internal CimMethodResult() => throw OnlyToCompile.Reached;

    public CimMethodParameter? ReturnValue => throw OnlyToCompile.Reached;

    public CimReadOnlyKeyedCollection<CimMethodParameter> OutParameters => throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
