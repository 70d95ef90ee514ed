using System.Collections.Generic;

namespace DsrReadiness.Inventory;

/// <summary>A firewall rule of ours, in the words that Windows keeps it in.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="DisplayName">What people see.</param>
/// <param name="IsEnabled">True if it is in force; null if that could not be read.</param>
/// <param name="LocalAddresses">The addresses that it opens.</param>
/// <param name="RemoteAddresses">Who may come in; empty for anybody.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="LocalPorts">The ports; empty for none or all.</param>
internal sealed record FirewallRuleEntry(
    string Id,
    string DisplayName,
    bool? IsEnabled,
    IReadOnlyList<string> LocalAddresses,
    IReadOnlyList<string> RemoteAddresses,
    string Protocol,
    IReadOnlyList<string> LocalPorts);
