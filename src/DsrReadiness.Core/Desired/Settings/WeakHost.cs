using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired.Settings;

/// <summary>
/// Weak host send or receive: send on the loopback is what replies need, receive there is what nearly every procedure sets as well, and receive on the traffic interface
/// opens the door.
/// </summary>
internal sealed record WeakHost(Place Interface, IPFamily Family, bool IsSend, bool IsEnabled) : Setting(Interface)
{
    public override string CheckId => Interface.Role == Role.Traffic ? IsSend ? "M04" : "M01" : IsSend ? "M02" : "M03";

    public override IReadOnlyList<string> Answers => CheckId is "M01" or "M02" ? [CheckId, "M05"] : [CheckId];

    public override string Text => $"{(IsEnabled ? "Enable" : "Disable")} weak host {Direction} on {Interface.Alias} ({Family}).";

    public override string Words => $"{Family}: weak host {Direction} {(IsEnabled ? "on" : "off on")} {Interface.Words}.{Why}";

    public override bool? IsAway => !IsEnabled;

    protected override RowSelector Row => new(NetIPInterfaceClass.Class, Interface.Reference, Of(Family));

    protected override RowState To => RowState.Present((Property, (long)(IsEnabled ? Toggle.Enabled : Toggle.Disabled)));

    private CimProperty<Toggle> Property => IsSend ? NetIPInterfaceClass.WeakHostSend : NetIPInterfaceClass.WeakHostReceive;

    private string Direction => IsSend ? "send" : "receive";

    private string Why => !IsEnabled ? " Leave this out if another VIP needs it."
        : Interface.Role == Role.Traffic ? " This opens the door: packets for the VIP are accepted where they arrive."
        : IsSend ? " Replies from the VIP may leave through another interface."
        : " Nearly every procedure sets this too.";

    public static string Look(Shell shell, Place on) =>
        $"Get-NetIPInterface -InterfaceIndex {shell.On(on)} | Format-Table InterfaceAlias, AddressFamily, WeakHostSend, WeakHostReceive, InterfaceMetric, Dhcp";

    public override bool Exists(ReleaseFacts facts) => facts.HostModelOf(Family).Value == HostModel.Settable;

    public override Setting Before(RowState? before) => this with { IsEnabled = before?[Property] is { } was && RawValue.Number(was, Property) == 1 };

    public override ShellText PowerShell(Shell shell) => new(
        [$"Set-NetIPInterface -InterfaceIndex {shell.On(Interface)} -AddressFamily {Family} -{Property.Name} {(IsEnabled ? "Enabled" : "Disabled")}"], null, Look(shell, Interface));

    public override ShellText Netsh(Shell shell) => new(
        [$"netsh interface {Context(Family)} set interface {CmdText.Quote(Interface)} weakhost{Direction}={(IsEnabled ? "enabled" : "disabled")}"],
        null,
        $"netsh interface {Context(Family)} show interfaces {CmdText.Quote(Interface)}");

    public override ShellText Classic(Shell shell) => throw CmdText.NoCommand(shell.Facts);
}
