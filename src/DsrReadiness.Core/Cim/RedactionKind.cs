namespace DsrReadiness.Cim;

/// <summary>What becomes of a property in a redacted snapshot.</summary>
internal enum RedactionKind
{
    /// <summary>A number, switch or enumerated value, which the verdict is about. A text that is none of these is disguised.</summary>
    Stays,

    /// <summary>No check reads it: it is left out.</summary>
    Dropped,

    /// <summary>Numbers, IP addresses and known words stay; every other word is disguised by itself.</summary>
    Words,

    /// <summary>The name of a computer or domain, disguised label by label: a host stays within its domain.</summary>
    HostName,

    /// <summary>The name of an interface; one of Windows' own words stays.</summary>
    Alias,

    /// <summary>A GUID becomes another one.</summary>
    Guid,

    /// <summary>A MAC address becomes another one, which no manufacturer gave out.</summary>
    Mac,

    /// <summary>A device instance id; those of devices without hardware stay.</summary>
    Device,

    /// <summary>A hardware id, or a protocol or filter of an adapter; known ones stay.</summary>
    Component,

    /// <summary>The id of a firewall rule; those of this project's rules stay.</summary>
    RuleId,

    /// <summary>A rule's name or group, as people see it; those of this project's rules and of Windows' own stay.</summary>
    RuleText,

    /// <summary>The name of a Windows service; those that a check knows stay.</summary>
    Service,

    /// <summary>The path of a program or folder, disguised folder by folder; those of Windows stay, and so does System.</summary>
    Program,

    /// <summary>A command line, of which the program is left.</summary>
    CommandLine,

    /// <summary>Users, computers and their rights.</summary>
    User,

    /// <summary>The id of an app.</summary>
    App,

    /// <summary>The place of a registry value; those that a check knows stay, and a service's is disguised as the service is.</summary>
    Registry,
}
