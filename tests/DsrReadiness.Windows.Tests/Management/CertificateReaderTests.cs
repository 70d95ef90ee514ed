using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Tests.Simulation;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>Certificates of HTTP.sys, put together from the registry.</summary>
public sealed class CertificateReaderTests
{
    private const string Http = @"SYSTEM\CurrentControlSet\Services\HTTP\Parameters\";
    private const string Stores = @"SOFTWARE\Microsoft\SystemCertificates\";

    [Fact]
    public async Task A_binding_has_the_expiry_of_the_certificate_in_its_store()
    {
        using var session = new ScriptedSession();
        var values = new Dictionary<string, object?>
        {
            [Http + @"SslBindingInfo\0.0.0.0:443\SslCertHash"] = new byte[] { 1, 2, 0xAB },
            [Http + @"SslBindingInfo\192.0.2.10:443\SslCertHash"] = new byte[] { 3 },
            [Http + @"SslBindingInfo\192.0.2.10:443\SslCertStoreName"] = "webhosting",
            [Http + @"SslBindingInfo\192.0.2.11:443\SslCertHash"] = new byte[] { 4 },
            [Http + @"SslBindingInfo\192.0.2.11:443\SslCertStoreName"] = "Remote Desktop",
            [Http + @"SslSniBindingInfo\0A\SslCertHash"] = new byte[] { 5 },
            [Http + @"SslSniBindingInfo\0A\HostnamePort"] = "www.example.com:443",
            [Stores + @"MY\Certificates\0102AB\Blob"] = Blob(),
            [Stores + @"WebHosting\Certificates\03\Blob"] = new byte[] { 32, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 127 },
        };
        session.Method = (method, given) =>
        {
            string key = (string)given["sSubKeyName"]!;
            if (method == "EnumKey")
            {
                string[] below = [.. values.Keys.Where(each => each.StartsWith(key + @"\", StringComparison.Ordinal)).Select(each => each[(key.Length + 1)..].Split('\\')[0]).Distinct()];
                return below.Length == 0 ? new MiAnswer(2, new Dictionary<string, object?>()) : new MiAnswer(0, new Dictionary<string, object?> { ["sNames"] = below });
            }

            return values.TryGetValue(key + @"\" + (string)given["sValueName"]!, out object? value)
                ? new MiAnswer(0, new Dictionary<string, object?> { [method == "GetBinaryValue" ? "uValue" : "sValue"] = value })
                : new MiAnswer(2, new Dictionary<string, object?>());
        };

        CimReading reading = await new ManagedServer(session, "WEB01", null!, TimeSpan.FromMinutes(1)).ReadAsync(new CimQuery(HttpCertificateClass.Class), CancellationToken.None);
        Assert.Equal(
            ["0.0.0.0:443 0102AB 1767323045", "192.0.2.10:443 03 NULL", "192.0.2.11:443 04 not collected", "www.example.com:443 05 NULL"],
            reading.Rows!.Select(row => $"{row.Get(HttpCertificateClass.Binding).Value} {row.Get(HttpCertificateClass.Hash).Value} {Told(row.Get(HttpCertificateClass.NotAfter))}"));
    }

    [Fact]
    public async Task A_key_that_may_not_be_read_fails_the_reading()
    {
        using var session = new ScriptedSession { Method = (_, _) => new MiAnswer(5, new Dictionary<string, object?>()) };
        CimReading reading = await new ManagedServer(session, "WEB01", null!, TimeSpan.FromMinutes(1)).ReadAsync(new CimQuery(HttpCertificateClass.Class), CancellationToken.None);
        Assert.Equal(FailureKind.AccessDenied, reading.Failure!.Kind);
    }

    [Theory]
    [InlineData]
    [InlineData(1, 2, 3)]
    [InlineData(32, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9)] // no certificate
    [InlineData(3, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255)]
    public void What_is_no_list_with_a_certificate_has_no_expiry(params int[] blob) => Assert.Null(CertificateReader.NotAfter([.. blob.Select(each => (byte)each)]));

    private static string Told(Field<uint> field) => field.State == FieldState.Missing ? "not collected" : field.ToString();

    private static byte[] Blob()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        return [3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 32, 0, 0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(certificate.RawData.Length), .. certificate.RawData];
    }
}
