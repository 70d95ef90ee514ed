using System.Globalization;
using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Desired;

/// <summary>What an interface is to the job.</summary>
internal enum Role
{
    /// <summary>Owns the VIP without a wire.</summary>
    Loopback,

    /// <summary>Where the balancer's frames arrive.</summary>
    Traffic,

    /// <summary>Answers for a VIP that does not belong there.</summary>
    Answering,
}

/// <summary>
/// An interface that a setting is of: one of a server's, the loopback that a plan makes, or one of a server that nothing is known of. What it is called here is our word
/// and may stand anywhere; its name comes from a server or a user.
/// </summary>
/// <param name="Role">What it is to the job.</param>
/// <param name="Reference">What it is told by for longer than a moment; null where nothing is known of the server.</param>
/// <param name="Index">Its index in the snapshot, or as it was given; null for what is yet to be made or goes by its name.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">True for a loopback that is ours from the start.</param>
internal sealed record Place(Role Role, InterfaceRef? Reference, uint? Index, string? Name, bool IsNew = false)
{
    public string Alias => Name ?? HostInterface.NameWithoutAlias(Index ?? 0);

    public bool IsBuiltIn => Reference?.Kind == InterfaceRefKind.BuiltInLoopback;

    /// <summary>What it is called in a script's variables.</summary>
    public string Variable => Role switch { Role.Traffic => "traffic", Role.Answering => "answering", _ => "loopback" };

    /// <summary>What it is called in sentences that hold nothing of a server's.</summary>
    public string Words => Role switch { Role.Traffic => "the traffic interface", Role.Answering => "the interface that answers for it", _ => "the loopback adapter" };

    public static Place ToBeMade(string alias) => new(Role.Loopback, InterfaceRef.MadeByPlan(alias), null, alias, true);

    /// <summary>As somebody gave it. Digits alone are an index, as they are for netsh; an interface of such a name is given by its index.</summary>
    public static Place Given(Role role, string given) =>
        uint.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out uint index) && index > 0
            ? new Place(role, null, index, null)
            : new Place(role, null, null, given);

    /// <summary>A loopback or what else has the VIP, by its index alone: for a command that is run there and now. Null for one that is still to be chosen or made.</summary>
    public static Place Of(uint? index, Role role = Role.Loopback) => new(role, null, index, null);

    /// <exception cref="PlanRefusedException">Nothing tells the interface from others for longer than a moment.</exception>
    public static Place Existing(HostInterface found, Role role = Role.Loopback, bool isNew = false)
    {
        if (found.Kind == InterfaceKind.BuiltInLoopback)
            return new Place(role, InterfaceRef.BuiltInLoopback(found.Alias), found.Index, found.Alias, isNew);
        if (found.Adapter is not null && found.Adapter.InterfaceGuid.TryGet(out string guid) && found.Adapter.DeviceInstanceId.TryGet(out string instanceId))
            return new Place(role, InterfaceRef.Adapter(guid, instanceId, found.Alias), found.Index, found.Alias, isNew);
        throw new PlanRefusedException(new Refusal(
            "A01", $"{found.Alias} has no adapter whose GUID and device could be read, so that it cannot be told apart safely.", "Collect again, with every property of MSFT_NetAdapter."));
    }
}
