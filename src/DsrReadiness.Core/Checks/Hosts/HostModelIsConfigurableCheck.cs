using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Releases;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>Before Vista and Server 2008 the host model is what it is: weak for IPv4, which will do, and strong for IPv6, which will not.</summary>
internal sealed class HostModelIsConfigurableCheck() : Check(new CheckInfo(
    "H08",
    "The release of Windows can accept and send packets for an address of another interface",
    [Severity.Error],
    [new ReadingId(OperatingSystemClass.Class)],
    CheckNeeds.Loopback).With(Shown.ByPacketIfKnown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.WindowsVersion.TryGet(out Version? version, out Missing? missing))
            return [Unknown(missing)];
        return version.HasHostModel()
            ? [Passed(null, $"The host model of Windows {version} can be set for each interface.", "6.0 or later", version.ToString())]
            : context.Families.Select(family => family == IPFamily.IPv4
                ? Passed(family.ToString(), $"On Windows {version} IPv4 is always weak, on every interface, so there is nothing to set.")
                : Failed(
                    family.ToString(),
                    $"On Windows {version} IPv6 is always strong: packets for an IPv6 VIP on a loopback are dropped, and nothing changes that.",
                    "Move the IPv6 VIP to a server with Windows Server 2008 or later, or serve IPv4 alone.",
                    "6.0 or later",
                    version.ToString()));
    }
}
