using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired.Settings;

/// <summary>An address on an interface, or off it. A VIP is on the loopback as a single host that is never a source, and on no interface that answers for it.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="IP">The address.</param>
/// <param name="PrefixLength">How much of it is the network.</param>
/// <param name="IsSkipped">True if it is never a source.</param>
/// <param name="IsPresent">True for on, false for off.</param>
/// <param name="Asks">The check that asks for it.</param>
internal sealed record Address(Place Interface, IPAddress IP, int PrefixLength, bool IsSkipped, bool IsPresent, string Asks = "V01") : Setting(Interface)
{
    private const string OtherPrefix = "V02";

    public override string CheckId => Asks;

    public override IReadOnlyList<string> Answers => Asks switch
    {
        "V01" => ["V01", "V02", "V03", "V04", "V05", "V06", "V10", "V13"],
        OtherPrefix => [OtherPrefix, "V10", "V13"],
        "V03" => ["V03", "V13"],
        _ => [Asks],
    };

    public override string Text => IsPresent
        ? $"Add {IP}/{Length} to {Interface.Alias}, skipped as source."
        : $"Remove {IP} from {Interface.Alias}{Asks switch { "V03" => ", which answers ARP or ND for it", OtherPrefix => ", where its prefix is wider than one host", _ => string.Empty }}.";

    public override string Words => IsPresent ? $"The VIP {IP} on {Interface.Words}."
        : IsAutomatic ? $"No automatic address on {Interface.Words}; a static one ends it as well."
        : $"{IP} leaves {Interface.Words}. Drain the server at the balancer first.";

    public override string Stays => IsAutomatic
        ? "Windows gives itself an automatic address again where DHCP is on."
        : $"{IP} is not put back: {Interface.Words} would answer for it.";

    public override bool? IsAway => IsPresent ? false : Interface.Role == Role.Loopback && !IsAutomatic ? true : null;

    protected override string? Warning => IsPresent || IsAutomatic ? null
        : "This takes the address out of service: drain the server at the balancer first, and do not be connected through it.";

    protected override bool IsShared => false;

    protected override RowSelector Row => new(NetIPAddressClass.Class, Interface.Reference, new CimCondition(NetIPAddressClass.IPAddress, IP.ToString()));

    protected override RowState To => !IsPresent ? RowState.Absent : RowState.Present(
        (NetIPAddressClass.AddressFamily, (long)IP.Family()), (NetIPAddressClass.PrefixLength, (long)PrefixLength), (NetIPAddressClass.SkipAsSource, IsSkipped));

    private bool IsAutomatic => IP.IsLinkLocal();

    private string Length => PrefixLength.ToString(CultureInfo.InvariantCulture);

    private IPFamily Family => IP.Family();

    /// <summary>A VIP as it is on a prepared server.</summary>
    public static Address Vip(Place loopback, IPAddress vip) => new(loopback, vip, vip.Family().Bits(), true, true);

    /// <summary>An address that does not belong there.</summary>
    public static Address Off(Place on, IPAddress address, string asks = "V01") => new(on, address, address.Family().Bits(), false, false, asks);

    /// <summary>A prefix cannot be changed in place: the address is removed and added.</summary>
    public override IEnumerable<Change> Missing(Now now)
    {
        if (!IsPresent)
            return base.Missing(now);
        Dictionary<CimStore, RowState>? rows = now.Read(Row, Stores, On);
        if (rows?.Values.Any(HasOtherPrefix) == true)
            return Off(Interface, IP, OtherPrefix).Missing(now).Append(Add(Stores.ToDictionary(store => store, _ => RowState.Absent)));
        return rows is { Count: 2 } && rows.Values.All(state => state.Meets(To)) ? [] : [Add(rows)];
    }

    public override Setting? Before(RowState? before)
    {
        if (IsPresent)
        {
            return before?.IsPresent != true ? Off(Interface, IP) : throw new ScriptRefusedException(
                $"{IP} is there already and only its settings are wrong, which a script cannot set right safely.", "Let Invoke-DsrPlan do it, or take the address off and plan again.");
        }

        if (IsAutomatic || Interface.Role != Role.Loopback)
            return null;
        int length = before?[NetIPAddressClass.PrefixLength] is { } was ? RawValue.Number(was, NetIPAddressClass.PrefixLength) : PrefixLength;
        return this with { IsPresent = true, PrefixLength = length, IsSkipped = before is null || Equals(before[NetIPAddressClass.SkipAsSource], true) };
    }

    public override ShellText PowerShell(Shell shell)
    {
        string look = $"Get-NetIPAddress -InterfaceIndex {shell.On(Interface)} | Format-Table IPAddress, PrefixLength, SkipAsSource, AddressState";
        if (IsPresent)
            return new ShellText([$"New-NetIPAddress -InterfaceIndex {shell.On(Interface)} -IPAddress {IP} -PrefixLength {Length} -SkipAsSource ${(IsSkipped ? "true" : "false")}{shell.Silent}"], null, look);
        return IsAutomatic && shell != Shell.Line // It goes by itself when DHCP ends.
            ? new ShellText([$"Get-NetIPAddress -InterfaceIndex {shell.On(Interface)} -ErrorAction SilentlyContinue | Where-Object {{ $_.IPAddress -eq '{IP}' }} | Remove-NetIPAddress{Shell.Unasked}"])
            : new ShellText([$"Remove-NetIPAddress -InterfaceIndex {shell.On(Interface)} -IPAddress {IP}{Shell.Unasked}"], null, look);
    }

    /// <summary>Where an update may be missing, netsh refuses the word it does not know, and the second form is tried.</summary>
    public override ShellText Netsh(Shell shell)
    {
        string netsh = $"netsh interface {Context(Family)}";
        string on = CmdText.Quote(Interface);
        if (!IsPresent)
            return IsAutomatic ? ShellText.Nothing : new ShellText([$"{netsh} delete address {on} {IP}"], null, $"{netsh} show addresses {on}");
        string command = $"{netsh} add address {on} " + (Family == IPFamily.IPv4 ? $"{IP} {CmdText.Mask(PrefixLength)}" : $"{IP}/{Length}");
        string skipped = command + " skipassource=true";
        return new ShellText(
            [!IsSkipped ? command : shell.Facts.SkipAsSource.Value switch { SkipAsSource.Absent => command, SkipAsSource.Present => skipped, _ => skipped + " || " + command }], null, $"{netsh} show addresses {on}");
    }

    /// <summary>The first address of a script is set, which ends DHCP.</summary>
    public override ShellText Classic(Shell shell)
    {
        if (IsAutomatic)
            return ShellText.Nothing;
        string on = CmdText.QuoteName(Interface, shell.Facts);
        bool isFirst = IP.Equals(shell.First);
        string command = IsPresent
            ? $"{(isFirst ? "set" : "add")} address {on} {(isFirst ? "static " : string.Empty)}{IP} {CmdText.Mask(PrefixLength)}"
            : isFirst ? $"set address {on} dhcp" : $"delete address {on} {IP}";
        return new ShellText(["netsh interface ip " + command], null, $"netsh interface ip show config {on}");
    }

    private Change Add(IReadOnlyDictionary<CimStore, RowState>? from) => Step(
        from,
        from?.Values.Any(state => state.IsPresent) == true ? $"Make {IP} on {Interface.Alias} a persistent address that is skipped as source." : null,
        settles: RowState.Present((NetIPAddressClass.AddressState, (long)AddressState.Preferred)));

    private bool HasOtherPrefix(RowState state) => state.IsPresent && NetIPAddressClass.Class.Writing.Fixed.Any(property => !property.Same(state[property], To[property]));
}
