using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired.Settings;

/// <summary>Router advertisements of IPv6, which a loopback sends to nobody: it is no router. Windows starts with them off.</summary>
internal sealed record Advertising(Place Interface, bool IsOn) : Setting(Interface)
{
    public override string CheckId => "N03";

    public override string Text => $"Switch {(IsOn ? "on" : "off")} router advertisements on {Interface.Alias}.";

    public override string Words => $"IPv6: router advertisements are {(IsOn ? "on" : "off")} on the loopback adapter.";

    public override string Stays => "Router advertisements stay off on the loopback adapter, which is the default.";

    protected override RowSelector Row => new(NetIPInterfaceClass.Class, Interface.Reference, Of(IPFamily.IPv6));

    protected override RowState To => RowState.Present((NetIPInterfaceClass.Advertising, (long)(IsOn ? Toggle.Enabled : Toggle.Disabled)));

    public override bool Exists(ReleaseFacts facts) => facts.HasStores.Value;

    public override Setting? Before(RowState? before) =>
        before?[NetIPInterfaceClass.Advertising] is { } was ? this with { IsOn = RawValue.Number(was, NetIPInterfaceClass.Advertising) == 1 } : null;

    public override ShellText PowerShell(Shell shell) => new([$"Set-NetIPInterface -InterfaceIndex {shell.On(Interface)} -AddressFamily IPv6 -Advertising {(IsOn ? "Enabled" : "Disabled")}"]);

    public override ShellText Netsh(Shell shell) => new([$"netsh interface ipv6 set interface {CmdText.Quote(Interface)} advertise={(IsOn ? "enabled" : "disabled")}"]);
}
