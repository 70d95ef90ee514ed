namespace DsrReadiness.Services.Files;

/// <summary>What a member takes.</summary>
internal enum MemberType
{
    /// <summary>A text that says something.</summary>
    Text,

    /// <summary>A text, or a list of texts.</summary>
    Texts,

    /// <summary>A port as text or number, or a list of these.</summary>
    Ports,

    /// <summary>The name of an environment.</summary>
    Environment,

    /// <summary>From where a UDP service answers.</summary>
    UdpAnswer,

    /// <summary>A service, or a list of services.</summary>
    Services,

    /// <summary>A pool, or a list of pools.</summary>
    Pools,

    /// <summary>A server, which is a name or an object, or a list of these.</summary>
    Servers,
}
