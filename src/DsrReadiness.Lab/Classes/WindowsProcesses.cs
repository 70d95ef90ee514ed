using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Running processes.</summary>
internal sealed class WindowsProcesses : LabClass<LabProcess>
{
    public WindowsProcesses(Machine machine)
        : base(ProcessClass.Class, machine)
    {
        Column(ProcessClass.ProcessId, process => process.Id);
        Column(ProcessClass.ExecutablePath, process => process.Path);
    }

    protected override IEnumerable<LabProcess> Items(CimStore store) => Machine.Processes;
}
