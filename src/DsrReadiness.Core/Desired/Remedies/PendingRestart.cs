using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Remedies;

/// <summary>A device that is complete, or gone, only after a restart of Windows.</summary>
internal static class PendingRestart
{
    private const uint NeedsRestart = 14; // CM_PROB_NEED_RESTART
    private const uint WillBeRemoved = 21; // CM_PROB_WILL_BE_REMOVED
    private const string Restart = "Restart-Computer -Confirm";

    /// <summary>True if the problem code of a device says that it waits.</summary>
    public static bool Is(uint code) => code is NeedsRestart or WillBeRemoved;

    /// <summary>What it waits for.</summary>
    public static string Reason(string subject, uint code) => code == WillBeRemoved
        ? $"Windows removes the device of {subject} at the next restart, and with it every address on it."
        : $"The device of {subject} waits for a restart of Windows before it works as it was set up.";

    /// <summary>The restart; and before, the VIPs off an adapter that goes, since the persistent store would keep them for an interface that is no more.</summary>
    public static Advice Cure(HostContext context, uint? index, uint code)
    {
        if (code != WillBeRemoved)
            return Advice.Choose("Take the server out of the pool, restart it, and judge it again.", Restart);
        IEnumerable<string> off = index is { } on
            ? context.Service.VirtualIPAddresses.Where(vip => Prepared.Holders(context, vip).Any(each => each.Index == on)).Select(vip => AddressCommands.Remove(on, vip))
            : [];
        return Advice.Choose("Drain the server at the balancer, take VIPs that are on the adapter off it, restart the server, and plan again: a plan makes a new adapter.", [.. off, Restart]);
    }

    /// <summary>Why nothing may be set up on an interface; null if its device does not wait, or nobody knows.</summary>
    public static Refusal? Of(HostContext context, uint index)
    {
        if (!context.Topology.Find(index).TryGet(out HostInterface? on, out _) || on.Adapter is not { } adapter
            || !context.Topology.DeviceOf(adapter).TryGet(out PnPDevice? device, out _) || !device.ProblemCode.TryGet(out uint code) || !Is(code))
            return null;
        Advice cure = Cure(context, index, code);
        return new Refusal("H04", Reason(on.Alias, code), cure.Words, cure.Command);
    }
}
