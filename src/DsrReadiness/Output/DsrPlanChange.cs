using DsrReadiness.Desired;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>One change of a plan.</summary>
public sealed class DsrPlanChange : DsrObject
{
    private readonly Change _change;

    internal DsrPlanChange(DsrServer server, string computerName, int number, Change change)
    {
        _change = change;
        Server = server;
        ComputerName = computerName;
        Number = number;
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>Its place in the plan, from 1.</summary>
    public int Number { get; }

    /// <summary>The check that asks for it.</summary>
    public string CheckId => _change.CheckId;

    /// <summary>What it does.</summary>
    public string Text => SafeText.Of(_change.Text);

    /// <summary>What to mind before it is made; null if nothing.</summary>
    public string? Warning => _change.Warning;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override DsrTexts Texts() => [];
}
