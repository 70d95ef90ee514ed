using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>A default route, which does not belong on a loopback. It is never wanted there, and only found and removed.</summary>
internal sealed record DefaultRoute(Place Interface, IPPrefix Prefix, IPAddress NextHop, bool IsPresent) : Setting(Interface)
{
    public override string CheckId => "V08";

    public override IReadOnlyList<string> Answers => ["V08", "V13"];

    public override string Text => $"{(IsPresent ? "Add" : "Remove")} the default route through {NextHop} {(IsPresent ? "to" : "from")} {Interface.Alias}.";

    public override string Words => IsPresent ? $"The default route through {NextHop} is back." : $"The default route through {NextHop} leaves {Interface.Words}.";

    protected override bool IsShared => false;

    protected override RowSelector Row => new(
        NetRouteClass.Class,
        Interface.Reference,
        new CimCondition(NetRouteClass.DestinationPrefix, Prefix.ToString()),
        new CimCondition(NetRouteClass.NextHop, NextHop.ToString()));

    protected override RowState To => IsPresent ? RowState.Present() : RowState.Absent;

    public override Setting Before(RowState? before) => this with { IsPresent = !IsPresent };

    public override ShellText PowerShell(Shell shell) => new(
        [$"{(IsPresent ? "New" : "Remove")}-NetRoute -InterfaceIndex {shell.On(Interface)} -DestinationPrefix {Prefix} -NextHop {NextHop}{(IsPresent ? shell.Silent : Shell.Unasked)}"]);

    public override ShellText Netsh(Shell shell) => new(
        [$"netsh interface {Context(Prefix.Family)} {(IsPresent ? "add" : "delete")} route {Prefix} {CmdText.Quote(Interface)} {NextHop}"]);

    public override ShellText Classic(Shell shell) => throw CmdText.NoCommand(shell.Facts);
}
