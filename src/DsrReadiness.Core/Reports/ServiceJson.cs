using DsrReadiness.Services;

namespace DsrReadiness.Reports;

/// <summary>The service that a result is about, as members.</summary>
internal static class ServiceJson
{
    public static (string Name, object? Value)[] Of(DsrService service) =>
        [("name", service.Name), ("virtualIPAddress", service.VirtualIPAddresses), ("port", service.Ports)];
}
