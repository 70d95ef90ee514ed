using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Inventory;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>A firewall rule that the module made: it lets one protocol and its ports in to one address.</summary>
public sealed class DsrFirewallRule : DsrObject
{
    private readonly FirewallRuleEntry _entry;

    internal DsrFirewallRule(DsrServer server, string computerName, FirewallRuleEntry entry)
    {
        _entry = entry;
        Server = server;
        ComputerName = computerName;
        VirtualIPAddress = entry.LocalAddresses.ToDsrList();
        RemoteAddress = (entry.RemoteAddresses.Count == 0 ? ["Any"] : entry.RemoteAddresses).ToDsrList();
        Port = entry.LocalPorts.Where(_ => IsTransport(entry.Protocol)).Select(port => entry.Protocol.ToLowerInvariant() + "/" + port).ToDsrList();
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The rule's own id, which <c>Get-NetFirewallRule</c> calls its name.</summary>
    public string Name => _entry.Id;

    /// <summary>The name that people see.</summary>
    public string DisplayName => SafeText.Of(_entry.DisplayName);

    /// <summary>True if it is in force; null if that could not be read.</summary>
    public bool? Enabled => _entry.IsEnabled;

    /// <summary>The addresses that it opens.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The protocol.</summary>
    public string Protocol => _entry.Protocol;

    /// <summary>The ports that it opens, in the words of other commands; none for ICMP.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>Who may come in.</summary>
    public IReadOnlyList<string> RemoteAddress { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsTransport(string protocol) =>
        string.Equals(protocol, "TCP", StringComparison.OrdinalIgnoreCase) || string.Equals(protocol, "UDP", StringComparison.OrdinalIgnoreCase);

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Name), SafeText.Of(Name) },
        { nameof(VirtualIPAddress), ViewText.Join(VirtualIPAddress) },
        { nameof(Protocol), SafeText.Of(Protocol) },
        { nameof(Port), ViewText.Join(Port) },
        { nameof(RemoteAddress), ViewText.Join(RemoteAddress) },
    };
}
