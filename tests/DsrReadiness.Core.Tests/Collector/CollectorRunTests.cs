using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Collector;

/// <summary>The collector in a real PowerShell, against stand-ins for CIM. What it writes is read as a snapshot.</summary>
[Trait("Tier", "Slow")]
public sealed class CollectorRunTests(CollectedServer server) : IClassFixture<CollectedServer>
{
    [Fact]
    public void Writes_a_snapshot_of_what_the_server_answers()
    {
        Snapshot snapshot = server.Read();
        Assert.Equal(("WEB01", "Save-DsrSnapshot 0.1.0"), (snapshot.ComputerName, snapshot.Collector));
        Assert.Equal(TimeSpan.Zero, snapshot.CollectedAt.Offset);
        Assert.Equal(
            CimClasses.All.Sum(each => each.HasStores ? 2 : 1), snapshot.Readings.Count);

        CimRow[] interfaces = Rows(snapshot, NetIPInterfaceClass.Class, CimStore.Active);
        Assert.Equal(2, interfaces.Length);
        Assert.Equal("Ein \"Netz\" \\ \t\U0001F600 \uFFFD", interfaces[0].Get(NetIPInterfaceClass.InterfaceAlias).Value);
        Assert.Equal(Toggle.Enabled, interfaces[0].Get(NetIPInterfaceClass.WeakHostReceive).Value);
        Assert.Equal(IPFamily.IPv6, interfaces[1].Get(NetIPInterfaceClass.AddressFamily).Value);
        Assert.Equal(FieldState.Null, interfaces[1].Get(NetIPInterfaceClass.WeakHostSend).State);
        Assert.Equal(FieldState.Missing, interfaces[1].Get(NetIPInterfaceClass.WeakHostReceive).State);

        Assert.True(Assert.Single(Rows(snapshot, NetIPAddressClass.Class, CimStore.Active)).Get(NetIPAddressClass.SkipAsSource).Value);
        Assert.False(Assert.Single(Rows(snapshot, NetIPAddressClass.Class, CimStore.Persistent)).Get(NetIPAddressClass.SkipAsSource).Value);
        Assert.Empty(Rows(snapshot, ProcessClass.Class, CimStore.None));
        Assert.Equal(443u, Assert.Single(Rows(snapshot, NetTcpConnectionClass.Class, CimStore.None)).Get(NetTcpConnectionClass.LocalPort).Value);
    }

    [Fact]
    public void Writes_values_as_json_has_them()
    {
        Assert.Equal((byte)'{', server.File[0]);
        using JsonDocument file = JsonDocument.Parse(server.File);
        Dictionary<string, JsonElement[]> rows = file.RootElement.GetProperty("readings").EnumerateArray()
            .Where(reading => reading.TryGetProperty("rows", out _) && reading.GetProperty("store").GetString() is null or "Active")
            .ToDictionary(reading => reading.GetProperty("class").GetString()!, reading => reading.GetProperty("rows").EnumerateArray().ToArray());
        JsonElement first = rows["MSFT_NetIPInterface"][0];
        Assert.Equal(ulong.MaxValue, first.GetProperty("InterfaceMetric").GetUInt64());
        Assert.Equal(-1, first.GetProperty("NlMtu").GetInt32());
        Assert.False(first.TryGetProperty("Secret", out _) || first.TryGetProperty("Store", out _));
        Assert.Equal(
            ["""["192.0.2.53"]""", "[]", """["192.0.2.53", "192.0.2.54"]""", "null"],
            rows["MSFT_DNSClientServerAddress"].Select(row => row.GetProperty("ServerAddresses").GetRawText()));
        JsonElement system = Assert.Single(rows["Win32_OperatingSystem"]);
        Assert.Equal("2026-11-22T02:00:00.0000000Z", system.GetProperty("Version").GetString());
        Assert.Equal("P1DT2H3M4S", system.GetProperty("BuildNumber").GetString());
        Assert.Equal("1.5", system.GetProperty("Caption").GetRawText());
    }

    [Fact]
    public void Saves_the_registry_values_that_are_there_and_that_others_are_not()
    {
        CimRow[] rows = Rows(server.Read(), RegistryValueClass.Class, CimStore.None);
        Assert.Equal(RegistryNames.All.Count + 1, rows.Length);
        Assert.Equal((RegistryNames.ServiceSidType("App").Key, "ServiceSidType"), (rows[^1].Get(RegistryValueClass.Key).Value, rows[^1].Get(RegistryValueClass.Name).Value));
        Dictionary<string, CimRow> there = rows.Where(row => row.Get(RegistryValueClass.Type).HasValue)
            .ToDictionary(row => row.Get(RegistryValueClass.Name).Value is "*" ? row.Get(RegistryValueClass.Key).Value.Split('\\')[^1] : row.Get(RegistryValueClass.Name).Value);
        Assert.Equal(["ListenOnlyList", "RegistrationEnabled", "ServiceSidType", "SslBindingInfo", "SslSniBindingInfo"], there.Keys.Order());
        Assert.Equal((RegistryType.Texts, "0.0.0.0:443"), (TypeOf("SslBindingInfo"), Assert.Single(DataOf("SslBindingInfo"))));
        Assert.Equal(["shop.example.com:443", "www.example.com:8443"], DataOf("SslSniBindingInfo"));
        Assert.Equal((RegistryType.Number, "4294967295"), (TypeOf("ServiceSidType"), Assert.Single(DataOf("ServiceSidType"))));
        Assert.Equal((RegistryType.Number, "4294967295"), (TypeOf("RegistrationEnabled"), Assert.Single(DataOf("RegistrationEnabled"))));
        Assert.Equal(RegistryType.Texts, TypeOf("ListenOnlyList"));
        Assert.Equal(["192.0.2.10", "192.0.2.11"], DataOf("ListenOnlyList"));
        Assert.All(rows.Except(there.Values), row => Assert.True(row.Get(RegistryValueClass.Type).IsNull && row.Get(RegistryValueClass.Data).IsNull));
        Assert.Contains(@"invoke root/cimv2 StdRegProv GetDWORDValue 2147483650 SOFTWARE\Policies\Microsoft\Windows NT\DNSClient RegistrationEnabled", server.Asked);
        Assert.All(
            server.Asked.Where(line => line.StartsWith("invoke")),
            line => Assert.Matches("^invoke root/cimv2 StdRegProv (EnumValues|EnumKey|Get[A-Za-z]+Value) 2147483650 ", line));

        RegistryType TypeOf(string name) => there[name].Get(RegistryValueClass.Type).Value;
        IReadOnlyList<string> DataOf(string name) => there[name].Get(RegistryValueClass.Data).Value;
    }

    [Fact]
    public void Asks_a_configured_dns_server_over_the_wire()
    {
        CimRow[] rows = Rows(server.Read(), DnsAnswerClass.Class, CimStore.None);
        Assert.Equal(
            [("web01.corp.example", DnsRecordType.A), ("web01.corp.example", DnsRecordType.Aaaa), ("lab.example", DnsRecordType.A), ("lab.example", DnsRecordType.Aaaa)],
            rows.Select(row => (row.Get(DnsAnswerClass.Name).Value, row.Get(DnsAnswerClass.Type).Value)));
        Assert.All(rows, row => Assert.Equal(
            ("192.0.2.54", DnsStatus.NoError), (row.Get(DnsAnswerClass.Server).Value.ToString(), row.Get(DnsAnswerClass.Status).Value)));
        Assert.Equal(["192.0.2.11", "192.0.2.10"], rows[0].Get(DnsAnswerClass.Addresses).Value);
        Assert.Equal(["2001:db8::11"], rows[1].Get(DnsAnswerClass.Addresses).Value);
        Assert.Contains(
            "ask 44-53-01-00-00-01-00-00-00-00-00-00-05-77-65-62-30-31-04-63-6F-72-70-07-65-78-61-6D-70-6C-65-00-00-1C-00-01", server.Asked);
        Assert.Equal(server.Asked.Count(line => line.StartsWith("connect")), server.Asked.Count(line => line == "hang up"));
    }

    [Fact]
    public void Asks_the_file_server_by_its_method()
    {
        CimRow set = Assert.Single(Rows(server.Read(), SmbServerConfigurationClass.Class, CimStore.None));
        Assert.Equal((true, false), (set.Get(SmbServerConfigurationClass.EnableMultiChannel).Value, set.Get(SmbServerConfigurationClass.EnableStrictNameChecking).Value));
        Assert.Contains("call root/Microsoft/Windows/Smb MSFT_SmbServerConfiguration GetConfiguration", server.Asked);
        Assert.Equal("192.0.2.11", Assert.Single(Rows(server.Read(), SmbServerNetworkInterfaceClass.Class, CimStore.None)).Get(SmbServerNetworkInterfaceClass.IpAddress).Value.ToString());
    }

    [Fact]
    public void Saves_what_sites_are_bound_to() => Assert.Equal(
        ["Shop https 192.0.2.10 443", "Other http 2001:db8::10 80"], Rows(server.Read(), SiteBindingClass.Class, CimStore.None).Select(Text));

    [Fact]
    public void Saves_when_certificates_of_HTTP_sys_expire() => Assert.Equal(
        ["0.0.0.0:443 0102AB 1767323045", "shop.example.com:443 FF00 NULL"],
        Rows(server.Read(), HttpCertificateClass.Class, CimStore.None).Select(row => $"{row.Get(HttpCertificateClass.Binding).Value} {row.Get(HttpCertificateClass.Hash).Value} {row.Get(HttpCertificateClass.NotAfter)}"));

    [Fact]
    public async Task Reads_sites_from_the_configuration_where_IIS_has_no_provider()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "System32", "inetsrv", "config"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "System32", "inetsrv", "config", "applicationHost.config"), """
            <configuration><system.applicationHost><sites>
              <site name="Shop"><bindings><binding protocol="https" bindingInformation="*:443:" /><binding protocol="msmq.formatname" bindingInformation="localhost" /></bindings></site>
              <site name="Empty"><bindings /></site>
            </sites></system.applicationHost></configuration>
            """);
        Assert.Equal(0, (await CollectedServer.RunAsync(folder, "-Path", "out.json", "-Windows", folder.Path)).ExitCode);
        Assert.Equal(["Shop https * 443"], Rows(await ReadAsync(folder["out.json"]), SiteBindingClass.Class, CimStore.None).Select(Text));
        Assert.Equal(0, (await CollectedServer.RunAsync(folder, "-ComputerName", "web02", "-Windows", folder.Path)).ExitCode);
        Assert.Equal(FailureKind.InvalidNamespace, (await ReadAsync(folder["web02.json"])).Read(SiteBindingClass.Class, CimStore.None).Failure!.Kind);
    }

    [Fact]
    public void Records_each_failure_by_number_and_goes_on()
    {
        Snapshot snapshot = server.Read();
        Assert.Equal(
            [
                ("MSFT_NetIPInterface", CimStore.Persistent, FailureKind.Failed, "Asked for the Persistent store, the server answered with rows of the other."),
                ("MSFT_NetRoute", CimStore.Active, FailureKind.AccessDenied, "Zugriff verweigert"),
                ("MSFT_NetRoute", CimStore.Persistent, FailureKind.AccessDenied, "Accès refusé"),
                ("MSFT_NetAdapter", CimStore.None, FailureKind.InvalidClass, "no class"),
                ("MSFT_NetAdapterBindingSettingData", CimStore.None, FailureKind.InvalidNamespace, "no namespace"),
                ("MSFT_NetConnectionProfile", CimStore.None, FailureKind.InvalidQuery, "no property"),
                ("MSFT_NetNeighbor", CimStore.Active, FailureKind.Failed, "unheard of"),
                ("MSFT_NetNeighbor", CimStore.Persistent, FailureKind.Failed, "no CIM failure"),
                ("MSFT_DNSClient", CimStore.None, FailureKind.Timeout, "took too long"),
            ],
            snapshot.Readings.Where(reading => reading.Failure is not null)
                .Select(reading => (reading.Class.Name, reading.Store, reading.Failure!.Kind, reading.Failure.Message)));
    }

    [Fact]
    public void Asks_each_class_once_in_each_store_and_closes_the_session()
    {
        Assert.Equal(("open ''", "close True"), (server.Asked[0], server.Asked[^1]));
        string[] queries =
        [
            "query root/StandardCimv2 WQL SELECT * FROM MSFT_NetTCPConnection WHERE State = 2",
            "query root/cimv2 WQL SELECT * FROM Win32_PnPEntity WHERE ClassGuid = '{4d36e972-e325-11ce-bfc1-08002be10318}'",
        ];
        Assert.Equal(queries, server.Asked.Where(line => line.StartsWith("query")));
        IEnumerable<string> enumerated =
            from contract in CimClasses.All
            where contract.Evidence != CimEvidence.Own && contract != NetTcpConnectionClass.Class && contract != PnPEntityClass.Class && contract != SmbServerConfigurationClass.Class
            from store in contract.HasStores ? new[] { "ActiveStore", "PersistentStore" } : [string.Empty]
            select $"enumerate {contract.Namespace} {contract.Name} {store}";
        Assert.Equal(enumerated.Append("enumerate root/WebAdministration Site ").Order(), server.Asked.Where(line => line.StartsWith("enumerate")).Order());
    }

    [Fact]
    public void Warns_when_access_was_denied() => Assert.Contains(
        "Access was denied to 2 readings", string.Join(' ', server.Told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>A class that hangs ends with its process.</summary>
    [Fact]
    public async Task What_was_read_is_on_disk_when_a_class_hangs()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["out.json"], new string('x', 1_000_000));
        Assert.Equal(9, (await CollectedServer.RunAsync(folder, "-Path", "out.json", "-EndAt", "Win32_PnPEntity")).ExitCode);
        Snapshot snapshot = await ReadAsync(folder["out.json"]);
        Assert.Equal("WEB01", snapshot.ComputerName);
        Assert.Equal(2, Rows(snapshot, NetIPInterfaceClass.Class, CimStore.Active).Length);
        Assert.NotNull(snapshot.Read(ComputerSystemClass.Class, CimStore.None).Rows);
        Assert.Equal(FailureKind.NotCollected, snapshot.Read(PnPEntityClass.Class, CimStore.None).Failure!.Kind);
        Assert.Equal(9, (await CollectedServer.RunAsync(folder, "-Path", "first.json", "-EndAt", "MSFT_NetIPInterface")).ExitCode);
        Assert.Empty((await ReadAsync(folder["first.json"])).Readings);
    }

    [Fact]
    public async Task Access_denied_to_the_registry_is_counted_as_such()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, string output, string errors) = await CollectedServer.RunAsync(folder, "-Path", "out.json", "-DenyRegistry");
        Assert.True(exitCode == 0, errors);
        Snapshot snapshot = await ReadAsync(folder["out.json"]);
        Assert.All(
            new[] { RegistryValueClass.Class, DnsAnswerClass.Class, HttpCertificateClass.Class }, each => Assert.Equal(FailureKind.AccessDenied, snapshot.Read(each, CimStore.None).Failure!.Kind));
        Assert.Contains("Access was denied to 5 readings", string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Reads_another_computer_and_names_the_file_after_it()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["web02.json"], new string('x', 100_000));
        Assert.Equal(0, (await CollectedServer.RunAsync(folder, "-ComputerName", "web02")).ExitCode);
        Assert.Equal("open 'web02'", (await File.ReadAllLinesAsync(folder["log.txt"]))[0]);
        await using FileStream file = File.OpenRead(folder["web02.json"]);
        Assert.Equal("WEB01", SnapshotFile.Read(file, "web02.json").ComputerName);
    }

    [Fact]
    public async Task Opens_no_session_when_there_is_no_folder_to_write_to()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, _, string errors) = await CollectedServer.RunAsync(folder, "-Path", Path.Combine("missing", "out.json"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("There is no folder for", errors);
        Assert.False(File.Exists(folder["log.txt"]));
    }

    private static async Task<Snapshot> ReadAsync(string path) => SnapshotFile.Read(new MemoryStream(await File.ReadAllBytesAsync(path)), path);

    private static string Text(CimRow row) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{row.Get(SiteBindingClass.Site).Value} {row.Get(SiteBindingClass.Protocol).Value} {row.Get(SiteBindingClass.Address).Value} {row.Get(SiteBindingClass.Port).Value}");

    private static CimRow[] Rows(Snapshot snapshot, CimClass @class, CimStore store) => snapshot.Read(@class, store).Rows!.ToArray();
}
