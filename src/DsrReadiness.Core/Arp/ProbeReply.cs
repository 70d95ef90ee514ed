using DsrReadiness.Cim;

namespace DsrReadiness.Arp;

/// <summary>What came of asking a segment once: a MAC address, nothing, or a failure to ask.</summary>
public sealed class ProbeReply
{
    private ProbeReply(string? linkLayerAddress, CimFailure? failure)
    {
        LinkLayerAddress = linkLayerAddress;
        Failure = failure;
    }

    /// <summary>Nobody has answered.</summary>
    public static ProbeReply Silence { get; } = new(null, null);

    /// <summary>The MAC address that answered; null if none did.</summary>
    public string? LinkLayerAddress { get; }

    /// <summary>Why the question could not be asked; null if it was.</summary>
    public CimFailure? Failure { get; }

    /// <summary>Somebody has answered.</summary>
    public static ProbeReply Of(string linkLayerAddress) => new(linkLayerAddress, null);

    /// <summary>It could not be asked.</summary>
    public static ProbeReply Failed(CimFailure failure) => new(null, failure);
}
