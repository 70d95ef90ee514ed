using System.Collections;
using System.Collections.Generic;

namespace DsrReadiness.Services;

/// <summary>
/// Each value once, in the order given. LINQ's <c>Contains</c> asks an <see cref="ICollection{T}"/> itself, and this one looks up: a server may have as many addresses as a service has
/// VIPs, and of each it is asked whether it is one.
/// </summary>
internal sealed class DistinctList<T> : IReadOnlyList<T>, ICollection<T>
{
    private readonly List<T> _inOrder = [];
    private readonly HashSet<T> _known = [];

    public DistinctList(IEnumerable<T> values)
    {
        foreach (T value in values)
        {
            if (_known.Add(value))
                _inOrder.Add(value);
        }
    }

    public int Count => _inOrder.Count;

    bool ICollection<T>.IsReadOnly => true;

    public T this[int index] => _inOrder[index];

    public bool Contains(T item) => _known.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _inOrder.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<T>.Add(T item) => throw new System.NotSupportedException();

    void ICollection<T>.Clear() => throw new System.NotSupportedException();

    bool ICollection<T>.Remove(T item) => throw new System.NotSupportedException();
}
