namespace DsrReadiness.Cim;

/// <summary>The state of an adapter's device: <c>MSFT_NetAdapter.State</c>.</summary>
public enum AdapterState
{
    /// <summary><c>0</c></summary>
    Unknown = 0,

    /// <summary><c>1</c></summary>
    Present = 1,

    /// <summary><c>2</c></summary>
    Started = 2,

    /// <summary><c>3</c></summary>
    Disabled = 3,
}
