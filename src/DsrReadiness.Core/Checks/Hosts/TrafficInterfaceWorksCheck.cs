using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>What everything else rests on: frames arrive, and whoever asks for the server's own address is answered.</summary>
internal sealed class TrafficInterfaceWorksCheck() : Check(new CheckInfo(
    "H09",
    "The traffic interface is up and connected, and its own address is in use",
    [Severity.Error],
    ReadingId.Interfaces))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing))
            return [Unknown(missing)];
        if (!context.LinkFault.TryGet(out InterfaceFault? fault, out missing))
            return [Unknown(missing, on.Alias)];
        return fault is not null ? [Failed(on, fault)] : context.Families.Select(family => JudgeAddress(context, on, family)).Concat(JudgeProbed(context, on));
    }

    private Finding JudgeAddress(CheckContext context, HostInterface on, IPFamily family)
    {
        if (!OwnAddressFault.Of(context, on, family).TryGet(out InterfaceFault? fault, out Missing? missing))
            return Unknown(missing, on.Alias);
        return fault is null ? Passed(on.Alias, $"{on} is up, and answers for its own {family} address.", nameof(InterfaceStatus.Up), nameof(InterfaceStatus.Up)) : Failed(on, fault);
    }

    /// <summary>A probe of another interface's address arrives there.</summary>
    private IEnumerable<Finding> JudgeProbed(CheckContext context, HostInterface traffic)
    {
        if (context.Service.Probe is not { } probe || !ProbedAddress.Arrival(context, probe).TryGet(out HostInterface? on, out _) || on.Equals(traffic))
            yield break;
        if (!InterfaceFault.OfLink(context, on).TryGet(out InterfaceFault? fault, out Missing? missing))
            yield return Unknown(missing, on.Alias);
        else if (fault is not null)
            yield return Failed(on, fault);
    }

    private Finding Failed(HostInterface on, InterfaceFault fault) => Failed(on.Alias, fault.Reason, InterfaceCommands.For(on, fault), fault.Expected, fault.Actual);
}
