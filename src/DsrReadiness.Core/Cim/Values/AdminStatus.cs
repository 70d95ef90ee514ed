namespace DsrReadiness.Cim;

/// <summary>An adapter's administrative status: <c>MSFT_NetAdapter.InterfaceAdminStatus</c>.</summary>
public enum AdminStatus
{
    /// <summary><c>1</c></summary>
    Up = 1,

    /// <summary><c>2</c></summary>
    Down = 2,

    /// <summary><c>3</c></summary>
    Testing = 3,
}
