using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Releases;

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
        ScriptInterface? given = request.Service.TrafficInterface is { } name ? ScriptInterface.Traffic(name) : null;
        if (language == ScriptLanguage.Module)
            return ModuleScript.Write(request.Service, facts, given, request.Loopback, request.Plan, request.Part, newLine);
        if (language == ScriptLanguage.PowerShell && !facts.HasCmdlets.Value)
            throw new ScriptRefusedException($"{facts.Name} does not have the network cmdlets.", "Write the script as a batch file.");
        ScriptPlan plan = request.Plan is null ? OfService(request, facts, given) : new PlanSteps(request.Plan, request.Loopback).Read();
        IScriptDialect dialect = language == ScriptLanguage.Cmd ? CmdDialect.For(facts) : new PowerShellDialect(facts);
        return new ScriptWriter(facts, dialect, newLine).Write(plan, request.Part);
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

    private static ScriptPlan OfService(ScriptRequest request, ReleaseFacts facts, ScriptInterface? traffic)
    {
        if (traffic is null)
            throw new ScriptRefusedException("The traffic interface is not given.", "Give its name or index: without a snapshot nothing finds it.");
        if (request.Loopback is null)
            throw new ScriptRefusedException("The loopback adapter is not given.", "Give its name or index, or the name that it will have.");
        ScriptInterface loopback = ScriptInterface.Loopback(request.Loopback);
        return loopback with { Role = string.Empty } == traffic with { Role = string.Empty, Words = loopback.Words }
            ? throw new ScriptRefusedException("The traffic interface and the loopback adapter are the same.", "Give each its own name or index.")
            : ServiceSteps.Of(request.Service, facts, traffic, loopback, request.PrefixLength);
    }
}
