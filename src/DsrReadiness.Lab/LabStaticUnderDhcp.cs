namespace DsrReadiness.Lab;

/// <summary>What becomes of a static IPv4 address that is created while DHCP is on.</summary>
public enum LabStaticUnderDhcp
{
    /// <summary>It is refused with error 87, as users report.</summary>
    Refused,

    /// <summary>It is refused on adapters that were installed since the last start, and turns DHCP off on others.</summary>
    RefusedOnFreshAdapters,

    /// <summary>DHCP is turned off by itself, as the documentation says.</summary>
    TurnsDhcpOff,
}
