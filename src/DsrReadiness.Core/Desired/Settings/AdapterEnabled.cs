using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>The loopback adapter is enabled: its IP interfaces appear some time after it.</summary>
internal sealed record AdapterEnabled(Place Loopback, bool IsEnabled, params IReadOnlyList<IPFamily> Families) : Setting(Loopback)
{
    private Place Loopback => On!;

    public override string CheckId => "A03";

    public override string Text => $"{(IsEnabled ? "Enable" : "Disable")} {Loopback.Alias}.";

    public override string Words => $"The loopback adapter is {(IsEnabled ? "enabled" : "disabled")}.";

    protected override RowSelector Row => new(NetAdapterClass.Class, Loopback.Reference);

    protected override IReadOnlyList<CimStore> Stores => NoStore;

    protected override RowState To => RowState.Present((NetAdapterClass.InterfaceAdminStatus, (long)(IsEnabled ? AdminStatus.Up : AdminStatus.Down)));

    protected override IReadOnlyList<RowExpectation> Proofs => Interfaces(Loopback, Families);

    public static RowExpectation[] Interfaces(Place loopback, IReadOnlyList<IPFamily> families) => families.Select(family => new RowExpectation(
        new RowSelector(NetIPInterfaceClass.Class, loopback.Reference, Of(family)), CimStore.Active, RowState.Present())).ToArray();

    public override Setting Before(RowState? before) => this with { IsEnabled = !IsEnabled };

    public override ShellText PowerShell(Shell shell) => new([$"Get-NetAdapter -InterfaceIndex {shell.On(Loopback)} | {(IsEnabled ? "Enable-NetAdapter" : "Disable-NetAdapter" + Shell.Unasked)}"]);

    public override ShellText Netsh(Shell shell) => new(
        Loopback.Name is null ? [] : [$"netsh interface set interface name={CmdText.Quote(Loopback)} admin={(IsEnabled ? "enabled" : "disabled")}"],
        "Enable or disable the loopback adapter in Network Connections.");
}
