using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Text;

namespace DsrReadiness.Host;

/// <summary>Why nothing that is sent to an interface arrives.</summary>
/// <param name="Reason">What is so, as a sentence.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Actual">What is there.</param>
internal sealed record InterfaceFault(string Reason, Advice Advice, string Expected, string Actual)
{
    /// <summary>What is wrong with the adapter or its wire; null if frames come and go.</summary>
    public static Fact<InterfaceFault?> OfLink(HostContext context, HostInterface on)
    {
        if (on.IsDisabled)
        {
            return new InterfaceFault(
                $"{on} is disabled: no frame arrives there.", Advice.Run($"Enable {on}.", $"Get-NetAdapter -InterfaceIndex {on.Index} | Enable-NetAdapter"), "Up", "Disabled");
        }

        bool isDisconnected = context.Families.Any(family => context.Routes.IsDisconnected(on.Index, family));
        InterfaceStatus status = InterfaceStatus.Up;
        bool isRead = on.Adapter is null || on.Adapter.OperationalStatus.TryGet(out status);
        if (isDisconnected || (isRead && status != InterfaceStatus.Up))
        {
            string state = isDisconnected ? "is disconnected" : $"is not up, its operational status is {status}";
            return new InterfaceFault(
                $"{on} {state}: no frame arrives there.",
                $"Check the cable, the port of the switch or the virtual switch of {on}, and its driver.",
                "Up",
                isDisconnected ? nameof(ConnectionState.Disconnected) : status.ToString());
        }

        if (isRead || context.Families.Any(family => context.Routes.IsConnected(on.Index, family)))
            return (InterfaceFault?)null;
        return Missing.Property("InterfaceOperationalStatus of " + on, on.Adapter!.OperationalStatus);
    }
}
