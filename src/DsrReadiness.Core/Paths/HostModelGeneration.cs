using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>Before Vista and Server 2008 the host model was fixed: weak for IPv4, strong for IPv6.</summary>
internal static class HostModelGeneration
{
    private const int Vista = 6;

    /// <summary>Whether the release is such an old one; null if it could not be read.</summary>
    public static bool? HasFixedModel(Snapshot snapshot) =>
        snapshot.OperatingSystems.Single?.Version is { } version ? version.Major < Vista : null;
}
