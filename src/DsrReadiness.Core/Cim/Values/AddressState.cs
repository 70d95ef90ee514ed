namespace DsrReadiness.Cim;

/// <summary>Whether an address can be used: <c>MSFT_NetIPAddress.AddressState</c>.</summary>
public enum AddressState
{
    /// <summary><c>0</c></summary>
    Invalid = 0,

    /// <summary><c>1</c></summary>
    Tentative = 1,

    /// <summary><c>2</c></summary>
    Duplicate = 2,

    /// <summary><c>3</c></summary>
    Deprecated = 3,

    /// <summary><c>4</c></summary>
    Preferred = 4,
}
