using System.Globalization;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>
/// The metric of the loopback adapter is high, since every interface has routes for multicast and broadcast, and the lowest metric wins them; null for an automatic one.
/// </summary>
internal sealed record InterfaceMetric(Place Interface, IPFamily Family, int? Value) : Setting(Interface)
{
    public const int High = 254;

    public override string CheckId => "V11";

    public override string Text => Value is null ? $"Set the metric of {Interface.Alias} ({Family}) to automatic." : $"Set the metric of {Interface.Alias} ({Family}) to {Number}.";

    public override string Words => Value switch
    {
        null => $"{Family}: the metric of the loopback adapter is automatic again.",
        High => $"{Family}: a high metric, so that no route of the loopback adapter wins.",
        _ => $"{Family}: the metric of the loopback adapter is what it was.",
    };

    protected override RowSelector Row => new(NetIPInterfaceClass.Class, Interface.Reference, Of(Family));

    protected override RowState To => Value is { } value
        ? RowState.Present((NetIPInterfaceClass.AutomaticMetric, (long)Toggle.Disabled), (NetIPInterfaceClass.InterfaceMetric, (long)value))
        : RowState.Present((NetIPInterfaceClass.AutomaticMetric, (long)Toggle.Enabled));

    private string? Number => Value?.ToString(CultureInfo.InvariantCulture);

    public override Setting Before(RowState? before) => this with
    {
        Value = before?[NetIPInterfaceClass.AutomaticMetric] is null or 1L || before[NetIPInterfaceClass.InterfaceMetric] is not { } was ? null : RawValue.Number(was, NetIPInterfaceClass.InterfaceMetric),
    };

    public override ShellText PowerShell(Shell shell) => new(
        [$"Set-NetIPInterface -InterfaceIndex {shell.On(Interface)} -AddressFamily {Family} -AutomaticMetric {(Value is null ? "Enabled" : "Disabled -InterfaceMetric " + Number)}"], null, WeakHost.Look(shell, Interface));

    public override ShellText Netsh(Shell shell) => new(
        [$"netsh interface {Context(Family)} set interface {CmdText.Quote(Interface)} metric={Number ?? "automatic"}"], null, $"netsh interface {Context(Family)} show interfaces {CmdText.Quote(Interface)}");

    public override ShellText Classic(Shell shell) => ShellText.Hand(Value is null
        ? "In the adapter's TCP/IP properties, Advanced, IP Settings: tick 'Automatic metric' again."
        : $"In the adapter's TCP/IP properties, Advanced, IP Settings: untick 'Automatic metric' and give {Number}. {shell.Facts.Name} has no command for it.");
}
