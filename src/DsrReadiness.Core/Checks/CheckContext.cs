using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>What every check is given: the server, what is asked of it, its firewall, and what was given beside the snapshot.</summary>
internal sealed class CheckContext(Snapshot snapshot, DsrService service, CheckInputs? inputs = null) : HostContext(snapshot, service)
{
    /// <summary>What was given beside the snapshot, which may be nothing.</summary>
    public CheckInputs Inputs { get; } = inputs ?? CheckInputs.None;

    public FlowJudge Firewall { get; } = new(snapshot);
}
