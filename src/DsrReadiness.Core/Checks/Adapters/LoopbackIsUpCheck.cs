using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>The addresses of an adapter that is disabled or has a problem are not the server's, whatever is configured.</summary>
internal sealed class LoopbackIsUpCheck() : Check(new CheckInfo(
    "A03",
    "The loopback adapter is enabled and works",
    [Severity.Error],
    ReadingId.Topology,
    CheckNeeds.Loopback).With(Shown.ByPacketIfKnown))
{
    private const uint Works = 0;
    private const uint Disabled = 22;

    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Loopbacks().Select(fact =>
        !fact.TryGet(out HostInterface? loopback, out Missing? missing) ? Unknown(missing)
        : loopback.Adapter is { } adapter ? Judge(context, loopback, adapter)
        : NotApplicable($"The VIP is on the built-in loopback {loopback}, which is always up."));

    private Finding Judge(CheckContext context, HostInterface loopback, NetAdapter adapter)
    {
        Fact<uint> problem = ProblemOf(context.Topology, loopback, adapter);
        bool known = problem.TryGet(out uint code, out Missing? missing);
        if (loopback.IsDisabled || (known && code == Disabled))
        {
            return Failed(
                loopback.Alias,
                $"{loopback} is disabled.",
                Advice.Run($"Enable {loopback}.", InterfaceCommands.Enable(loopback.Index)),
                "Up",
                "Disabled");
        }

        if (known && code != Works)
        {
            return Failed(
                loopback.Alias,
                $"The device of {loopback} has problem code {code}.",
                PendingRestart.Is(code)
                    ? PendingRestart.Cure(context, loopback.Index, code)
                    : "Look the code up in Device Manager; if the device is beyond repair, remove the adapter and make it again.",
                "0",
                code.ToString(CultureInfo.InvariantCulture));
        }

        if (!adapter.OperationalStatus.TryGet(out InterfaceStatus status))
            return Unknown(Missing.Property("InterfaceOperationalStatus of " + loopback, adapter.OperationalStatus), loopback.Alias);
        if (status != InterfaceStatus.Up)
        {
            return Failed(
                loopback.Alias,
                $"{loopback} is enabled, but its operational status is {status}.",
                Advice.Choose($"Restart {loopback}. If its status stays, look at its device in Device Manager.", InterfaceCommands.Restart(loopback.Index)),
                "Up",
                status.ToString());
        }

        return known ? Passed(loopback.Alias, $"{loopback} is up, and its device has no problem.", "Up", "Up") : Unknown(missing!, loopback.Alias);
    }

    private static Fact<uint> ProblemOf(Topology topology, HostInterface loopback, NetAdapter adapter)
    {
        if (!topology.DeviceOf(adapter).TryGet(out PnPDevice? device, out Missing? missing))
            return missing;
        return device.ProblemCode.TryGet(out uint code) ? code : Missing.Property("ConfigManagerErrorCode of " + loopback, device.ProblemCode);
    }
}
