using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>What M01 and M02 ask of the running stack, asked of what is loaded at the next start.</summary>
internal sealed class HostModelIsPersistentCheck() : HostModelCheck(new CheckInfo(
    "M05",
    "The host model of traffic interface and loopback survives a restart",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetIPInterfaceClass.Class, CimStore.Persistent)],
    CheckNeeds.Loopback).With(Shown.Nowhere))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => Judge(
            context,
            TrafficInterface,
            HostModelSetting.WeakHostReceive,
            Toggle.Enabled,
            "after the next restart packets for the VIP that arrive there are silently dropped",
            CimStore.Persistent)
        .Concat(Judge(
            context,
            Loopbacks,
            HostModelSetting.WeakHostSend,
            Toggle.Enabled,
            "after the next restart replies from the VIP cannot leave by the traffic interface",
            CimStore.Persistent));
}
