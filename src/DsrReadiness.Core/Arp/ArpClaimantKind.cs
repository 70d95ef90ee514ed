namespace DsrReadiness.Arp;

/// <summary>Who a MAC address belongs to.</summary>
public enum ArpClaimantKind
{
    /// <summary>To none of the servers and balancers.</summary>
    Unknown,

    /// <summary>To a balancer that was named.</summary>
    Balancer,

    /// <summary>To one of the servers.</summary>
    RealServer,
}
