using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>A firewall rule with its conditions: one row of the rule class and one of each filter class.</summary>
internal class FirewallRule(string id, PolicyStoreSource source)
{
    public const string Any = "Any";

    public string Id { get; } = id;

    public PolicyStoreSource Source { get; } = source;

    public string? ElementName { get; set; }

    public string? Group { get; set; }

    public string? Owner { get; set; }

    public long Enabled { get; set; } = (long)RuleEnabled.True;

    public long Direction { get; set; } = (long)FirewallDirection.Inbound;

    public long Action { get; set; } = (long)FirewallAction.Allow;

    public long Profiles { get; set; }

    /// <summary>Whether the parts of the rule are in force, as numbers.</summary>
    public long[] Enforcement { get; set; } = [];

    public string[] Platforms { get; set; } = [];

    public string[] DynamicKeywords { get; set; } = [];

    public string? PolicyAppId { get; set; }

    public string? PackageFamily { get; set; }

    public string[] LocalAddress { get; set; } = [Any];

    public string[] RemoteAddress { get; set; } = [Any];

    public string Protocol { get; set; } = Any;

    public string[] LocalPort { get; set; } = [Any];

    public string[] RemotePort { get; set; } = [Any];

    public string[] IcmpType { get; set; } = [Any];

    public string? Program { get; set; }

    public string? Package { get; set; }

    public string? Service { get; set; }

    public string[] InterfaceAlias { get; set; } = [Any];

    public long InterfaceType { get; set; }

    public long Authentication { get; set; }

    public long Encryption { get; set; }

    public bool OverrideBlockRules { get; set; }

    public string? LocalUsers { get; set; }

    public string? RemoteUsers { get; set; }

    public string? RemoteMachines { get; set; }

    public FirewallRule Copy() => (FirewallRule)MemberwiseClone();
}
