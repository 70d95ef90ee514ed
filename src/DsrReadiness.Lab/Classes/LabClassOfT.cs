using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>
/// A class whose rows are made of items of the server's state. A derived class lists its columns and methods in its constructor, and says
/// which items there are; conditions, types and the rule of exactly one row are seen to here.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
internal abstract class LabClass<T>(CimClass contract, Machine machine) : LabClass(contract)
    where T : class
{
    private readonly List<LabColumn<T>> _columns = [];
    private readonly List<LabMethod<T>> _methods = [];

    protected Machine Machine { get; } = machine;

    public sealed override IReadOnlyList<CimRow> Read(CimQuery query) => Select(query).Select(Row).ToArray();

    public sealed override CimOutcome Execute(CimOperation operation) => operation.Verb switch
    {
        CimVerb.Create when operation.Target.Conditions.Count > 0 => Refusal.InvalidParameter("What is created cannot be selected."),
        CimVerb.Create => Create(operation),
        CimVerb.Invoke => Invoke(operation),
        CimVerb.Modify => OnTheOne(operation, item => Modify(item, operation)),
        CimVerb.Delete => OnTheOne(operation, item => Delete(item, operation.Target.Store)),
        _ => Refusal.NotSupported(operation.Verb + " is not known."),
    };

    /// <summary>The items of a store. <see cref="CimStore.None"/> is the class's own default.</summary>
    protected abstract IEnumerable<T> Items(CimStore store);

    /// <summary>The items that a change of one item in a store reaches: with the store left out, perhaps the same in another store.</summary>
    protected virtual IEnumerable<T> Reached(T item, CimStore store) => [item];

    /// <summary>Why an item cannot be changed at all, or null.</summary>
    protected virtual CimOutcome? RefuseChange(T item, CimStore store) => null;

    /// <summary>Why values that are right one by one cannot be set together, or null.</summary>
    protected virtual string? RefuseTogether(T item, IReadOnlyList<CimAssignment> assignments) => null;

    protected virtual CimOutcome Create(CimOperation operation) => Refusal.NotSupported(Contract + " has no CreateInstance.");

    protected virtual CimOutcome Delete(T item, CimStore store) => Refusal.NotSupported(Contract + " has no DeleteInstance.");

    /// <summary>Declares a property that can be read, and perhaps written with a value of its type. One that came with a later Windows release is not there.</summary>
    protected void Column(CimProperty property, Func<T, object?> read, Action<T, object>? write = null, Func<T, object, bool>? accepts = null)
    {
        if (Machine.Windows.Has(property))
            _columns.Add(new LabColumn<T>(property, read, write, accepts));
    }

    /// <summary>Declares a method of a row.</summary>
    protected void Method(string name, Func<T, LabArguments, CimOutcome> body, params LabParameter[] parameters) =>
        _methods.Add(new LabMethod<T>(name, false, (item, arguments) => body(item!, arguments), parameters));

    /// <summary>Declares a method of the class.</summary>
    protected void StaticMethod(string name, Func<LabArguments, CimOutcome> body, params LabParameter[] parameters) =>
        _methods.Add(new LabMethod<T>(name, true, (_, arguments) => body(arguments), parameters));

    /// <summary>Why one of the values is refused by itself, or null.</summary>
    protected string? Refuse(T item, IReadOnlyList<CimAssignment> assignments)
    {
        var seen = new HashSet<LabColumn<T>>();
        foreach (CimAssignment assignment in assignments)
        {
            LabColumn<T>? column = Find(assignment);
            if (column is null || !seen.Add(column))
                return Contract + " has no property " + assignment.Name + ", or was given it twice.";
            if (column.Refuse(item, assignment) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>Writes values that were not refused.</summary>
    protected void Write(T item, IReadOnlyList<CimAssignment> assignments)
    {
        foreach (CimAssignment assignment in assignments)
            Find(assignment)!.Write(item, assignment.Value!);
    }

    private IEnumerable<T> Select(CimQuery query) => query.Conditions.Count == 0 ? Items(query.Store) : Items(query.Store).Where(item => Meets(item, query.Conditions));

    private bool Meets(T item, IReadOnlyList<CimCondition> conditions) =>
        conditions.All(condition => RawValue.AreEqual(Find(condition.Property)?.Read(item), condition.Value));

    private LabColumn<T>? Find(CimProperty property) => _columns.Find(column => column.Property == property);

    private LabColumn<T>? Find(CimAssignment assignment) =>
        _columns.Find(column => string.Equals(column.Property.Name, assignment.Name, StringComparison.OrdinalIgnoreCase));

    private CimRow Row(T item)
    {
        object?[] values = CimRow.NewSlots(Contract);
        foreach (LabColumn<T> column in _columns)
            values[column.Property.Ordinal] = column.Read(item);
        return new CimRow(Contract, values);
    }

    private CimOutcome OnTheOne(CimOperation operation, Func<T, CimOutcome> act)
    {
        T[] selected = Select(operation.Target).ToArray();
        return selected.Length switch
        {
            1 => RefuseChange(selected[0], operation.Target.Store) ?? act(selected[0]),
            0 => Refusal.NotFound(operation.Target + " selects no row."),
            _ => Refusal.InvalidParameter(operation.Target + " selects " + selected.Length + " rows."),
        };
    }

    private CimOutcome Modify(T item, CimOperation operation)
    {
        string? refusal = operation.Assignments.Count == 0
            ? "Nothing is assigned."
            : Refuse(item, operation.Assignments) ?? RefuseTogether(item, operation.Assignments);
        if (refusal is not null)
            return Refusal.InvalidParameter(refusal);
        foreach (T reached in Reached(item, operation.Target.Store).ToArray())
            Write(reached, operation.Assignments);
        return CimOutcome.Done();
    }

    private CimOutcome Invoke(CimOperation operation)
    {
        LabMethod<T>? method = _methods.Find(each => string.Equals(each.Name, operation.Method, StringComparison.OrdinalIgnoreCase));
        if (method is null)
            return Refusal.NotSupported(Contract + " has no method " + operation.Method + ".");
        if (!method.IsStatic)
            return OnTheOne(operation, item => method.Call(item, operation.Assignments));
        return operation.Target.Conditions.Count > 0 || operation.Target.Store != CimStore.None
            ? Refusal.InvalidParameter(method.Name + " is a method of the class: it is given no row and no store, but parameters.")
            : method.Call(null, operation.Assignments);
    }
}
