using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>The loopback adapter is enabled: its IP interfaces appear some time after it.</summary>
internal sealed record AdapterEnabled(Place Interface, bool IsEnabled, params IReadOnlyList<IPFamily> Families) : Setting(Interface)
{
    public override string CheckId => "A03";

    public override string Text => $"{(IsEnabled ? "Enable" : "Disable")} {Interface.Alias}.";

    public override string Words => $"The loopback adapter is {(IsEnabled ? "enabled" : "disabled")}.";

    protected override RowSelector Row => new(NetAdapterClass.Class, Interface.Reference);

    protected override RowState To => RowState.Present((NetAdapterClass.InterfaceAdminStatus, (long)(IsEnabled ? AdminStatus.Up : AdminStatus.Down)));

    protected override IReadOnlyList<RowExpectation> Proofs => Interfaces(Interface, Families);

    public static RowExpectation[] Interfaces(Place loopback, IReadOnlyList<IPFamily> families) => families.Select(family => new RowExpectation(
        new RowSelector(NetIPInterfaceClass.Class, loopback.Reference, Of(family)), CimStore.Active, RowState.Present())).ToArray();

    public override Setting Before(RowState? before) => this with { IsEnabled = !IsEnabled };

    public override ShellText PowerShell(Shell shell) => new([$"Get-NetAdapter -InterfaceIndex {shell.On(Interface)} | {(IsEnabled ? "Enable-NetAdapter" : "Disable-NetAdapter" + Shell.Unasked)}"]);

    public override ShellText Netsh(Shell shell) => new(
        Interface.Name is null ? [] : [$"netsh interface set interface name={CmdText.Quote(Interface)} admin={(IsEnabled ? "enabled" : "disabled")}"],
        "Enable or disable the loopback adapter in Network Connections.");
}
