namespace DsrReadiness.Cim;

/// <summary>An adapter's operational status (ifOperStatus): <c>MSFT_NetAdapter.InterfaceOperationalStatus</c>.</summary>
public enum InterfaceStatus
{
    /// <summary><c>1</c></summary>
    Up = 1,

    /// <summary><c>2</c></summary>
    Down = 2,

    /// <summary><c>3</c></summary>
    Testing = 3,

    /// <summary><c>4</c></summary>
    Unknown = 4,

    /// <summary><c>5</c></summary>
    Dormant = 5,

    /// <summary><c>6</c></summary>
    NotPresent = 6,

    /// <summary><c>7</c></summary>
    LowerLayerDown = 7,
}
