namespace DsrReadiness.Lab;

/// <summary>How far a lab server has been prepared, and by whom.</summary>
public enum LabShape
{
    /// <summary>As Windows was installed, with IIS or something like it on the service's ports; IIS brings its firewall rules along.</summary>
    Clean,

    /// <summary>
    /// As a hurried administrator leaves it: a loopback adapter with the VIP under the subnet's prefix, as a possible source and in DNS, weak host
    /// send there alone, and a web server that brought no firewall rule.
    /// </summary>
    HalfDone,

    /// <summary>Ready in both stores.</summary>
    Ready,

    /// <summary>With the VIP on the traffic interface, where it answers ARP.</summary>
    VipOnTrafficInterface,

    /// <summary>As installed, with a loopback adapter of another product beside.</summary>
    ForeignLoopback,
}
