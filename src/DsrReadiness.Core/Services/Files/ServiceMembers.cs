using System.Collections.Generic;

namespace DsrReadiness.Services.Files;

/// <summary>
/// The members of each object of a service file. They are called as the parameters of the cmdlets are. The schema and the page of service
/// files are held to this list by a test.
/// </summary>
internal static class ServiceMembers
{
    public const string Schema = "$schema";
    public const string Format = "format";
    public const string Service = "service";
    public const string Name = "name";
    public const string VirtualIPAddress = "virtualIPAddress";
    public const string Port = "port";
    public const string Balancer = "balancer";
    public const string Probe = "probe";
    public const string ClientAddress = "clientAddress";
    public const string TrafficInterface = "trafficInterface";
    public const string Environment = "environment";
    public const string UdpAnswer = "udpAnswer";
    public const string Server = "server";
    public const string Pool = "pool";
    public const string Witness = "witness";

    /// <summary>Of the file as a whole.</summary>
    public static IReadOnlyList<ServiceMember> OfFile { get; } =
    [
        new(Schema, MemberType.Text),
        new(Format, MemberType.Text, IsRequired: true),
        new(Service, MemberType.Services, IsRequired: true),
    ];

    /// <summary>Of a service.</summary>
    public static IReadOnlyList<ServiceMember> OfService { get; } =
    [
        new(Name, MemberType.Text, IsRequired: true),
        new(VirtualIPAddress, MemberType.Texts, IsRequired: true),
        new(Port, MemberType.Ports),
        new(Balancer, MemberType.Texts),
        new(Probe, MemberType.Text),
        new(ClientAddress, MemberType.Texts),
        new(TrafficInterface, MemberType.Text),
        new(Environment, MemberType.Environment),
        new(UdpAnswer, MemberType.UdpAnswer),
        new(Server, MemberType.Servers),
        new(Pool, MemberType.Pools),
        new(Witness, MemberType.Texts),
    ];

    /// <summary>Of a pool.</summary>
    public static IReadOnlyList<ServiceMember> OfPool { get; } =
    [
        new(Name, MemberType.Text, IsRequired: true),
        new(Server, MemberType.Servers, IsRequired: true),
    ];

    /// <summary>Of a server that is more than a name.</summary>
    public static IReadOnlyList<ServiceMember> OfServer { get; } =
    [
        new(Name, MemberType.Text, IsRequired: true),
        new(Probe, MemberType.Text),
        new(TrafficInterface, MemberType.Text),
    ];

    /// <summary>What people write who have the words of another tool, or of a parameter's alias, in mind.</summary>
    internal static IReadOnlyDictionary<string, string> Synonyms { get; } = new Dictionary<string, string>(System.StringComparer.OrdinalIgnoreCase)
    {
        ["vip"] = VirtualIPAddress,
        ["vips"] = VirtualIPAddress,
        ["address"] = VirtualIPAddress,
        ["ipAddress"] = VirtualIPAddress,
        ["client"] = ClientAddress,
        ["clients"] = ClientAddress,
        ["clientRange"] = ClientAddress,
        ["interface"] = TrafficInterface,
        ["interfaceAlias"] = TrafficInterface,
        ["healthCheck"] = Probe,
        ["loadBalancer"] = Balancer,
        ["computer"] = Server,
        ["computerName"] = Server,
        ["member"] = Server,
        ["members"] = Server,
        ["host"] = Server,
        ["id"] = Name,
        ["version"] = Format,
    };
}
