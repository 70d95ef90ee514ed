using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Every class that a lab server has. A new one that is all columns is an entry of a table, another one a new type and a line here.</summary>
internal sealed class LabClasses
{
    private readonly Dictionary<CimClass, LabClass> _byContract = [];
    private readonly LabWindows _windows;

    public LabClasses(Machine machine)
    {
        _windows = machine.Windows;
        LabClass[] all =
        [
            new NetIPInterfaces(machine),
            new NetIPAddresses(machine),
            new NetRoutes(machine),
            new NetAdapters(machine),
            new NetAdapterBindings(machine),
            new NetworkAdapterConfigurations(machine),
            new NetFirewallRules(machine),
            new NetFirewallProfiles(machine),
            .. NetworkTables.Of(machine),
            .. FirewallTables.Of(machine),
            .. SystemTables.Of(machine),
        ];
        foreach (LabClass each in all)
            _byContract.Add(each.Contract, each);
    }

    public CimReading Read(CimQuery query, bool isElevated)
    {
        CimFailure? failure = QueryCheck.Refuse(query, _windows);
        if (failure is null && TryFind(query.Class, out LabClass? found, out failure))
        {
            if (isElevated || !found!.ReadingNeedsElevation)
                return CimReading.Of(query.Class, query.Store, found!.Read(query));
            failure = Refusal.Denied;
        }

        return CimReading.Failed(query.Class, query.Store, failure!);
    }

    public CimOutcome Execute(CimOperation operation, bool isElevated)
    {
        if (!TryFind(operation.Target.Class, out LabClass? found, out CimFailure? failure))
            return CimOutcome.Failed(failure!);
        if (!isElevated)
            return found!.WithoutElevation(operation);
        return QueryCheck.Refuse(operation.Target, _windows) is { } invalid ? CimOutcome.Failed(invalid) : found!.Execute(operation);
    }

    private bool TryFind(CimClass contract, out LabClass? found, out CimFailure? failure)
    {
        failure = null;
        if (_byContract.TryGetValue(contract, out found) && _windows.Has(contract))
            return true;
        failure = found is not null
            ? new CimFailure(FailureKind.InvalidNamespace, $"{_windows} has no {contract.Namespace}.")
            : new CimFailure(FailureKind.InvalidClass, $"There is no class {contract} in {contract.Namespace}.");
        return false;
    }
}
