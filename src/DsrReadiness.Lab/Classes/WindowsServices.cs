using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Windows services.</summary>
internal sealed class WindowsServices : LabClass<LabService>
{
    public WindowsServices(Machine machine)
        : base(ServiceClass.Class, machine)
    {
        Column(ServiceClass.Name, service => service.Name);
        Column(ServiceClass.State, service => service.IsRunning ? "Running" : "Stopped");
        Column(ServiceClass.StartMode, service => service.StartMode);
        Column(ServiceClass.ProcessId, service => service.IsRunning ? service.Process.Id : 0);
        Column(ServiceClass.PathName, service => service.Process.Path is { } path ? '"' + path + "\" -k " + service.Name : null);
    }

    protected override IEnumerable<LabService> Items(CimStore store) => Machine.Services;
}
