using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace DsrReadiness.Output;

/// <summary>A list of an object that a command has written: nobody can edit it, and where it becomes one text, as in a CSV file, that text holds all of it.</summary>
/// <typeparam name="T">What is in it.</typeparam>
public sealed class DsrList<T> : ReadOnlyCollection<T>
{
    internal DsrList(IEnumerable<T> items)
        : base(items.ToArray())
    {
    }

    /// <summary>The items, parted by commas.</summary>
    public override string ToString() => string.Join(DsrLists.Separator, this);
}
