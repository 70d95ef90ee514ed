namespace DsrReadiness.Services;

/// <summary>The protocols of services and probes, numbered as IP numbers them.</summary>
public enum TransportProtocol
{
    /// <summary>ICMP, of either family; for probes alone.</summary>
    Icmp = 1,

    /// <summary>TCP</summary>
    Tcp = 6,

    /// <summary>UDP</summary>
    Udp = 17,
}
