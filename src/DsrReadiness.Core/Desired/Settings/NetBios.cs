using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>NetBIOS over TCP/IP on the loopback adapter. File and print services answer through it, so for those it is left as it is.</summary>
internal sealed record NetBios(Place Interface, NetBiosOptions Option) : Setting(Interface)
{
    public override string CheckId => "A07";

    public override string Text => Option == NetBiosOptions.DisableNetbios ? $"Switch off NetBIOS on {Interface.Alias}." : $"Switch NetBIOS of {Interface.Alias} to {Option}.";

    public override string Words => Option switch
    {
        NetBiosOptions.DisableNetbios => "No NetBIOS names for the VIP.",
        NetBiosOptions.EnableNetbios => "NetBIOS is on for the loopback adapter.",
        _ => "NetBIOS as DHCP says, which is the default.",
    };

    protected override bool MayBeAbsent => true;

    protected override RowSelector Row => new(NetworkAdapterConfigurationClass.Class, Interface.Reference);

    protected override RowState To => RowState.Present((NetworkAdapterConfigurationClass.TcpipNetbiosOptions, (long)Option));

    private string Number => ((int)Option).ToString(CultureInfo.InvariantCulture);

    public override Setting Before(RowState? before) => this with
    {
        Option = before?[NetworkAdapterConfigurationClass.TcpipNetbiosOptions] is { } was
            ? (NetBiosOptions)RawValue.Number(was, NetworkAdapterConfigurationClass.TcpipNetbiosOptions)
            : NetBiosOptions.EnableNetbiosViaDhcp,
    };

    /// <summary>The method throws nothing: a script has to look at what it returned, and a person sees it.</summary>
    public override ShellText PowerShell(Shell shell)
    {
        string quote = shell == Shell.Line ? "'" : "\"";
        string set = $"Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration -Filter {quote}InterfaceIndex={shell.On(Interface)}{quote} | Invoke-CimMethod -MethodName SetTcpipNetbios -Arguments @{{ TcpipNetbiosOptions = [uint32]{Number} }}";
        return new ShellText(shell == Shell.Line ? [set] :
            ["$netbios = " + set, "if ($netbios.ReturnValue -notin 0, 1) { throw 'NetBIOS could not be set: SetTcpipNetbios returned {0}.' -f $netbios.ReturnValue }"]);
    }

    public override ShellText Netsh(Shell shell) => new(
        shell.Facts.NetBiosByWmic.Value && Interface.Index is not null ? [$"wmic nicconfig where InterfaceIndex={CmdText.Quote(Interface)} call SetTcpipNetbios {Number}"] : [],
        $"In the adapter's TCP/IPv4 properties, Advanced, WINS: {Option switch { NetBiosOptions.DisableNetbios => "disable NetBIOS", NetBiosOptions.EnableNetbios => "enable NetBIOS", _ => "NetBIOS as the default" }}.");
}
