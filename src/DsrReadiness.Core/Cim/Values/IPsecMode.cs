namespace DsrReadiness.Cim;

/// <summary>How a connection security rule has packets protected.</summary>
public enum IPsecMode
{
    /// <summary><c>1</c></summary>
    Transport = 1,

    /// <summary><c>2</c></summary>
    Tunnel = 2,
}
