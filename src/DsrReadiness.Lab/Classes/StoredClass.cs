using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>A class of the IP stack, whose changes reach one store or both.</summary>
internal abstract class StoredClass<T>(CimClass contract, Machine machine) : LabClass<T>(contract, machine)
    where T : class
{
    /// <summary>The stores that a change reaches which names this one.</summary>
    protected IReadOnlyList<CimStore> Stores(CimStore named) => named != CimStore.None ? [named]
        : Machine.Behaviour.OmittedStore == LabOmittedStore.BothStores ? [CimStore.Active, CimStore.Persistent]
        : [CimStore.Active];

    protected sealed override IEnumerable<T> Items(CimStore store) => ItemsIn(store == CimStore.None ? CimStore.Active : store);

    /// <summary>The items of one of the two stores.</summary>
    protected abstract IEnumerable<T> ItemsIn(CimStore store);

    /// <summary>The same thing in a store, if it is there.</summary>
    protected abstract T? Find(T item, CimStore store);

    protected sealed override IEnumerable<T> Reached(T item, CimStore store)
    {
        foreach (CimStore each in Stores(store))
        {
            if (Find(item, each) is { } found)
                yield return found;
        }
    }
}
