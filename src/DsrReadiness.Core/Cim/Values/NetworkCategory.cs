namespace DsrReadiness.Cim;

/// <summary>The category of the network that an interface is connected to.</summary>
public enum NetworkCategory
{
    /// <summary><c>0</c></summary>
    Public = 0,

    /// <summary><c>1</c></summary>
    Private = 1,

    /// <summary><c>2</c></summary>
    DomainAuthenticated = 2,
}
