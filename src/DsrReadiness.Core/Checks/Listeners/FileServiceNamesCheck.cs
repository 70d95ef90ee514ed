using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A file server looks at the name that clients ask for, which behind a balancer is not its own, and tells them of its other addresses.</summary>
internal sealed class FileServiceNamesCheck() : Check(new CheckInfo(
    "S07",
    "FileServiceNames",
    "The file server answers for the name of the VIP",
    [Severity.Warning],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(RegistryValueClass.Class)],
    CheckNeeds.Port))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.Service.Ports.Any(port => port.Includes(TransportProtocol.Tcp, 445) || port.Includes(TransportProtocol.Tcp, 139)))
            return [NotApplicable("The service is not a file service: it has neither tcp/445 nor tcp/139.")];
        Finding names = Names(context.Snapshot);
        return context.Service.Ports.Any(port => port.Includes(TransportProtocol.Tcp, 445)) ? [names, Multichannel()] : [names];
    }

    private Finding Names(Snapshot snapshot)
    {
        const string Subject = "names";
        if (!Registry.Find(snapshot, RegistryNames.DisableStrictNameChecking).TryGet(out RegistryValue? strict, out Missing? missing)
            || !Registry.Find(snapshot, RegistryNames.OptionalNames).TryGet(out RegistryValue? others, out missing))
        {
            return Unknown(missing!, Subject);
        }

        if (strict.Number is > 0)
            return Passed(Subject, "The file server answers for any name: strict name checking is off.");
        string[] names = others.Texts.Where(text => text.Trim().Length > 0).ToArray();
        return names.Length > 0
            ? Passed(Subject, $"The file server answers for {Wording.Some(names)} beside its own name. See whether the name that clients use for the VIP is among them.")
            : Failed(
                Subject,
                "The file server answers for its own name alone (strict name checking is on, and OptionalNames is empty): clients that use a name of the VIP are refused.",
                new Advice("Let the file server answer for other names, or add the name to OptionalNames.", "Set-SmbServerConfiguration -EnableStrictNameChecking $false -Confirm:$false"),
                "other names",
                "its own name");
    }

    private Finding Multichannel() => Unknown(
        "SMB Multichannel",
        "Whether SMB Multichannel is on is not read. Where it is, as it is by default, the file server tells every client the addresses of all its interfaces, and clients of the VIP go on with the server's own address, past the balancer.",
        new Advice("See whether EnableMultiChannel is True. If clients must not leave the VIP, switch it off.", "Get-SmbServerConfiguration"));
}
