namespace DsrReadiness.Cim;

/// <summary>Whether a firewall rule asks for an encrypted connection.</summary>
public enum FirewallEncryption
{
    /// <summary><c>0</c></summary>
    NotRequired = 0,

    /// <summary><c>1</c></summary>
    Required = 1,

    /// <summary><c>2</c></summary>
    Dynamic = 2,
}
