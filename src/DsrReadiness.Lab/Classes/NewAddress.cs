using System.Diagnostics.CodeAnalysis;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>What the method Create of the address class was asked for, once it has been found possible.</summary>
internal sealed record NewAddress(IPLayer Layer, CimStore Store, IPAddress Address, int PrefixLength, bool SkipAsSource, IPAddress? Gateway)
{
    public static LabParameter[] Parameters { get; } =
    [
        new("InterfaceIndex", CimType.UInt32),
        new("InterfaceAlias", CimType.String),
        new("IPAddress", CimType.String, IsRequired: true),
        new("AddressFamily", CimType.UInt16),
        new("PrefixLength", CimType.UInt8, IsRequired: true),
        new("Type", CimType.UInt8),
        new("PrefixOrigin", CimType.UInt16),
        new("SuffixOrigin", CimType.UInt16),
        new("AddressState", CimType.UInt16),
        new("ValidLifetime", CimType.DateTime),
        new("PreferredLifetime", CimType.DateTime),
        new("SkipAsSource", CimType.Boolean),
        new("DefaultGateway", CimType.String),
        new(CreationStores.Parameter, CimType.String),
        new("PassThru", CimType.Boolean),
    ];

    public static bool TryRead(
        LabArguments arguments, Machine machine, [NotNullWhen(true)] out NewAddress? wanted, [NotNullWhen(false)] out CimOutcome? refusal)
    {
        wanted = null;
        if (!AddressText.TryParse(arguments.Get<string>("IPAddress")!, out IPAddress? address))
            return Refuse("IPAddress is not an address.", out refusal);
        IPFamily family = address.Family();
        long prefixLength = arguments.Number("PrefixLength")!.Value;
        if (prefixLength < 1 || prefixLength > family.Bits() || !IsHostAddress(address, (int)prefixLength))
            return Refuse($"{address}/{prefixLength} is not an address of a host.", out refusal);
        if (arguments.Number("AddressFamily") is { } named && named != (long)family)
            return Refuse("AddressFamily is not that of " + address + ".", out refusal);
        if (arguments.Number("Type") is not (null or 1 or 2))
            return Refuse("Type is neither unicast nor anycast.", out refusal);
        if (CreationStores.Parse(arguments.Get<string>(CreationStores.Parameter)) is not { } store)
            return Refuse("PolicyStore is neither ActiveStore nor PersistentStore.", out refusal);
        IPAddress? gateway = null;
        if (arguments.Get<string>("DefaultGateway") is { } text && (!AddressText.TryParse(text, out gateway) || gateway.Family() != family))
            return Refuse("DefaultGateway is not an address of the family.", out refusal);
        if (!InterfaceArgument.TryFind(arguments, machine, family, out IPLayer? layer, out refusal))
            return false;
        wanted = new NewAddress(layer, store, address, (int)prefixLength, arguments.Flag("SkipAsSource"), gateway);
        return true;
    }

    public void AddTo(CimStore store)
    {
        Layer.Add(new LabAddress(Layer, store, Address, PrefixLength) { SkipAsSource = SkipAsSource });
        if (Gateway is not null)
            Layer.Routes(store).Add(new LabRoute(Layer, store, new IPPrefix(Layer.Family.Wildcard(), 0), Gateway));
    }

    private static bool Refuse(string why, out CimOutcome refusal)
    {
        refusal = Refusal.InvalidParameter(why);
        return false;
    }

    /// <summary>Unicast, and neither the network's own address nor its broadcast.</summary>
    private static bool IsHostAddress(IPAddress address, int prefixLength)
    {
        byte first = address.GetAddressBytes()[0];
        if (address.Family() == IPFamily.IPv6)
            return !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
        if (first is 0 or >= 224)
            return false;
        var prefix = new IPPrefix(address, prefixLength);
        return prefixLength >= 31 || !(address.Equals(prefix.Network) || address.Equals(prefix.Range.Last.ToAddress(IPFamily.IPv4)));
    }
}
