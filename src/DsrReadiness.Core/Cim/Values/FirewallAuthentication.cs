namespace DsrReadiness.Cim;

/// <summary>Whether a firewall rule asks for an authenticated connection.</summary>
public enum FirewallAuthentication
{
    /// <summary><c>0</c></summary>
    NotRequired = 0,

    /// <summary><c>1</c></summary>
    Required = 1,

    /// <summary><c>2</c></summary>
    NoEncapsulation = 2,
}
