using System;

namespace Microsoft.Management.Infrastructure.Generic;

public class CimAsyncResult<T> : IObservable<T>
{
    internal CimAsyncResult() => throw OnlyToCompile.Reached;

    public IDisposable Subscribe(IObserver<T> observer) => throw OnlyToCompile.Reached;
}
