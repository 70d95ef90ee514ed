using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Settings;

/// <summary>The name of a loopback adapter that a plan makes. Whoever makes one by hand names it by hand.</summary>
internal sealed record AdapterName(Place Interface) : Setting(Interface)
{
    public override string CheckId => "A04";

    public override string Text => $"Name it '{Interface.Alias}'.";

    public override string Words => "The loopback adapter has a name of its own.";

    protected override RowSelector Row => new(NetAdapterClass.Class, Interface.Reference);

    protected override RowState To => RowState.Present((NetAdapterClass.Name, Interface.Alias));

    public override IEnumerable<Change> Missing(Now now) => Interface.Index is null ? [Step(null)] : [];

    public override Setting? Before(RowState? before) => null;

    public override ShellText PowerShell(Shell shell) => ShellText.Nothing;

    public override ShellText Netsh(Shell shell) => ShellText.Nothing;
}
