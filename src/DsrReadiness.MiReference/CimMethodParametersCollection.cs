using System;
using System.Collections.Generic;
using Microsoft.Management.Infrastructure.Generic;

namespace Microsoft.Management.Infrastructure;

public class CimMethodParametersCollection : CimKeyedCollection<CimMethodParameter>, IDisposable
{
    public CimMethodParametersCollection() => throw OnlyToCompile.Reached;

    public override CimMethodParameter? this[string parameterName] => throw OnlyToCompile.Reached;

    public override void Add(CimMethodParameter newParameter) => throw OnlyToCompile.Reached;

    public override IEnumerator<CimMethodParameter> GetEnumerator() => throw OnlyToCompile.Reached;

    public void Dispose() => throw OnlyToCompile.Reached;
}
