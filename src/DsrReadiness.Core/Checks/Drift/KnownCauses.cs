using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Drift;

/// <summary>
/// Recognises what is known to undo a set-up: each by what the two snapshots show, and only where it explains a change for the worse. What
/// people tell of these is in the documentation of drift, with how sure it is.
/// </summary>
internal sealed class KnownCauses(ServerComparison comparison)
{
    /// <summary>Checks that an adapter's loss, or its defaults when it is made again, can turn.</summary>
    private static readonly string[] s_ofLoopback = ["A01", "A02", "A03", "A05", "A06", "A07", "A08", "D01", "M02", "M03", "M05", "N03", "V01", "V02", "V04", "V05", "V06", "V09", "V10", "W02"];

    private static readonly string[] s_ofTrafficInterface = ["D02", "H01", "H02", "H03", "H09", "M01", "M04", "M05", "M07", "W01", "W06"];
    private static readonly string[] s_ofHostModel = ["M01", "M02", "M03", "M05"];
    private readonly ServerComparison _comparison = comparison;
    private readonly CheckContext _before = new CheckContext(comparison.Earlier, comparison.Service);
    private readonly CheckContext _after = new CheckContext(comparison.Later, comparison.Service);

    /// <summary>The causes that a comparison looks like, surest first.</summary>
    public static IReadOnlyList<LikelyCause> Of(ServerComparison comparison)
    {
        if (comparison.Changes.Count == 0)
            return [];
        var known = new KnownCauses(comparison);
        return new[] { known.LessWasRead(), known.AgentTookVip(), known.LoopbackGone(), known.TrafficInterfaceRemade(), known.PolicyApplied(), known.LostWithRestart(), known.WrittenBack() }
            .OfType<LikelyCause>().Where(cause => cause.Explains.Count > 0).ToArray();
    }

    private LikelyCause? LessWasRead()
    {
        string[] ids = Ids(change => change.After.Outcome == Outcome.Unknown && change.Before.Outcome != Outcome.Unknown);
        return ids.Length == 0 ? null : new LikelyCause(
            "LessWasRead", "The later snapshot says less than the earlier one: what it could not read is unknown now, and may be as it was. Collect again, elevated, with the current script.", ids);
    }

    private LikelyCause? AgentTookVip() => _after.Environment == DsrEnvironment.GcpAgent && _before.Environment != DsrEnvironment.GcpAgent
        ? new LikelyCause(
            "AgentTookVip",
            "A guest agent of Google Cloud runs now and did not before: it keeps the VIP on the traffic interface and puts it back there whenever it is taken away.",
            Ids(change => change.Direction != ChangeDirection.Same))
        : null;

    private LikelyCause? LoopbackGone()
    {
        if (DeviceBefore(_before.Loopbacks()) is not { } lost || StillThere(lost))
            return null;
        bool isRemade = _after.Topology.KmTestLoopbacks().TryGet(out IReadOnlyList<HostInterface>? loopbacks, out _) && loopbacks.Count > 0;
        string made = isRemade ? " One that is made again, as here, starts with DNS registration and NetBIOS on and the strong host model." : string.Empty;
        string[] ids = Ids(change => s_ofLoopback.Contains(change.After.Id));
        return _before.WindowsVersion.TryGet(out Version? then, out _) && _after.WindowsVersion.TryGet(out Version? now, out _) && then != now
            ? new LikelyCause(
                "UpgradeInPlace",
                $"Windows was {then} and is {now}, and the loopback adapter {lost.Alias} is gone: an upgrade in place removes such adapters, with all that was set on them.{made}",
                ids)
            : new LikelyCause(
                isRemade ? "LoopbackRemade" : "LoopbackRemoved",
                $"The loopback adapter {lost.Alias} is gone, and Windows is the same: somebody, or a tool that cleans up adapters, has removed it.{made}",
                ids);
    }

    private LikelyCause? TrafficInterfaceRemade()
    {
        if (DeviceBefore([_before.TrafficInterface]) is not { } lost || StillThere(lost)
            || !_after.TrafficInterface.TryGet(out HostInterface? now, out _))
        {
            return null;
        }

        return new LikelyCause(
            "TrafficInterfaceRemade",
            $"The traffic interface was {lost.Alias} and is {now.Alias}, which is another device: making a virtual switch, a team or a container network anew gives a new interface, "
                + "whose host model is the default, Disabled. Network cards that were exchanged do the same.",
            Ids(change => s_ofTrafficInterface.Contains(change.After.Id)));
    }

    private LikelyCause? PolicyApplied()
    {
        bool registers = _comparison.All.Any(change => change.After is { Id: "D03", Outcome: Outcome.Passed, Actual: "1" } && change.Before is { Outcome: Outcome.Passed, Actual: not "1" });
        bool firewall = IsWorse("W05");
        string[] ids = Ids(change => (registers && change.After.Id is "D01" or "D04") || (firewall && change.After.Id is "W01" or "W02" or "W05"));
        return registers || firewall
            ? new LikelyCause("PolicyApplied", "A group policy applies now that did not before, and it beats what is set on the server: change the policy, not the server.", ids)
            : null;
    }

    /// <summary>What was never written to the persistent store does not survive a restart.</summary>
    private LikelyCause? LostWithRestart()
    {
        bool hostModel = Before("M05") == Outcome.Failed && (IsWorse("M01") || IsWorse("M02"));
        bool address = Before("V05") == Outcome.Failed && IsWorse("V01");
        return hostModel || address
            ? new LikelyCause(
                "LostWithRestart",
                "The earlier snapshot had this in the active store alone, which " + string.Join(" and ", new[] { hostModel ? "M05" : null, address ? "V05" : null }.OfType<string>())
                    + " said: the server has been restarted since, and that is lost.",
                Ids(change => (hostModel && change.After.Id is "M01" or "M02" or "M03") || (address && change.After.Id is "V01" or "V06")))
            : null;
    }

    private LikelyCause? WrittenBack()
    {
        string[] ids = Ids(change => s_ofHostModel.Contains(change.After.Id));
        bool sameDevices = DeviceBefore(_before.Loopbacks()) is { } loopback && StillThere(loopback)
            && DeviceBefore([_before.TrafficInterface]) is { } traffic && StillThere(traffic);
        if (!sameDevices || Before("M05") != Outcome.Passed || !(IsWorse("M01") || IsWorse("M02")))
            return null;
        string where = IsWorse("M05")
            ? "in both stores, which no restart does: somebody, a configuration tool, an agent or a security baseline has written it back."
            : "in the active store alone, and the persistent store still has what is needed: somebody or an agent has changed it for the moment, and a restart would bring it back.";
        return new LikelyCause("WrittenBack", "The interfaces are the same, and their host model is another one " + where, ids);
    }

    /// <summary>The adapter of the first interface that has one; null if none has.</summary>
    private static HostInterface? DeviceBefore(IEnumerable<Fact<HostInterface>> interfaces) => interfaces
        .Select(fact => fact.TryGet(out HostInterface? found, out _) ? found : null)
        .FirstOrDefault(found => found?.Adapter?.InterfaceGuid.HasValue == true);

    /// <summary>True if the later snapshot has the device, or does not tell.</summary>
    private bool StillThere(HostInterface device) => !_comparison.Later.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out CimFailure? _)
        || adapters.Any(adapter => string.Equals(
            adapter.InterfaceGuid.Or(string.Empty), device.Adapter!.InterfaceGuid.Or(string.Empty), StringComparison.OrdinalIgnoreCase));

    private Outcome? Before(string id) => _comparison.All.FirstOrDefault(change => change.Before.Id == id)?.Before.Outcome;

    private bool IsWorse(string id) => _comparison.Changes.Any(change => change.After.Id == id && change.Direction == ChangeDirection.Worse && change.After.Outcome == Outcome.Failed);

    /// <summary>The checks of which something is true, and which did not come out better.</summary>
    private string[] Ids(Func<ResultChange, bool> which) => _comparison.Changes
        .Where(change => change.Direction != ChangeDirection.Better && which(change)).Select(change => change.After.Id).ToArray();
}
