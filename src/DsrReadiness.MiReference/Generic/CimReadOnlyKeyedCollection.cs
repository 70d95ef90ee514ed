using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Management.Infrastructure.Generic;

public abstract class CimReadOnlyKeyedCollection<T> : IEnumerable<T>
{
    internal CimReadOnlyKeyedCollection() => throw OnlyToCompile.Reached;

    public abstract T? this[string itemName] { get; }

    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => throw OnlyToCompile.Reached;
}
