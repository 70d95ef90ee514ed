using System;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>
/// Tells where a server stands by the services that run on it. A cluster is never recognised by its service alone: a cluster node may be an
/// ordinary real server as well, and taking it for a cluster would excuse a VIP on an answering interface. It has to be given.
/// </summary>
internal static class EnvironmentRecognition
{
    private const string GcpAgentService = "GCEAgent";
    private const string AzureAgentService = "WindowsAzureGuestAgent";

    public static DsrEnvironment Recognise(Snapshot snapshot, DsrService service)
    {
        if (service.Environment is { } given)
            return given;
        if (Runs(snapshot, GcpAgentService))
            return DsrEnvironment.GcpAgent;
        return Runs(snapshot, AzureAgentService) ? DsrEnvironment.Azure : DsrEnvironment.OnPremises;
    }

    private static bool Runs(Snapshot snapshot, string service) => (snapshot.WindowsServices.Rows ?? []).Any(
        each => string.Equals(each.Name, service, StringComparison.OrdinalIgnoreCase)
            && string.Equals(each.State.Or(string.Empty), "Running", StringComparison.OrdinalIgnoreCase));
}
