namespace DsrReadiness.Cim;

/// <summary>Whether an IP interface is connected.</summary>
public enum ConnectionState
{
    /// <summary><c>0</c></summary>
    Disconnected = 0,

    /// <summary><c>1</c></summary>
    Connected = 1,
}
