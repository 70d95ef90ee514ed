namespace DsrReadiness.Cim;

/// <summary>Where a firewall rule in the active store comes from.</summary>
public enum PolicyStoreSource
{
    /// <summary><c>0</c></summary>
    None = 0,

    /// <summary><c>1</c></summary>
    Local = 1,

    /// <summary><c>2</c></summary>
    GroupPolicy = 2,

    /// <summary><c>3</c></summary>
    Dynamic = 3,

    /// <summary><c>4</c></summary>
    Generated = 4,

    /// <summary><c>5</c></summary>
    Hardcoded = 5,

    /// <summary><c>6</c></summary>
    Mdm = 6,

    /// <summary><c>8</c></summary>
    HostFirewallLocal = 8,

    /// <summary><c>9</c></summary>
    HostFirewallGroupPolicy = 9,

    /// <summary><c>10</c></summary>
    HostFirewallDynamic = 10,

    /// <summary><c>11</c></summary>
    HostFirewallMdm = 11,
}
