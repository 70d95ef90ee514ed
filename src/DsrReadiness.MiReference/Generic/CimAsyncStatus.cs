using System;

namespace Microsoft.Management.Infrastructure.Generic;

public class CimAsyncStatus : IObservable<object>
{
    internal CimAsyncStatus() => throw OnlyToCompile.Reached;

    public IDisposable Subscribe(IObserver<object> observer) => throw OnlyToCompile.Reached;
}
