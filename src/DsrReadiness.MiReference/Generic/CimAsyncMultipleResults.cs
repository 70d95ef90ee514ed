using System;

namespace Microsoft.Management.Infrastructure.Generic;

public class CimAsyncMultipleResults<T> : IObservable<T>
{
    internal CimAsyncMultipleResults() => throw OnlyToCompile.Reached;

    public IDisposable Subscribe(IObserver<T> observer) => throw OnlyToCompile.Reached;
}
