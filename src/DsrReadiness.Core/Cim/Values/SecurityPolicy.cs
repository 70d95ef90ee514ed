namespace DsrReadiness.Cim;

/// <summary>Whether a connection security rule has the other side authenticate itself.</summary>
public enum SecurityPolicy
{
    /// <summary><c>0</c>, which the cmdlets call None.</summary>
    Never = 0,

    /// <summary><c>1</c>: without it, it goes on.</summary>
    Request = 1,

    /// <summary><c>2</c>: without it, packets are dropped.</summary>
    Require = 2,
}
