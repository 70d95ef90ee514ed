using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Listeners;

/// <summary>For what HTTP.sys has a certificate: without one, the port is open and every handshake fails.</summary>
internal sealed class TlsBindings
{
    private readonly HashSet<(IPAddress Address, int Port)> _addresses = [];
    private readonly HashSet<int> _names = [];
    private readonly HashSet<int> _stores = [];

    /// <summary>What speaks for a port, the closest first.</summary>
    public enum Cover
    {
        None,

        /// <summary>A certificate for the address itself, or for every address of the family.</summary>
        Address,

        /// <summary>Certificates for host names alone.</summary>
        Name,

        /// <summary>The central certificate store.</summary>
        Store,
    }

    public static Fact<TlsBindings> Of(Snapshot snapshot)
    {
        var bindings = new TlsBindings();
        foreach (RegistryName name in new[] { RegistryNames.TlsAddresses, RegistryNames.TlsNames, RegistryNames.TlsStores })
        {
            if (!Registry.Find(snapshot, name).TryGet(out RegistryValue? value, out Missing? missing))
                return missing;
            foreach (string text in value.Texts)
            {
                if (!bindings.Add(name, text))
                    return Missing.Unknown($"{name.Key} has the key '{text}', which is not understood.", "Look at the certificates of HTTP.sys on the server.");
            }
        }

        return bindings;
    }

    public Cover For(IPAddress address, int port) => _addresses.Contains((address, port)) || _addresses.Contains((IPAddress.Any, port))
        || (address.Family() == IPFamily.IPv6 && _addresses.Contains((IPAddress.IPv6Any, port))) ? Cover.Address
        : _names.Contains(port) ? Cover.Name
        : _stores.Contains(port) ? Cover.Store
        : Cover.None;

    /// <summary>Whether the certificate of a binding is one that clients of an address may get: it is for the address, for every address, or for a host name.</summary>
    public static bool MayServe(string binding, IPAddress address, int port)
    {
        int colon = binding.LastIndexOf(':');
        if (!ServicePort.TryParseNumber(binding.Substring(colon + 1), out int number) || number != port)
            return false;
        return colon <= 0 || !AddressText.TryParse(binding.Substring(0, colon).Trim('[', ']'), out IPAddress? bound) || bound.Equals(address) || bound.Equals(IPAddress.Any)
            || (address.Family() == IPFamily.IPv6 && bound.Equals(IPAddress.IPv6Any));
    }

    /// <summary>The addresses that have a certificate for the port.</summary>
    public IReadOnlyCollection<string> AddressesOf(int port) => _addresses.Where(each => each.Port == port).Select(each => each.Address.ToString()).OrderBy(each => each, StringComparer.Ordinal).ToArray();

    private bool Add(RegistryName name, string text)
    {
        int colon = text.LastIndexOf(':');
        if (!ServicePort.TryParseNumber(text.Substring(colon + 1), out int port))
            return false;
        if (name != RegistryNames.TlsAddresses)
            (name == RegistryNames.TlsNames ? _names : _stores).Add(port);
        else if (colon > 0 && AddressText.TryParse(text.Substring(0, colon).Trim('[', ']'), out IPAddress? address))
            _addresses.Add((address, port));
        else
            return false;
        return true;
    }
}
