using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Settings;

/// <summary>A protocol or service is bound to the loopback adapter or not. One that is not installed is not bound.</summary>
internal sealed record Binding(Place Interface, string Component, bool IsBound) : Setting(Interface)
{
    /// <summary>The file server's protocol, which file and print services on the VIP need.</summary>
    public const string FileServer = "ms_server";

    /// <summary>What is of no use on a loopback: client and server for Microsoft networks, topology discovery, and link layer discovery.</summary>
    public static IReadOnlyList<string> Unwanted { get; } = ["ms_msclient", FileServer, "ms_lltdio", "ms_rspndr", "ms_lldp"];

    public override string CheckId => "A06";

    public override string Text => IsBound ? $"Bind {Component} to {Interface.Alias}." : $"Unbind {Component} from {Interface.Alias}.";

    public override string Words => $"{Component} is {(IsBound ? string.Empty : "not ")}bound to {Interface.Words}.";

    protected override bool MayBeAbsent => true;

    protected override RowSelector Row => new(NetAdapterBindingClass.Class, Interface.Reference, new CimCondition(NetAdapterBindingClass.ComponentID, Component));

    protected override RowState To => RowState.Present((NetAdapterBindingClass.Enabled, IsBound));

    public override Setting Before(RowState? before) =>
        this with { IsBound = before is null ? !IsBound : RawValue.Number(before[NetAdapterBindingClass.Enabled], NetAdapterBindingClass.Enabled) == 1 };

    /// <summary>A script asks for all, since asking for one that is not installed is an error.</summary>
    public override ShellText PowerShell(Shell shell) => new(shell == Shell.Line
        ? [$"Get-NetAdapter -InterfaceIndex {shell.On(Interface)} | {(IsBound ? "Enable" : "Disable")}-NetAdapterBinding -ComponentID {Component}"]
        : [$"Get-NetAdapterBinding | Where-Object {{ $_.ComponentID -eq {PowerShellText.Quote(Component)} -and $_.Name -eq (Get-NetAdapter -InterfaceIndex {shell.On(Interface)}).Name }} | {(IsBound ? "Enable" : "Disable")}-NetAdapterBinding"]);

    public override ShellText Netsh(Shell shell) => ShellText.Hand($"In the adapter's properties, {(IsBound ? "tick" : "untick")} {InWords}{(IsBound ? " again" : string.Empty)}.");

    private string InWords => Component switch
    {
        "ms_msclient" => "'Client for Microsoft Networks'",
        FileServer => "'File and Printer Sharing for Microsoft Networks'",
        "ms_lltdio" => "the Link-Layer Topology Discovery mapper",
        "ms_rspndr" => "the Link-Layer Topology Discovery responder",
        "ms_lldp" => "the LLDP protocol driver",
        _ => "the protocol or service that the plan names",
    };
}
