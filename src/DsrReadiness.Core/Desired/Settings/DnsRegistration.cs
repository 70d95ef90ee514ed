using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>Whether a connection's addresses are registered in DNS.</summary>
internal sealed record DnsRegistration(Place Interface, bool IsOn, bool Shared = true) : Setting(Interface)
{
    public override string CheckId => "D01";

    public override string Text => $"Switch {(IsOn ? "on" : "off")} DNS registration on {Interface.Alias}.";

    public override string Words => IsOn ? "The loopback adapter is registered in DNS as any other." : "The loopback adapter stays out of DNS.";

    protected override bool IsShared => Shared;

    protected override bool MayBeAbsent => Shared;

    protected override RowSelector Row => new(DnsClientClass.Class, Interface.Reference);

    protected override RowState To => RowState.Present((DnsClientClass.RegisterThisConnectionsAddress, IsOn));

    public override Setting Before(RowState? before) => this with
    {
        IsOn = before?[DnsClientClass.RegisterThisConnectionsAddress] is { } was ? RawValue.Number(was, DnsClientClass.RegisterThisConnectionsAddress) == 1 : !IsOn,
    };

    public override ShellText PowerShell(Shell shell) => new(
        [$"Set-DnsClient -InterfaceIndex {shell.On(Interface)} -RegisterThisConnectionsAddress ${(IsOn ? "true" : "false")}"],
        null,
        $"Get-DnsClient -InterfaceIndex {shell.On(Interface)} | Format-Table InterfaceAlias, RegisterThisConnectionsAddress");

    public override ShellText Netsh(Shell shell) => In(
        shell, () => $"netsh interface ipv4 set dnsservers {CmdText.Quote(Interface)} static none {Suffix}", () => $"netsh interface ipv4 show dnsservers {CmdText.Quote(Interface)}");

    public override ShellText Classic(Shell shell) => In(
        shell, () => $"netsh interface ip set dns {CmdText.QuoteName(Interface, shell.Facts)} static none {Suffix}", () => $"netsh interface ip show config {CmdText.QuoteName(Interface, shell.Facts)}");

    private string Suffix => IsOn ? "primary" : "none";

    private ShellText In(Shell shell, System.Func<string> command, System.Func<string> look) => shell.Facts.DnsByNetsh.Value
        ? new ShellText([command()], null, look())
        : ShellText.Hand($"In the adapter's TCP/IP properties, Advanced, DNS: {(IsOn ? "tick" : "untick")} 'Register this connection's addresses in DNS'.");
}
