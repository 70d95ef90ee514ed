namespace DsrReadiness.Cim;

/// <summary>
/// Whether a part of a firewall rule is in force, and if not, why. The names are those of Microsoft's reference; the cmdlets show four of them otherwise. Newer releases have numbers beyond
/// these, which are kept as they are.
/// </summary>
public enum RuleEnforcement
{
    /// <summary>Nothing is told: the store is not the active one. The cmdlets say NotApplicable.</summary>
    Invalid = 0,

    /// <summary>In force. The cmdlets say Enforced.</summary>
    Full = 1,

    /// <summary>The profile is off. The cmdlets say DisabledInProfile.</summary>
    FirewallOffInProfile = 2,

    /// <summary>Another product has registered itself for this kind of filtering.</summary>
    CategoryOff = 3,

    /// <summary>The rule is off.</summary>
    DisabledObject = 4,

    /// <summary>No network has the profile now. The cmdlets say ProfileInactive.</summary>
    InactiveProfile = 5,

    /// <summary>The local addresses stand for none.</summary>
    LocalAddressResolutionEmpty = 6,

    /// <summary>The remote addresses stand for none.</summary>
    RemoteAddressResolutionEmpty = 7,

    /// <summary>The local ports stand for none.</summary>
    LocalPortResolutionEmpty = 8,

    /// <summary>The remote ports stand for none.</summary>
    RemotePortResolutionEmpty = 9,

    /// <summary>No interface is meant.</summary>
    InterfaceResolutionEmpty = 10,

    /// <summary>No program is meant.</summary>
    ApplicationResolutionEmpty = 11,

    /// <summary>No remote computer is meant.</summary>
    RemoteMachineEmpty = 12,

    /// <summary>No remote user is meant.</summary>
    RemoteUserEmpty = 13,

    /// <summary>Policy ignores local rules for ports.</summary>
    LocalGlobalOpenPortsDisallowed = 14,

    /// <summary>Policy ignores local rules for programs.</summary>
    LocalAuthorizedApplicationsDisallowed = 15,

    /// <summary>Policy ignores local rules.</summary>
    LocalFirewallRulesDisallowed = 16,

    /// <summary>Policy ignores local connection security rules.</summary>
    LocalConsecRulesDisallowed = 17,

    /// <summary>The rule is for another version of Windows.</summary>
    NotTargetPlatform = 18,

    /// <summary>Left out, since another rule does the same.</summary>
    OptimizedOut = 19,

    /// <summary>No local user is meant.</summary>
    LocalUserEmpty = 20,

    /// <summary>No computer is meant for transport mode.</summary>
    TransportMachinesEmpty = 21,

    /// <summary>No computer is meant for tunnel mode.</summary>
    TunnelMachinesEmpty = 22,

    /// <summary>What was looked up stands for none.</summary>
    TupleResolutionEmpty = 23,
}
