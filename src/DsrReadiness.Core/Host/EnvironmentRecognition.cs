using System;
using System.Linq;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>
/// Tells where a server stands by the services that run on it. A cluster is never recognised by its service alone: a cluster node may be an
/// ordinary real server as well, and taking it for a cluster would excuse a VIP on an answering interface. It has to be given. Where the
/// services could not be read the server is taken for one on premises, of which the most is asked.
/// </summary>
internal static class EnvironmentRecognition
{
    private const string AzureAgentService = "WindowsAzureGuestAgent";

    /// <summary>The guest agent's service, and since September 2025 its manager's, which runs in its place.</summary>
    private static readonly string[] s_gcpAgentServices = ["GCEAgent", "GCEAgentManager"];

    public static DsrEnvironment Recognise(Snapshot snapshot, DsrService service)
    {
        if (service.Environment is { } given)
            return given;
        if (RunningGcpAgent(snapshot) is not null)
            return DsrEnvironment.GcpAgent;
        return Runs(snapshot, AzureAgentService) ? DsrEnvironment.Azure : DsrEnvironment.OnPremises;
    }

    /// <summary>What the environment was told by, as a clause.</summary>
    public static string How(Snapshot snapshot, DsrService service)
    {
        if (service.Environment is not null)
            return "it was given";
        if (RunningGcpAgent(snapshot) is { } agent)
            return $"the service {agent} runs";
        return Runs(snapshot, AzureAgentService)
            ? $"the service {AzureAgentService} runs"
            : "no service of a cloud's agent runs";
    }

    private static string? RunningGcpAgent(Snapshot snapshot) => s_gcpAgentServices.FirstOrDefault(agent => Runs(snapshot, agent));

    private static bool Runs(Snapshot snapshot, string service) => (snapshot.WindowsServices.Rows ?? []).Any(
        each => string.Equals(each.Name, service, StringComparison.OrdinalIgnoreCase)
            && string.Equals(each.State.Or(string.Empty), "Running", StringComparison.OrdinalIgnoreCase));
}
