using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired.Settings;

/// <summary>DHCP of IPv4 on the loopback adapter, where nobody answers it and Windows would give itself an address.</summary>
internal sealed record Dhcp(Place Interface, bool IsEnabled) : Setting(Interface)
{
    public override string CheckId => "A08";

    public override string Text => $"Switch {(IsEnabled ? "on" : "off")} DHCP on {Interface.Alias}.";

    public override string Words => $"DHCP is {(IsEnabled ? "on" : "off")} on the loopback adapter.";

    public override string Stays => "DHCP stays off on the loopback adapter: switched on, it would take its other addresses away.";

    protected override RowSelector Row => new(NetIPInterfaceClass.Class, Interface.Reference, Of(IPFamily.IPv4));

    protected override IReadOnlyList<CimStore> Stores => [CimStore.Active];

    protected override RowState To => RowState.Present((NetIPInterfaceClass.Dhcp, (long)(IsEnabled ? Toggle.Enabled : Toggle.Disabled)));

    /// <summary>Older tools have it in the command that gives the first address.</summary>
    public override bool Exists(ReleaseFacts facts) => facts.HasStores.Value;

    public override Setting? Before(RowState? before) =>
        before?[NetIPInterfaceClass.Dhcp] is { } was ? this with { IsEnabled = RawValue.Number(was, NetIPInterfaceClass.Dhcp) == 1 } : null;

    public override ShellText PowerShell(Shell shell) => new([$"Set-NetIPInterface -InterfaceIndex {shell.On(Interface)} -AddressFamily IPv4 -Dhcp {(IsEnabled ? "Enabled" : "Disabled")}"]);

    /// <summary>A static address ends it.</summary>
    public override ShellText Netsh(Shell shell) => IsEnabled ? new ShellText([$"netsh interface ipv4 set address {CmdText.Quote(Interface)} dhcp"]) : ShellText.Nothing;
}
