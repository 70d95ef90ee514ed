using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// Reads which certificates HTTP.sys has bound, and when they expire. All keys are asked at once for the keys below them, then all of these for what they hold. A store's value Blob is a list
/// of properties, each with its number, a 1 and its length before it, of which the 32nd is the certificate (Microsoft, MS-GPEF 2.2.1.2.3).
/// </summary>
internal sealed class CertificateReader(IMiSession session)
{
    private const int TheCertificate = 32;

    public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
    {
        Task<Dictionary<string, uint>[]> stores = Task.WhenAll(HttpCertificateClass.StoreNames.Select(store => ReadStoreAsync(store, cancellationToken)));
        IEnumerable<CimRow>[] rows = await Task.WhenAll(
            ReadBindingsAsync(RegistryNames.TlsAddresses, stores, cancellationToken), ReadBindingsAsync(RegistryNames.TlsNames, stores, cancellationToken)).ConfigureAwait(false);
        return CimReading.Of(query.Class, query.Store, [.. rows.SelectMany(each => each)]);
    }

    /// <summary>When a certificate expires; null if the property list holds none that can be read.</summary>
    public static uint? NotAfter(byte[] blob)
    {
        for (int at = 0; at + 12 <= blob.Length;)
        {
            int length = BitConverter.ToInt32(blob, at + 8);
            if (length < 0 || length > blob.Length - at - 12)
                return null;
            if (BitConverter.ToInt32(blob, at) == TheCertificate)
                return Expiry([.. blob.Skip(at + 12).Take(length)]);
            at += 12 + length;
        }

        return null;
    }

    private static uint? Expiry(byte[] encoded)
    {
        try
        {
            using var certificate = new X509Certificate2(encoded);
            return (uint)Math.Min(uint.MaxValue, Math.Max(0, new DateTimeOffset(certificate.NotAfter).ToUnixTimeSeconds()));
        }
        catch (CryptographicException)
        {
            return null; // what is there is no certificate: nobody can use it
        }
    }

    /// <summary>The certificates of a store by their hash.</summary>
    private async Task<Dictionary<string, uint>> ReadStoreAsync(string store, CancellationToken cancellationToken)
    {
        string key = HttpCertificateClass.Stores + @"\" + store + @"\Certificates";
        string[] hashes = await SubkeysAsync(key, cancellationToken).ConfigureAwait(false);
        byte[]?[] blobs = await Task.WhenAll(hashes.Select(hash => BytesAsync(key + @"\" + hash, "Blob", cancellationToken))).ConfigureAwait(false);
        var expiring = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < hashes.Length; i++)
        {
            if (blobs[i] is { } blob && NotAfter(blob) is { } time)
                expiring[hashes[i]] = time;
        }

        return expiring;
    }

    private async Task<IEnumerable<CimRow>> ReadBindingsAsync(RegistryName list, Task<Dictionary<string, uint>[]> stores, CancellationToken cancellationToken)
    {
        string[] keys = await SubkeysAsync(list.Key, cancellationToken).ConfigureAwait(false);
        CimRow?[] rows = await Task.WhenAll(keys.Select(async key =>
        {
            string path = list.Key + @"\" + key;
            Task<byte[]?> hash = BytesAsync(path, "SslCertHash", cancellationToken);
            Task<string?> store = TextAsync(path, "SslCertStoreName", cancellationToken);
            Task<string?> host = list == RegistryNames.TlsNames ? TextAsync(path, "HostnamePort", cancellationToken) : Task.FromResult<string?>(null);
            return await hash.ConfigureAwait(false) is { Length: > 0 } bytes
                ? Row(await host.ConfigureAwait(false) ?? key, BitConverter.ToString(bytes).Replace("-", string.Empty), await store.ConfigureAwait(false), await stores.ConfigureAwait(false))
                : null;
        })).ConfigureAwait(false);
        return rows.OfType<CimRow>();
    }

    private static CimRow Row(string binding, string hash, string? store, Dictionary<string, uint>[] stores)
    {
        List<KeyValuePair<string, object?>> values = [new(HttpCertificateClass.Binding.Name, binding), new(HttpCertificateClass.Hash.Name, hash)];
        int at = HttpCertificateClass.StoreNames.ToList().FindIndex(each => string.Equals(each, store ?? HttpCertificateClass.StoreNames[0], StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
            values.Add(new(HttpCertificateClass.NotAfter.Name, stores[at].TryGetValue(hash, out uint time) ? (object)(long)time : null));
        return CimRow.From(HttpCertificateClass.Class, values);
    }

    private async Task<string[]> SubkeysAsync(string key, CancellationToken cancellationToken) =>
        (await CallAsync("EnumKey", key, null, cancellationToken).ConfigureAwait(false))["sNames"] is IList names ? [.. names.Cast<string>()] : [];

    private async Task<byte[]?> BytesAsync(string key, string value, CancellationToken cancellationToken) =>
        (await CallAsync("GetBinaryValue", key, value, cancellationToken).ConfigureAwait(false))["uValue"] as byte[];

    private async Task<string?> TextAsync(string key, string value, CancellationToken cancellationToken) =>
        (await CallAsync("GetStringValue", key, value, cancellationToken).ConfigureAwait(false))["sValue"] is string { Length: > 0 } text ? text : null;

    private Task<MiAnswer> CallAsync(string method, string key, string? value, CancellationToken cancellationToken) => RegistryReader.CallAsync(session, method, key, value, cancellationToken);
}
