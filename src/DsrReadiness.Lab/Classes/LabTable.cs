using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>A class without methods, whose rows are neither made nor deleted: it is all columns.</summary>
/// <param name="contract">The class.</param>
/// <param name="machine">The server.</param>
/// <param name="items">What a store holds.</param>
/// <param name="isOfFirewall">Whether reading it may need elevation.</param>
internal sealed class LabTable<T>(CimClass contract, Machine machine, Func<CimStore, IEnumerable<T>> items, bool isOfFirewall = false) : LabClass<T>(contract, machine)
    where T : class
{
    public override bool ReadingNeedsElevation => isOfFirewall && Machine.Behaviour.FirewallReadsNeedElevation;

    public LabTable<T> With(CimProperty property, Func<T, object?> read, Action<T, object>? write = null, Func<T, object, bool>? accepts = null)
    {
        Column(property, read, write, accepts);
        return this;
    }

    protected override IEnumerable<T> Items(CimStore store) => items(store);
}
