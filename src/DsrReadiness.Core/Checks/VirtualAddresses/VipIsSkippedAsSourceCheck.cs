using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A VIP that Windows may choose as source gets answers that go to the balancer, and is published in DNS.</summary>
internal sealed class VipIsSkippedAsSourceCheck() : VipOnLoopbackCheck(new CheckInfo(
    "V06",
    "Windows does not choose a VIP as the source of its own connections",
    [Severity.Warning],
    ReadingId.Interfaces))
{
    protected override bool IsKept => true;

    protected override Finding Judge(CheckContext context, HostInterface on, HostAddress vip)
    {
        string subject = vip.Address.ToString();
        string what = $"SkipAsSource of {vip.Address} on {on.Alias}";
        if (!vip.SkipAsSource.TryGet(out bool skipped))
            return Unknown(Missing.Property(what, vip.SkipAsSource), subject);
        return skipped
            ? Passed(subject, what + " is True.", "True", "True")
            : Failed(
                subject,
                what + " is False: Windows may open its own connections from the VIP, whose answers go to the balancer, and may register it in DNS.",
                Advice.Run("Skip it as source.", AddressCommands.Set(on.Index, vip.Address, "SkipAsSource", "$true")),
                "True",
                "False");
    }
}
