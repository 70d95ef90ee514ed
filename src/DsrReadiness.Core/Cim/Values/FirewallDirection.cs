namespace DsrReadiness.Cim;

/// <summary>The direction of a firewall rule.</summary>
public enum FirewallDirection
{
    /// <summary><c>1</c></summary>
    Inbound = 1,

    /// <summary><c>2</c></summary>
    Outbound = 2,
}
