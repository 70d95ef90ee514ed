namespace DsrReadiness.Arp;

/// <summary>What follows from who answers for a VIP.</summary>
public enum ArpConclusion
{
    /// <summary>Only a balancer that was named answers, as it should be.</summary>
    Balancer,

    /// <summary>One MAC address answers, which is of none of the servers and not known to be a balancer's.</summary>
    NoRealServer,

    /// <summary>A real server answers, alone or beside others: it takes what the balancer should get.</summary>
    RealServer,

    /// <summary>Several MAC addresses answer, none of them a server's.</summary>
    SeveralClaimants,

    /// <summary>Somebody has asked, and nobody has answered.</summary>
    NobodyAnswers,

    /// <summary>A server answers where it should: an agent or a cluster keeps the VIP there.</summary>
    NotApplicable,

    /// <summary>It cannot be told.</summary>
    Undetermined,
}
