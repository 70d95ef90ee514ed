namespace DsrReadiness.Cim;

/// <summary>Where an address's prefix comes from.</summary>
public enum AddressOrigin
{
    /// <summary><c>0</c></summary>
    Other = 0,

    /// <summary><c>1</c></summary>
    Manual = 1,

    /// <summary><c>2</c></summary>
    WellKnown = 2,

    /// <summary><c>3</c></summary>
    Dhcp = 3,

    /// <summary><c>4</c></summary>
    RouterAdvertisement = 4,
}
