using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>Windows uses an address fully only in state Preferred.</summary>
internal sealed class VipIsPreferredCheck() : VipOnLoopbackCheck(new CheckInfo(
    "V04",
    "Each VIP is in state Preferred",
    [Severity.Error, Severity.Warning],
    ReadingId.Interfaces))
{
    protected override Finding Judge(CheckContext context, HostInterface on, HostAddress vip)
    {
        string what = $"The state of {vip.Address} on {on.Alias}";
        if (!vip.State.TryGet(out AddressState state))
            return Unknown(Missing.Property(what, vip.State), vip.Address.ToString());
        Advice again = AgainAfter(context, on, vip);
        return state switch
        {
            AddressState.Preferred => Passed(vip.Address.ToString(), $"{what} is Preferred.", "Preferred", "Preferred"),
            AddressState.Tentative => Bad(
                Severity.Error,
                "Windows still waits to see whether another host has it",
                $"Wait some seconds and judge again; if it stays so, see that {on.Alias} is up and connected."),
            AddressState.Duplicate => Bad(
                Severity.Error,
                "another host answered for it, so Windows does not use it",
                again.Once(context.VipBelongsOnTrafficInterface
                    ? "Find the other host that has it."
                    : $"Nobody can answer on a loopback: see that {on.Alias} is bridged to nothing.")),
            AddressState.Invalid => Bad(Severity.Error, "Windows does not use it", again),
            AddressState.Deprecated => Bad(
                Severity.Warning,
                "Windows still receives on it, and will stop to when its lifetime ends",
                Advice.Run(
                    "Give it a lifetime without an end.",
                    AddressCommands.Set(on.Index, vip.Address, "PreferredLifetime", "([TimeSpan]::MaxValue) -ValidLifetime ([TimeSpan]::MaxValue)"))),
            _ => Unknown(
                vip.Address.ToString(),
                $"{what} is {state:D}, which is an unknown state.",
                "Look at the address on the server, and collect again.",
                "Preferred",
                state.ToString("D")),
        };

        Finding Bad(Severity severity, string consequence, Advice fix) =>
            Failed(severity, vip.Address.ToString(), $"{what} is {state}: {consequence}.", fix, "Preferred", state.ToString());
    }

    private static Advice AgainAfter(CheckContext context, HostInterface on, HostAddress vip) => context.VipBelongsOnTrafficInterface
        ? "Let the agent or the cluster that keeps the VIP there add it again."
        : Advice.Run("Remove it and add it again.", [AddressCommands.Remove(on.Index, vip.Address), AddressCommands.Add(on.Index, vip.Address)]);
}
