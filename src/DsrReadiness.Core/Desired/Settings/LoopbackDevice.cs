using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>The loopback adapter, which owns the VIP and has no wire to answer ARP on. No release of Windows has a command that makes it.</summary>
internal sealed record LoopbackDevice(Place Interface, bool IsPresent, params IReadOnlyList<IPFamily> Families) : Setting(Interface)
{
    public override string CheckId => "A01";

    public override IReadOnlyList<string> Answers => ["A01", "A02", "A03", "V01"];

    public override string Text => IsPresent ? "Create a KM-TEST loopback adapter." : $"Remove the loopback adapter {Interface.Alias}.";

    public override string Words => IsPresent ? "The loopback adapter, which owns the VIP and has no wire to answer ARP on." : "The loopback adapter goes.";

    public override bool? IsAway => !IsPresent;

    protected override string? Warning => IsPresent ? null : "A device that was removed is not made again by undoing this.";

    protected override RowSelector Row => Interface.Reference?.DeviceInstanceId is { } instanceId
        ? new RowSelector(LoopbackDeviceClass.Class, null, new CimCondition(LoopbackDeviceClass.InstanceId, instanceId))
        : new RowSelector(LoopbackDeviceClass.Class, null);

    protected override RowState To => IsPresent ? RowState.Present() : RowState.Absent;

    protected override IReadOnlyList<RowExpectation> Proofs => IsPresent ? AdapterEnabled.Interfaces(Interface, Families) : [];

    /// <exception cref="PlanRefusedException">It is no device.</exception>
    public override IEnumerable<Change> Missing(Now now)
    {
        if (IsPresent)
            return Interface.Index is null ? [Step(null)] : [];
        return Interface.Reference?.DeviceInstanceId is not null ? [Step(null)] : throw new PlanRefusedException(new Refusal(
            "A01", $"{Interface.Alias} is part of Windows and cannot be removed.", "Remove the VIPs from it with Remove-DsrVirtualIPAddress."));
    }

    public override Setting Before(RowState? before) => this with { IsPresent = !IsPresent };

    public override ShellText PowerShell(Shell shell) => ByHand(shell, "; this module does");

    public override ShellText Netsh(Shell shell) => ByHand(shell, string.Empty);

    private ShellText ByHand(Shell shell, string butFor) => ShellText.Hand(IsPresent
        ? $"Make the adapter '{shell.Facts.AdapterName.Value}', if it is not there: {shell.Facts.AdapterMaking.Value}. No command of {shell.Facts.Name} makes one{butFor}. Then give it the name that the lines below use."
        : "Remove the loopback adapter in Device Manager, if it was made for this VIP and holds no other.");
}
