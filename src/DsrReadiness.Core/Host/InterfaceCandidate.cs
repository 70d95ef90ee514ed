using DsrReadiness.Addresses;

namespace DsrReadiness.Host;

/// <summary>An interface that something points to, with what it is, as a clause.</summary>
internal sealed record InterfaceCandidate(HostInterface Interface, IPFamily Family, string How);
