using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

public class SnapshotFileReadingTests
{
    private const string Adapter = "\"namespace\":\"root/StandardCimv2\",\"class\":\"MSFT_NetAdapter\"";
    private const string Interface = "\"namespace\":\"root/StandardCimv2\",\"class\":\"MSFT_NetIPInterface\"";

    [Theory]
    [InlineData("root/StandardCimv2", "MSFT_NetAdapter")]
    [InlineData("ROOT/standardcimv2", "msft_netadapter")]
    [InlineData("root\\\\StandardCimv2", "MSFT_NetAdapter")]
    [InlineData("Root\\\\STANDARDCIMV2", "MSFT_NETADAPTER")]
    public void Class_and_namespace_are_compared_ignoring_case_and_slash(string @namespace, string @class)
    {
        Snapshot snapshot = SnapshotText.ReadReadings($"\"namespace\":\"{@namespace}\",\"class\":\"{@class}\",\"store\":null,\"rows\":[]");

        Assert.Same(NetAdapterClass.Class, Assert.Single(snapshot.Readings).Class);
    }

    [Theory]
    [InlineData("\"namespace\":\"root/StandardCimv2\",\"class\":\"MSFT_Unknown\",\"store\":\"Active\",\"rows\":[{}]")]
    [InlineData("\"namespace\":\"root/cimv2\",\"class\":\"MSFT_NetAdapter\",\"store\":null,\"rows\":[{}]")]
    [InlineData("\"namespace\":\"root/StandardCimv2/ms_409\",\"class\":\"MSFT_NetAdapter\",\"store\":null,\"rows\":[{}]")]
    [InlineData("\"class\":\"MSFT_Unknown\"")]
    [InlineData("\"namespace\":7,\"class\":\"MSFT_Unknown\",\"store\":[],\"rows\":1,\"error\":2")]
    [InlineData("\"rows\":[{}],\"class\":\"MSFT_Unknown\",\"namespace\":\"a\"")]
    [InlineData("\"rows\":5,\"class\":\"MSFT_NetAdapter\",\"namespace\":\"root/cimv2\"")]
    public void A_reading_of_a_class_or_namespace_without_contract_is_ignored(string reading) =>
        Assert.Empty(SnapshotText.ReadReadings(reading, reading).Readings);

    [Theory]
    [InlineData("\"Active\"", CimStore.Active)]
    [InlineData("\"Persistent\"", CimStore.Persistent)]
    [InlineData("\"ActiveStore\"", CimStore.Active)]
    [InlineData("\"persistentstore\"", CimStore.Persistent)]
    [InlineData("\"persistent\"", CimStore.Persistent)]
    public void The_store_of_a_class_with_stores_is_read(string store, CimStore expected) =>
        Assert.Equal(expected, Assert.Single(SnapshotText.ReadReadings($"{Interface},\"store\":{store},\"rows\":[]").Readings).Store);

    [Theory]
    [InlineData(Interface + ",\"rows\":[]", "found no member 'store', expected \"Active\" or \"Persistent\", since MSFT_NetIPInterface has both stores.")]
    [InlineData(Interface + ",\"store\":null,\"rows\":[]", "found null, expected \"Active\" or \"Persistent\", since MSFT_NetIPInterface has both stores.")]
    [InlineData(Interface + ",\"store\":\"\",\"rows\":[]", "found \"\", expected \"Active\" or \"Persistent\", since MSFT_NetIPInterface has both stores.")]
    [InlineData(Interface + ",\"store\":\"None\",\"rows\":[]", "found \"None\", expected \"Active\" or \"Persistent\", since MSFT_NetIPInterface has both stores.")]
    [InlineData(Interface + ",\"store\":1,\"rows\":[]", "found 1, expected \"Active\" or \"Persistent\", since MSFT_NetIPInterface has both stores.")]
    [InlineData(Adapter + ",\"store\":\"Active\",\"rows\":[]", "found \"Active\", expected null, since MSFT_NetAdapter has no stores.")]
    [InlineData("\"namespace\":\"a\",\"rows\":[]", "found no member 'class' in this object.")]
    [InlineData("\"namespace\":\"a\",\"class\":null,\"rows\":[]", "found null, expected the name of a class.")]
    [InlineData("\"class\":\"MSFT_NetAdapter\",\"rows\":[]", "found no member 'namespace' in this object.")]
    [InlineData("\"class\":\"MSFT_NetAdapter\",\"namespace\":null,\"rows\":[]", "found null, expected the name of a namespace.")]
    [InlineData(Adapter, "found neither 'rows' nor 'error' in the reading of MSFT_NetAdapter, expected one of them.")]
    [InlineData(Adapter + ",\"rows\":null,\"error\":null", "found neither 'rows' nor 'error' in the reading of MSFT_NetAdapter, expected one of them.")]
    [InlineData(Adapter + ",\"rows\":[],\"error\":{\"kind\":\"Failed\"}", "found both 'rows' and 'error' in the reading of MSFT_NetAdapter, expected one of them.")]
    [InlineData(Adapter + ",\"rows\":[],\"rows\":[]", "found member 'rows' a second time.")]
    [InlineData(Adapter + ",\"rows\":[],\"class\":\"MSFT_NetRoute\"", "found member 'class' a second time.")]
    [InlineData(Adapter + ",\"rows\":\"\"", "found \"\", expected a row, which is an object, or an array of rows.")]
    [InlineData(Adapter + ",\"rows\":[null]", "found null, expected a row, which is an object, or an array of rows.")]
    [InlineData(Adapter + ",\"rows\":[[]]", "found an array, expected a row, which is an object, or an array of rows.")]
    [InlineData(Adapter + ",\"error\":\"denied\"", "found \"denied\", expected an error, which is an object of kind and message.")]
    [InlineData(Adapter + ",\"error\":{}", "found no member 'kind' in this object.")]
    [InlineData(Adapter + ",\"error\":{\"kind\":null}", "found null, expected the kind of failure.")]
    [InlineData(Adapter + ",\"error\":{\"kind\":2}", "found 2, expected the kind of failure.")]
    [InlineData(Adapter + ",\"error\":{\"kind\":\"Failed\",\"message\":[]}", "found an array, expected a message.")]
    public void A_reading_that_contradicts_the_format_is_refused(string reading, string message)
    {
        string refusal = SnapshotText.Refusal(() => SnapshotText.ReadReadings(reading));

        Assert.Equal(message, refusal[(refusal.IndexOf(": ", System.StringComparison.Ordinal) + 2)..]);
    }

    [Fact]
    public void A_refusal_names_the_place_of_the_value_or_of_the_object_that_lacks_it()
    {
        string start = "{" + SnapshotText.Head + ", \"readings\": [\n {" + Interface + ",\n  \"rows\": [],\n";

        Assert.StartsWith("line 4, byte 10: ", SnapshotText.Refusal(() => SnapshotText.Read(start + "\"store\": \"both\" } ] }")), System.StringComparison.Ordinal);
        Assert.StartsWith("line 2, byte 2: ", SnapshotText.Refusal(() => SnapshotText.Read(start + "\"x\": 1 } ] }")), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Two_readings_of_one_class_and_store_are_refused()
    {
        string active = Interface + ",\"store\":\"Active\",\"rows\":[]";
        string persistent = Interface + ",\"store\":\"Persistent\",\"rows\":[]";

        Assert.Equal(2, SnapshotText.ReadReadings(active, persistent).Readings.Count);
        Assert.EndsWith(
            ": found a second reading of MSFT_NetIPInterface/Active.",
            SnapshotText.Refusal(() => SnapshotText.ReadReadings(active, persistent, active)),
            System.StringComparison.Ordinal);
        Assert.EndsWith(
            ": found a second reading of MSFT_NetAdapter.",
            SnapshotText.Refusal(() => SnapshotText.ReadReadings(Adapter + ",\"rows\":[]", Adapter + ",\"error\":{\"kind\":\"Failed\"}")),
            System.StringComparison.Ordinal);
    }

    /// <summary>Which of them is true, nobody can say. The same row twice says nothing new.</summary>
    [Theory]
    [InlineData("MSFT_NetIPInterface", """{"InterfaceIndex":7,"AddressFamily":2,"WeakHostReceive":1}""", """{"InterfaceIndex":7,"AddressFamily":2,"WeakHostReceive":0}""", "InterfaceIndex 7, AddressFamily IPv4")]
    [InlineData("MSFT_NetIPAddress", """{"InterfaceIndex":7,"AddressFamily":23,"IPAddress":"2001:db8::1","AddressState":4}""", """{"InterfaceIndex":7,"AddressFamily":23,"IPAddress":"2001:DB8:0::1","AddressState":3}""", "InterfaceIndex 7, IPAddress 2001:db8::1")]
    [InlineData("MSFT_NetFirewallProfile", """{"Name":"Domain","AllowInboundRules":1}""", """{"Name":"domain"}""", "Name domain")]
    public void Two_rows_that_contradict_each_other_are_refused(string @class, string one, string other, string about)
    {
        string reading = $"\"namespace\":\"root/StandardCimv2\",\"class\":\"{@class}\",\"store\":\"Active\",\"rows\":";

        Assert.EndsWith($": found two rows of {@class}/Active for {about} that differ.", SnapshotText.Refusal(() => SnapshotText.ReadReadings($"{reading}[{one},{other}]")), System.StringComparison.Ordinal);
        Assert.Single(SnapshotText.ReadReadings($"{reading}[{one},{one}]").Readings);
        Assert.Single(SnapshotText.ReadReadings($"{reading.Replace("Active", "Persistent", System.StringComparison.Ordinal)}[{one},{other}]").Readings);
    }

    [Theory]
    [InlineData("{\"kind\":\"AccessDenied\",\"message\":\"Zugriff verweigert\"}", FailureKind.AccessDenied, "Zugriff verweigert")]
    [InlineData("{\"message\":\"none asked\",\"more\":{},\"kind\":\"notcollected\"}", FailureKind.NotCollected, "none asked")]
    [InlineData("{\"kind\":\"Timeout\"}", FailureKind.Timeout, "")]
    [InlineData("{\"kind\":\"Timeout\",\"message\":null}", FailureKind.Timeout, "")]
    [InlineData("{\"kind\":\"ServerBusy\",\"message\":\"later\"}", FailureKind.Failed, "ServerBusy: later")]
    [InlineData("{\"kind\":\"ServerBusy\"}", FailureKind.Failed, "ServerBusy")]
    [InlineData("{\"kind\":\"2\",\"message\":\"no number\"}", FailureKind.Failed, "2: no number")]
    [InlineData("{\"kind\":\"AccessDenied, Timeout\",\"message\":\"\"}", FailureKind.Failed, "AccessDenied, Timeout")]
    public void An_error_is_read_with_its_kind(string error, FailureKind kind, string message)
    {
        CimReading reading = Assert.Single(SnapshotText.ReadReadings(Adapter + ",\"store\":null,\"rows\":null,\"error\":" + error).Readings);

        Assert.Null(reading.Rows);
        Assert.Equal(kind, reading.Failure!.Kind);
        Assert.Equal(message, reading.Failure.Message);
    }

    [Fact]
    public void An_error_of_null_is_none() =>
        Assert.Empty(Assert.Single(SnapshotText.ReadReadings(Adapter + ",\"error\":null,\"rows\":[]").Readings).Rows!);

    [Fact]
    public void A_reading_that_is_not_there_was_not_collected() =>
        Assert.Equal(FailureKind.NotCollected, SnapshotText.ReadReadings(Adapter + ",\"rows\":[]").Read(NetRouteClass.Class, CimStore.Active).Failure!.Kind);

    [Fact]
    public void Every_class_is_read()
    {
        string[] readings = CimClasses.All
            .Select(each => $"\"namespace\":\"{each.Namespace}\",\"class\":\"{each.Name}\",\"store\":{(each.HasStores ? "\"Active\"" : "null")},\"rows\":[{{}}]")
            .ToArray();

        Assert.Equal(CimClasses.All, SnapshotText.ReadReadings(readings).Readings.Select(reading => reading.Class));
    }
}
