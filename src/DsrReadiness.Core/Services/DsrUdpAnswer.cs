namespace DsrReadiness.Services;

/// <summary>From which address a service answers datagrams where its socket is bound to every address, which no reading shows.</summary>
public enum DsrUdpAnswer
{
    /// <summary>From the address that was asked: the program sees to it.</summary>
    FromVip,

    /// <summary>From an address that Windows chooses, which is the server's own.</summary>
    FromServer,

    /// <summary>Not at all, as with syslog, traps and flows.</summary>
    None,
}
