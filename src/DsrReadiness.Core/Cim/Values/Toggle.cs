namespace DsrReadiness.Cim;

/// <summary>A setting that is off or on (<c>0</c>, <c>1</c>).</summary>
public enum Toggle
{
    /// <summary><c>0</c></summary>
    Disabled = 0,

    /// <summary><c>1</c></summary>
    Enabled = 1,
}
