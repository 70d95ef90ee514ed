using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Redaction;

namespace DsrReadiness.Tests.Snapshots.Redaction;

public sealed class TextRedactorTests
{
    private static readonly TextRedactor s_redactor = new(new Pseudonyms(Redacted.Key));

    [Theory]
    [InlineData(nameof(RedactionKind.Words), "192.0.2.10")]
    [InlineData(nameof(RedactionKind.Words), "2001:db8::10")]
    [InlineData(nameof(RedactionKind.Words), "fe80::1%12")]
    [InlineData(nameof(RedactionKind.Words), "192.0.2.0/24")]
    [InlineData(nameof(RedactionKind.Words), "192.0.2.0/255.255.255.0")]
    [InlineData(nameof(RedactionKind.Words), "192.0.2.10-192.0.2.20")]
    [InlineData(nameof(RedactionKind.Words), "5000-5100")]
    [InlineData(nameof(RedactionKind.Words), "8:*")]
    [InlineData(nameof(RedactionKind.Words), "0.0.0.0:443")]
    [InlineData(nameof(RedactionKind.Words), "192.0.2.10:443")]
    [InlineData(nameof(RedactionKind.Words), "[2001:db8::10]:443")]
    [InlineData(nameof(RedactionKind.Words), "8.0")]
    [InlineData(nameof(RedactionKind.Words), "localsubnet6")]
    [InlineData(nameof(RedactionKind.Words), "IPv6-Route")]
    [InlineData(nameof(RedactionKind.Words), "10.0.17763")]
    [InlineData(nameof(RedactionKind.Words), "IP Address 192.0.2.10")]
    [InlineData(nameof(RedactionKind.Words), "LdapIpAddress GcIpAddress")]
    [InlineData(nameof(RedactionKind.Words), "NotConfigured")]
    [InlineData(nameof(RedactionKind.Alias), "Ethernet")]
    [InlineData(nameof(RedactionKind.Alias), "Ethernet 2")]
    [InlineData(nameof(RedactionKind.Alias), "vEthernet (Default Switch)")]
    [InlineData(nameof(RedactionKind.Alias), "DSR Loopback 2")]
    [InlineData(nameof(RedactionKind.Alias), "Loopback Pseudo-Interface 1")]
    [InlineData(nameof(RedactionKind.Alias), "7")]
    [InlineData(nameof(RedactionKind.Alias), " ")]
    [InlineData(nameof(RedactionKind.Mac), "02004C4F4F50")]
    [InlineData(nameof(RedactionKind.Mac), "01005E0000FB")]
    [InlineData(nameof(RedactionKind.Device), @"ROOT\NET\0000")]
    [InlineData(nameof(RedactionKind.Component), "*MSLOOP")]
    [InlineData(nameof(RedactionKind.Component), "ms_tcpip6")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-192.0.2.10-tcp-443")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-192.0.2.10-udp-5000-5100-2")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-2001:db8::10-ICMP-echo")]
    [InlineData(nameof(RedactionKind.RuleText), "DsrReadiness")]
    [InlineData(nameof(RedactionKind.RuleText), "DSR tcp/443 to 192.0.2.10")]
    [InlineData(nameof(RedactionKind.RuleText), "@FirewallAPI.dll,-28502")]
    [InlineData(nameof(RedactionKind.Service), "GCEAgent")]
    [InlineData(nameof(RedactionKind.Program), "System")]
    [InlineData(nameof(RedactionKind.User), "Any")]
    [InlineData(nameof(RedactionKind.User), "")]
    [InlineData(nameof(RedactionKind.Registry), @"SYSTEM\CurrentControlSet\Services\HTTP\Parameters")]
    public void What_tells_nothing_of_anybody_stays(string disguise, string text) => Assert.Equal(text, Redact(disguise, text));

    [Theory]
    [InlineData(nameof(RedactionKind.Words), "Acme", "value-")]
    [InlineData(nameof(RedactionKind.Words), "www.acme.example:443", "value-")]
    [InlineData(nameof(RedactionKind.Words), "acme.example.com", "value-")]
    [InlineData(nameof(RedactionKind.Words), "00:15:5D:01:02:03", "value-")]
    [InlineData(nameof(RedactionKind.Words), "15551234567", "value-")]
    [InlineData(nameof(RedactionKind.Alias), "Acme LAN", "interface-")]
    [InlineData(nameof(RedactionKind.Alias), "Acme*", "*interface-")]
    [InlineData(nameof(RedactionKind.Alias), "{0C3A7B1E-0000-4000-8000-000000000009}", "*interface-")]
    [InlineData(nameof(RedactionKind.Device), @"PCI\VEN_8086&DEV_1533\1", @"DEVICE\")]
    [InlineData(nameof(RedactionKind.Component), @"PCI\VEN_8086&DEV_1533", "component-")]
    [InlineData(nameof(RedactionKind.RuleId), "IIS-WebServerRole-HTTP-In-TCP", "rule-")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-Acme", "rule-")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-192.0.2.10-Acme", "DsrReadiness-192.0.2.10-rule-")]
    [InlineData(nameof(RedactionKind.RuleId), "DsrReadiness-192.0.2.10-tcp-443\nAcme", "DsrReadiness-192.0.2.10-rule-")]
    [InlineData(nameof(RedactionKind.RuleText), "Acme payroll", "rule-")]
    [InlineData(nameof(RedactionKind.RuleText), @"@C:\Acme\acme.dll,-1", "rule-")]
    [InlineData(nameof(RedactionKind.RuleText), "DSR tcp/443 to Acme", "rule-")]
    [InlineData(nameof(RedactionKind.Service), "AcmePayroll", "service-")]
    [InlineData(nameof(RedactionKind.Program), @"C:\Acme\payroll.exe", @"C:\program-")]
    [InlineData(nameof(RedactionKind.User), "O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1001)", "user-")]
    [InlineData(nameof(RedactionKind.App), "S-1-15-2-1", "app-")]
    public void Anything_else_gets_a_pseudonym(string disguise, string text, string begin)
    {
        string redacted = Redact(disguise, text);
        Assert.StartsWith(begin, redacted, StringComparison.Ordinal);
        Assert.DoesNotContain(text, redacted, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(redacted, Redact(disguise, text.ToUpperInvariant()), ignoreCase: true);
        Assert.NotEqual(redacted, new TextRedactor(new Pseudonyms(new byte[32])).Redact(Enum.Parse<RedactionKind>(disguise), text));
    }

    [Fact]
    public void A_word_is_disguised_where_it_stands()
    {
        string redacted = Redact(nameof(RedactionKind.Words), "Acme SQL (192.0.2.10/24), fe80::1%Acme");
        Assert.Matches(@"\Avalue-[0-9a-f]{12} value-[0-9a-f]{12} \(192\.0\.2\.10/24\), fe80::1%z[0-9a-f]{12}\z", redacted);
    }

    [Fact]
    public void A_host_stays_in_its_domain_and_short_enough_for_NetBIOS()
    {
        string host = Redact(nameof(RedactionKind.HostName), "web01.corp.example");
        Assert.Matches(@"\An[0-9a-f]{12}(\.n[0-9a-f]{12}){2}\z", host);
        Assert.EndsWith("." + Redact(nameof(RedactionKind.HostName), "CORP.example"), host, StringComparison.Ordinal);
        Assert.Equal(Redact(nameof(RedactionKind.HostName), "WEB01"), host.Split('.')[0]);
        Assert.InRange(host.Split('.')[0].Length, 1, 15);
    }

    [Theory]
    [InlineData("{0C3A7B1E-0000-4000-8000-000000000009}", true)]
    [InlineData("0c3a7b1e-0000-4000-8000-000000000009", false)]
    public void A_guid_becomes_another_one(string text, bool hasBraces)
    {
        string redacted = Redact(nameof(RedactionKind.Guid), text);
        Assert.Equal(hasBraces, Guid.TryParseExact(redacted, "B", out _));
        Assert.True(Guid.TryParse(redacted, out Guid guid));
        Assert.NotEqual(Guid.Parse(text), guid);
        Assert.Equal(Redact(nameof(RedactionKind.Guid), "{0c3a7b1e-0000-4000-8000-000000000009}").Trim('{', '}'), redacted.Trim('{', '}'));
    }

    [Theory]
    [InlineData("00155D010203")]
    [InlineData("00-15-5D-01-02-03")]
    [InlineData("00:15:5d:01:02:03")]
    public void A_mac_becomes_one_that_nobody_gave_out_whatever_it_was_written_like(string text)
    {
        string redacted = Redact(nameof(RedactionKind.Mac), text);
        Assert.Equal(Redact(nameof(RedactionKind.Mac), "00155D010203"), redacted);
        Assert.Equal(12, redacted.Length);
        Assert.Equal(0x02, Convert.FromHexString(redacted)[0] & 0x03);
        Assert.DoesNotContain("155D", redacted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00-00-00-00-00-00", "000000000000")]
    [InlineData("xyz", "")]
    public void What_is_no_mac_is_none_afterwards(string text, string expected) => Assert.Equal(expected, Redact(nameof(RedactionKind.Mac), text));

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new Pseudonyms(new byte[31]));

    [Fact]
    public void Ten_thousand_names_have_ten_thousand_pseudonyms() => Assert.Equal(
        10_000, Enumerable.Range(0, 10_000).Select(i => Redact(nameof(RedactionKind.HostName), "WEB" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))).Distinct().Count());

    private static string Redact(string disguise, string text) => s_redactor.Redact(Enum.Parse<RedactionKind>(disguise), text);
}
