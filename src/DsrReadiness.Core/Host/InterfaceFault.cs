using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Host;

/// <summary>Why nothing that is sent to an interface arrives.</summary>
/// <param name="Reason">What is so, as a sentence.</param>
/// <param name="Words">What to do, as plain sentences.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Actual">What is there.</param>
/// <param name="Cure">What of it a command does.</param>
internal sealed record InterfaceFault(string Reason, string Words, string Expected, string Actual, InterfaceCure Cure = InterfaceCure.ByHand)
{
    /// <summary>What is wrong with the adapter or its wire; null if frames come and go.</summary>
    public static Fact<InterfaceFault?> OfLink(HostContext context, HostInterface on)
    {
        if (on.IsDisabled)
        {
            return new InterfaceFault($"{on} is disabled: no frame arrives there.", $"Enable {on}.", "Up", "Disabled", InterfaceCure.Enable);
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

/// <summary>What a command does for an interface that does not work.</summary>
internal enum InterfaceCure
{
    /// <summary>None does.</summary>
    ByHand,

    /// <summary>It enables the adapter.</summary>
    Enable,

    /// <summary>It restarts the adapter, once what the words say is done.</summary>
    Restart,
}
