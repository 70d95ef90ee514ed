using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Listeners;

/// <summary>A file server looks at the name that clients ask for, which behind a balancer is not its own, and tells them of its other addresses.</summary>
internal sealed class FileServiceNamesCheck() : Check(new CheckInfo(
    "S07",
    "The file server answers for the name of the VIP",
    [Severity.Warning],
    [new ReadingId(RegistryValueClass.Class), new ReadingId(SmbServerConfigurationClass.Class), new ReadingId(SmbServerNetworkInterfaceClass.Class)],
    CheckNeeds.Port).With(Shown.ByPacket))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.Service.Ports.Any(port => port.Includes(TransportProtocol.Tcp, 445) || port.Includes(TransportProtocol.Tcp, 139)))
            return [NotApplicable("The service is not a file service: it has neither tcp/445 nor tcp/139.")];
        Finding names = Names(context.Snapshot);
        return context.Service.Ports.Any(port => port.Includes(TransportProtocol.Tcp, 445)) ? [names, Multichannel(context)] : [names];
    }

    private Finding Names(Snapshot snapshot)
    {
        const string Subject = "names";
        if (!Registry.Find(snapshot, RegistryNames.DisableStrictNameChecking).TryGet(out RegistryValue? strict, out Missing? missing)
            || !Registry.Find(snapshot, RegistryNames.OptionalNames).TryGet(out RegistryValue? others, out missing))
        {
            return Unknown(missing!, Subject);
        }

        bool? isStrict = snapshot.SmbServerConfigurations.Single?.StrictNameChecking is { HasValue: true } told ? told.Value : null;
        if (isStrict == false || (isStrict is null && strict.Number is > 0))
            return Passed(Subject, "The file server answers for any name: strict name checking is off.");
        string[] names = others.Texts.Where(text => text.Trim().Length > 0).ToArray();
        return names.Length > 0
            ? Passed(Subject, $"The file server answers for {Wording.Some(names)} beside its own name. See whether the name that clients use for the VIP is among them.")
            : Failed(
                Subject,
                "The file server answers for its own name alone (strict name checking is on, and OptionalNames is empty): clients that use a name of the VIP are refused.",
                Advice.Choose("Let the file server answer for other names, or add the name to OptionalNames.", ServiceCommands.SetFileServer("EnableStrictNameChecking", false)),
                "other names",
                "its own name");
    }

    private Finding Multichannel(CheckContext context)
    {
        const string Subject = "SMB Multichannel";
        Reading<SmbServerConfiguration> reading = context.Snapshot.SmbServerConfigurations;
        if (!reading.TryGet(out IReadOnlyList<SmbServerConfiguration>? rows, out Missing? missing))
            return Unknown(missing, Subject);
        if (rows.Count == 0 || !rows[0].MultiChannel.TryGet(out bool isOn))
            return Unknown(Missing.Property("EnableMultiChannel of " + reading.Name, rows.Count == 0 ? default : rows[0].MultiChannel), Subject);
        if (!isOn)
            return Passed(Subject, "SMB Multichannel is off: clients stay with the address that they came to.", "off", "off");
        IPAddress[]? told = context.Snapshot.SmbServerInterfaces.Rows?.Select(row => row.Address).Where(address => address.HasValue).Select(address => address.Value)
            .Where(address => !context.Service.VirtualIPAddresses.Contains(address) && !address.IsLinkLocal()).Distinct().ToArray();
        if (told?.Length == 0)
            return Passed(Subject, "SMB Multichannel is on, and the file server has no other address than VIPs to tell its clients of.", "off", "on");
        string addresses = told is null ? "the addresses of all its interfaces" : Wording.Some(told.Select(address => address.ToString()).ToArray());
        return Failed(
            Subject,
            $"SMB Multichannel is on: the file server tells every client of the VIP {addresses}, and clients go on with these, past the balancer.",
            Advice.Choose("If clients must not leave the VIP, switch SMB Multichannel off.", ServiceCommands.SetFileServer("EnableMultiChannel", false)),
            "off",
            "on");
    }
}
