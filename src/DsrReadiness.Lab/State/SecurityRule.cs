using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>A connection security rule, whose conditions are those of a firewall rule.</summary>
internal sealed class SecurityRule(string id, PolicyStoreSource source) : FirewallRule(id, source)
{
    public long Mode { get; set; } = (long)IPsecMode.Transport;

    public long InboundSecurity { get; set; } = (long)SecurityPolicy.Require;
}
