namespace DsrReadiness.Services;

/// <summary>Where the server stands, which decides where its VIP belongs.</summary>
public enum DsrEnvironment
{
    /// <summary>A segment with a layer 2 balancer: the VIP belongs on a KM-TEST loopback adapter.</summary>
    OnPremises,

    /// <summary>Azure with floating IP: the VIP may also be on the built-in loopback, and probes go to the server's own address.</summary>
    Azure,

    /// <summary>Google Cloud with its guest agent: the agent keeps the VIP on the traffic interface.</summary>
    GcpAgent,

    /// <summary>A failover cluster keeps the VIP on the traffic interface.</summary>
    Cluster,
}
