using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>A VIP needs an interface without a wire, where nobody can ask for it by ARP or ND.</summary>
internal sealed class LoopbackAdapterExistsCheck() : Check(new CheckInfo(
    "A01",
    "There is a loopback for the VIP",
    [Severity.Error],
    ReadingId.Topology,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        var elsewhere = new List<IPAddress>();
        Missing? unseen = null;
        foreach (IPAddress vip in context.Service.VirtualIPAddresses)
        {
            if (!context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out Missing? missing))
                unseen ??= missing.IsAbsent ? null : missing;
            if (loopback?.Kind == InterfaceKind.BuiltInLoopback)
                yield return Passed(loopback.Alias, $"The loopback of {vip} is the built-in one, {loopback}.");
            else
                elsewhere.Add(vip);
        }

        if (elsewhere.Count > 0)
            yield return KmTest(context.Topology, elsewhere, unseen);
    }

    private Finding KmTest(Topology topology, IEnumerable<IPAddress> vips, Missing? unseen)
    {
        if (!topology.KmTestLoopbacks().TryGet(out IReadOnlyList<HostInterface>? loopbacks, out Missing? missing))
            return Unknown(missing);
        if (loopbacks.Count > 0)
            return Passed(loopbacks[0].Alias, "The server has a KM-TEST loopback adapter: " + string.Join(", ", loopbacks) + ".");
        return unseen is not null
            ? Unknown(unseen)
            : Failed(
                null,
                $"There is no KM-TEST loopback adapter (hardware id *MSLOOP), and the built-in loopback does not hold {string.Join(", ", vips)}.",
                Advice.Run("Make one.", "New-DsrLoopback -VirtualIPAddress " + string.Join(",", vips.Select(vip => "'" + vip + "'"))),
                "a *MSLOOP adapter",
                "none");
    }
}
