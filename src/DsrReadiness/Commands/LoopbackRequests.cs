using System.Globalization;
using System.Linq;
using DsrReadiness.Errors;
using DsrReadiness.Services;

namespace DsrReadiness.Commands;

/// <summary>Reads parameters that say what to do with a loopback.</summary>
internal static class LoopbackRequests
{
    /// <exception cref="FailureException">An address or a port is none.</exception>
    public static LoopbackRequest Read(LoopbackRequest request, string[] vips, string[]? ports = null)
    {
        try
        {
            return request with
            {
                VirtualIPAddresses = vips.Select(ServiceText.ReadAddress).ToArray(),
                Ports = (ports ?? []).Select(ServicePort.Parse).ToArray(),
            };
        }
        catch (ServiceDefinitionException e)
        {
            throw new FailureException(Failures.InvalidService(e, vips));
        }
    }

    /// <summary>The traffic interface by index, if that is how it was given, else by name.</summary>
    public static string? TrafficInterface(string parameterSet, uint index, string? alias) =>
        parameterSet == ServiceCmdlet.ByIndex ? index.ToString(CultureInfo.InvariantCulture) : alias;
}
