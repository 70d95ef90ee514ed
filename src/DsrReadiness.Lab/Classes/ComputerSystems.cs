using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Name, domain and maker.</summary>
internal sealed class ComputerSystems : LabClass<Machine>
{
    public ComputerSystems(Machine machine)
        : base(ComputerSystemClass.Class, machine)
    {
        Column(ComputerSystemClass.Name, each => each.Name);
        Column(ComputerSystemClass.DNSHostName, each => each.Name);
        Column(ComputerSystemClass.Domain, each => each.Domain ?? "WORKGROUP");
        Column(ComputerSystemClass.PartOfDomain, each => each.Domain is not null);
        Column(ComputerSystemClass.Manufacturer, each => each.Manufacturer);
    }

    protected override IEnumerable<Machine> Items(CimStore store) => [Machine];
}
