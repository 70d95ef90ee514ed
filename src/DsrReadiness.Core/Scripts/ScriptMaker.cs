using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Desired;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>Makes a script of a request: a pure function.</summary>
internal static class ScriptMaker
{
    /// <summary>Batch files have the line ends without which <c>cmd</c> misreads labels.</summary>
    private const string CmdNewLine = "\r\n";

    /// <exception cref="ScriptRefusedException">It cannot be written so that it does what is asked, and nothing else.</exception>
    public static string Make(ScriptRequest request)
    {
        foreach (IPAddress vip in request.Service.VirtualIPAddresses)
            RefuseWhatIsNoHosts(vip, request.PrefixLength);
        ReleaseFacts facts = ReleaseFacts.Of(request.Release);
        ScriptLanguage language = request.Language ?? (facts.HasCmdlets.Value ? ScriptLanguage.PowerShell : ScriptLanguage.Cmd);
        string newLine = language == ScriptLanguage.Cmd ? CmdNewLine : "\n";
        Place? given = request.Service.TrafficInterface is { } name ? Place.Given(Role.Traffic, name) : null;
        if (language == ScriptLanguage.Module)
            return ModuleScript.Write(request.Service, facts, given, request.Loopback, request.Plan, request.Part, newLine);
        if (language == ScriptLanguage.PowerShell && !facts.HasCmdlets.Value)
            throw new ScriptRefusedException($"{facts.Name} does not have the network cmdlets.", "Write the script as a batch file.");
        ScriptPlan plan = request.Plan is null ? OfService(request, facts, given) : ScriptPlan.Of(request.Plan, request.Loopback);
        return new ScriptWriter(facts, language == ScriptLanguage.Cmd ? new CmdFrame() : new PowerShellFrame(), newLine).Write(plan, request.Part);
    }

    /// <summary>What a plan refuses of an address (V12), as far as it can be told without a server.</summary>
    private static void RefuseWhatIsNoHosts(IPAddress vip, int? prefixLength)
    {
        const string GiveTheServiceAddress = "Give the address that clients use and the balancer owns.";
        if (SpecialAddresses.KindOf(vip) is { } kind)
            throw new ScriptRefusedException($"{vip} is {kind}: no host can have it on a network.", GiveTheServiceAddress);
        if (prefixLength is not { } length || length > vip.Family().Bits())
            return;
        var subnet = new IPPrefix(vip, length);
        if (SpecialAddresses.EndOf(subnet, vip) is { } end)
            throw new ScriptRefusedException($"{vip} is {end} of {subnet}.", GiveTheServiceAddress);
    }

    private static ScriptPlan OfService(ScriptRequest request, ReleaseFacts facts, Place? traffic)
    {
        if (traffic is null)
            throw new ScriptRefusedException("The traffic interface is not given.", "Give its name or index: without a snapshot nothing finds it.");
        if (request.Loopback is null)
            throw new ScriptRefusedException("The loopback adapter is not given.", "Give its name or index, or the name that it will have.");
        Place loopback = Place.Given(Role.Loopback, request.Loopback);
        if (loopback == traffic with { Role = Role.Loopback })
            throw new ScriptRefusedException("The traffic interface and the loopback adapter are the same.", "Give each its own name or index.");
        RefuseWhatCannotBe(request.Service, facts, request.PrefixLength);
        return ScriptPlan.Of(request.Service, facts, traffic, loopback, request.PrefixLength);
    }

    private static void RefuseWhatCannotBe(DsrService service, ReleaseFacts facts, int? prefixLength)
    {
        foreach (IPFamily family in service.Families)
        {
            HostModel model = facts.HostModelOf(family).Value;
            if (model is HostModel.Absent or HostModel.FixedStrong)
            {
                throw new ScriptRefusedException(
                    model == HostModel.Absent
                        ? $"{facts.Name} has no {family} that a server could use."
                        : $"On {facts.Name} {family} always uses the strong host model: packets for a VIP on a loopback are dropped, and nothing changes that.",
                    "Move the IPv6 VIP to Windows Server 2008 or later, or serve IPv4 alone.");
            }
        }

        if (!facts.HostPrefix.Value && prefixLength is null)
        {
            throw new ScriptRefusedException(
                $"The tools of {facts.Name} take no mask 255.255.255.255, so that the VIP needs a wider one.",
                "Give the prefix length of the traffic interface's subnet, such as 24: with the highest metric on the loopback its route then never wins.");
        }
    }
}
