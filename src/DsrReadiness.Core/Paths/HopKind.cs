namespace DsrReadiness.Paths;

/// <summary>The stations of a packet in a server, in their order.</summary>
public enum HopKind
{
    /// <summary>The balancer's frame comes in.</summary>
    Arrival,

    /// <summary>The server looks whether the destination is an address of its own.</summary>
    Destination,

    /// <summary>The host model on receive.</summary>
    Receive,

    /// <summary>The firewall, inbound.</summary>
    Firewall,

    /// <summary>A connection security rule, where one may drop what is not authenticated.</summary>
    IPsec,

    /// <summary>The socket that takes the packet.</summary>
    Listener,

    /// <summary>The source address of the reply.</summary>
    Source,

    /// <summary>The host model on send.</summary>
    Send,

    /// <summary>The route that the reply takes, and where it leads.</summary>
    Route,

    /// <summary>Who answers when somebody asks for the VIP's link-layer address.</summary>
    Resolution,

    /// <summary>A connection that the server opens itself.</summary>
    Connection,
}
