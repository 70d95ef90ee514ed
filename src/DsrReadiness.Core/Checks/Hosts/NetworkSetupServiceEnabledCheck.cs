using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>Since Windows 8.1 a service binds protocols to a new adapter; hardening guides that disable it leave new adapters without an address.</summary>
internal sealed class NetworkSetupServiceEnabledCheck() : Check(new CheckInfo(
    "H05",
    "The Network Setup Service may start",
    [Severity.Warning],
    [new ReadingId(ServiceClass.Class)]))
{
    private const string Service = "NetSetupSvc";

    public override IEnumerable<Finding> Evaluate(CheckContext context) => [Judge(context.Snapshot.WindowsServices)];

    private Finding Judge(Reading<WindowsService> reading)
    {
        if (!reading.TryGet(out IReadOnlyList<WindowsService>? services, out Missing? missing))
            return Unknown(missing);
        if (services.FirstOrDefault(each => string.Equals(each.Name, Service, StringComparison.OrdinalIgnoreCase)) is not { } service)
            return NotApplicable($"This Windows has no service {Service}.");
        if (!service.StartMode.TryGet(out string mode))
            return Unknown(Missing.Property("StartMode of " + Service, service.StartMode), Service);
        return string.Equals(mode, "Disabled", StringComparison.OrdinalIgnoreCase)
            ? Failed(
                Service,
                $"{Service} is disabled: network adapters that are added or changed are not set up.",
                Advice.Run("Let it start when it is needed.", ServiceCommands.LetStart(Service, "Manual")),
                "Manual",
                "Disabled")
            : Passed(Service, $"{Service} may start ({SafeText.Of(mode)}).", actual: SafeText.Of(mode));
    }
}
