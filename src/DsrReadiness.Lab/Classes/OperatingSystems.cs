using System.Collections.Generic;
using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The Windows release.</summary>
internal sealed class OperatingSystems : LabClass<LabWindows>
{
    private const int Server = 3;

    public OperatingSystems(Machine machine)
        : base(OperatingSystemClass.Class, machine)
    {
        Column(OperatingSystemClass.Version, windows => windows.Version);
        Column(OperatingSystemClass.BuildNumber, windows => windows.Build.ToString(CultureInfo.InvariantCulture));
        Column(OperatingSystemClass.Caption, windows => windows.Caption);
        Column(OperatingSystemClass.ProductType, _ => Server);
        Column(OperatingSystemClass.WindowsDirectory, _ => @"C:\Windows");
    }

    protected override IEnumerable<LabWindows> Items(CimStore store) => [Machine.Windows];
}
