using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;
using FirewallRule = DsrReadiness.Lab.State.FirewallRule;
using FirewallProfile = DsrReadiness.Lab.State.FirewallProfile;

namespace DsrReadiness.Lab;

/// <summary>Describes the firewall of a lab server. Rules are inbound, for all profiles, and enabled.</summary>
public sealed class LabFirewallBuilder
{
    private readonly LabFirewall _firewall;

    internal LabFirewallBuilder(LabFirewall firewall) => _firewall = firewall;

    /// <summary>Adds a local rule that allows a port, such as <c>tcp/443</c>, to all local addresses or to some.</summary>
    public LabFirewallBuilder Allow(string id, string port, params string[] localAddresses) =>
        Add(id, PolicyStoreSource.Local, FirewallAction.Allow, port, localAddresses);

    /// <summary>Adds a local rule that blocks a port.</summary>
    public LabFirewallBuilder Block(string id, string port, params string[] localAddresses) =>
        Add(id, PolicyStoreSource.Local, FirewallAction.Block, port, localAddresses);

    /// <summary>Adds a rule of group policy that allows a port: seen in the active store alone, and not to be changed here.</summary>
    public LabFirewallBuilder AllowByPolicy(string id, string port, params string[] localAddresses) =>
        Add(id, PolicyStoreSource.GroupPolicy, FirewallAction.Allow, port, localAddresses);

    /// <summary>Adds a local connection security rule that requires IPsec of what comes in from some addresses, or from all.</summary>
    public LabFirewallBuilder RequireIPsec(string id, params string[] remoteAddresses)
    {
        _firewall.Add(new SecurityRule(id, PolicyStoreSource.Local) { ElementName = id, RemoteAddress = remoteAddresses.Length == 0 ? [FirewallRule.Any] : remoteAddresses });
        return this;
    }

    /// <summary>Switches the firewall off in some profiles, or in all.</summary>
    public LabFirewallBuilder Off(params string[] profiles) =>
        Each(profiles, profile => profile.SetLocal(NetFirewallProfileClass.Enabled, (long)GpoBoolean.False));

    /// <summary>Has group policy ignore all local rules.</summary>
    public LabFirewallBuilder IgnoreLocalRulesByPolicy(params string[] profiles) =>
        Each(profiles, profile => profile.SetPolicy(NetFirewallProfileClass.AllowLocalFirewallRules, (long)GpoBoolean.False));

    private LabFirewallBuilder Add(string id, PolicyStoreSource source, FirewallAction action, string port, string[] localAddresses)
    {
        ServicePort parsed = ServicePort.Parse(port);
        string text = parsed.ToString();
        _firewall.Add(new FirewallRule(id, source)
        {
            ElementName = id,
            Action = (long)action,
            Protocol = parsed.Protocol == TransportProtocol.Tcp ? "TCP" : "UDP",
            LocalPort = [text.Substring(text.IndexOf('/') + 1)],
            LocalAddress = localAddresses.Length == 0 ? [FirewallRule.Any] : localAddresses,
        });
        return this;
    }

    private LabFirewallBuilder Each(string[] names, Action<FirewallProfile> change)
    {
        foreach (string name in names)
        {
            if (!_firewall.Profiles.Any(each => each.Name == name))
                throw new ArgumentException("'" + name + "' is not a profile: Domain, Private and Public are.", nameof(names));
        }

        foreach (FirewallProfile profile in _firewall.Profiles.Where(each => names.Length == 0 || names.Contains(each.Name)))
            change(profile);
        return this;
    }
}
