namespace DsrReadiness.Cim;

/// <summary>What a firewall rule or a profile's default does.</summary>
public enum FirewallAction
{
    /// <summary><c>0</c></summary>
    NotConfigured = 0,

    /// <summary><c>2</c></summary>
    Allow = 2,

    /// <summary><c>3</c></summary>
    AllowBypass = 3,

    /// <summary><c>4</c></summary>
    Block = 4,
}
