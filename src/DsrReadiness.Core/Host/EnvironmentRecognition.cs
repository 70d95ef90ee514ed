using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Host;

/// <summary>
/// Tells where a server stands by the services that run on it. A cluster is never recognised by its service alone: a cluster node may be an
/// ordinary real server as well, and taking it for a cluster would excuse a VIP on an answering interface. It has to be given. Where the
/// services could not be read the server is taken for one on premises, of which the most is asked.
/// </summary>
internal static class EnvironmentRecognition
{
    /// <summary>What the computers of Google Cloud say who made them. Its agent can be installed anywhere, and does nothing elsewhere.</summary>
    public const string Google = "Google";

    private const string AzureAgentService = "WindowsAzureGuestAgent";

    /// <summary>The guest agent's service, and since September 2025 its manager's, which runs in its place.</summary>
    private static readonly string[] s_gcpAgentServices = ["GCEAgent", "GCEAgentManager"];

    public static DsrEnvironment Recognise(Snapshot snapshot, DsrService service)
    {
        if (service.Environment is { } given)
            return given;
        if (RunningGcpAgent(snapshot) is not null && IsOfGoogle(snapshot))
            return DsrEnvironment.GcpAgent;
        return Runs(snapshot, AzureAgentService) ? DsrEnvironment.Azure : DsrEnvironment.OnPremises;
    }

    /// <summary>What the environment was told by, as a clause.</summary>
    public static string How(Snapshot snapshot, DsrService service)
    {
        if (service.Environment is not null)
            return "it was given";
        string? agent = RunningGcpAgent(snapshot);
        if (agent is not null && IsOfGoogle(snapshot))
            return $"the service {agent} runs, and the manufacturer is {Google}";
        if (Runs(snapshot, AzureAgentService))
            return $"the service {AzureAgentService} runs";
        return agent is null ? "no service of a cloud's agent runs" : $"the service {agent} runs, but the manufacturer is {SafeText.Of(ManufacturerOf(snapshot).ToString())}";
    }

    /// <summary>True where an agent of Google's runs on a computer of which it is not known who made it.</summary>
    public static bool IsUndecided(Snapshot snapshot, DsrService service) =>
        service.Environment is null && RunningGcpAgent(snapshot) is not null && !ManufacturerOf(snapshot).HasValue;

    private static Field<string> ManufacturerOf(Snapshot snapshot) => snapshot.ComputerSystems.Single?.Manufacturer ?? default;

    private static bool IsOfGoogle(Snapshot snapshot) => ManufacturerOf(snapshot).TryGet(out string manufacturer) && string.Equals(manufacturer, Google, StringComparison.OrdinalIgnoreCase);

    private static string? RunningGcpAgent(Snapshot snapshot) => s_gcpAgentServices.FirstOrDefault(agent => Runs(snapshot, agent));

    private static bool Runs(Snapshot snapshot, string service) => (snapshot.WindowsServices.Rows ?? []).Any(
        each => string.Equals(each.Name, service, StringComparison.OrdinalIgnoreCase)
            && string.Equals(each.State.Or(string.Empty), "Running", StringComparison.OrdinalIgnoreCase));
}
