namespace DsrReadiness.Cim;

/// <summary>A firewall profile setting, which policy may leave open.</summary>
public enum GpoBoolean
{
    /// <summary><c>0</c></summary>
    False = 0,

    /// <summary><c>1</c></summary>
    True = 1,

    /// <summary><c>2</c></summary>
    NotConfigured = 2,
}
