using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class FirewallTests
{
    private const string Id = "DsrReadiness-192.0.2.10-tcp-443";
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public FirewallTests() => _ports = Ports.Of(_server);

    public static TheoryData<string> FilterClasses() => new(
    [
        NetAddressFilterClass.Class.Name, NetProtocolPortFilterClass.Class.Name, NetApplicationFilterClass.Class.Name, NetServiceFilterClass.Class.Name,
        NetInterfaceFilterClass.Class.Name, NetInterfaceTypeFilterClass.Class.Name, NetSecurityFilterClass.Class.Name,
    ]);

    [Theory]
    [InlineData(CimStore.None)]
    [InlineData(CimStore.Persistent)]
    public async Task A_rule_is_created_in_the_persistent_store_and_shows_in_the_active_one(CimStore store)
    {
        await _ports.DoAsync(Create(store: store));
        foreach (CimStore each in new[] { CimStore.None, CimStore.Persistent, CimStore.Active })
        {
            CimRow row = await _ports.RowAsync(Rule(each));
            Assert.True(row.Get(NetFirewallRuleClass.PolicyStoreSourceType).Is(PolicyStoreSource.Local));
            Assert.True(row.Get(NetFirewallRuleClass.Enabled).Is(RuleEnabled.True) && row.Get(NetFirewallRuleClass.Action).Is(FirewallAction.Allow));
        }

        _server.Restart();
        Assert.Single(await _ports.RowsAsync(Rule(CimStore.Active)));
    }

    [Fact]
    public async Task A_rule_of_the_active_store_is_dynamic_and_gone_after_a_restart()
    {
        await _ports.DoAsync(Create(store: CimStore.Active));
        Assert.Empty(await _ports.RowsAsync(Rule(CimStore.Persistent)));
        Assert.True((await _ports.RowAsync(Rule(CimStore.Active))).Get(NetFirewallRuleClass.PolicyStoreSourceType).Is(PolicyStoreSource.Dynamic));
        _server.Restart();
        Assert.Empty(await _ports.RowsAsync(Rule(CimStore.Active)));
    }

    [Theory]
    [MemberData(nameof(FilterClasses))]
    public async Task Each_rule_has_one_row_of_each_filter_class_and_they_go_with_it(string name)
    {
        CimClass @class = CimClasses.Find(name)!;
        CimQuery filter = On.Where(@class, CimStore.Persistent, (@class.Find("InstanceID")!, Id));
        await _ports.DoAsync(Create());
        Assert.Single(await _ports.RowsAsync(filter));
        await _ports.DoAsync(CimOperation.Delete(Rule(CimStore.Persistent)));
        Assert.Empty(await _ports.RowsAsync(filter));
        await _ports.RefusesAsync(FailureKind.NotFound, CimOperation.Delete(Rule(CimStore.Persistent)));
    }

    [Fact]
    public async Task Conditions_are_read_back_from_the_filters()
    {
        await _ports.DoAsync(Create(
            Texts("LocalAddress", Some.Vip),
            Texts("RemoteAddress", "198.51.100.0/24", "2001:db8::/32", "203.0.113.7/32", "LocalSubnet"),
            new CimAssignment("Protocol", CimType.String, "6"),
            Texts("LocalPort", "443"),
            Texts("InterfaceAlias", "Ethernet"),
            new CimAssignment("Program", CimType.String, "System"),
            new CimAssignment("Service", CimType.String, "W3SVC"),
            new CimAssignment("InterfaceType", CimType.UInt32, 1L),
            new CimAssignment("Authentication", CimType.UInt16, 1L)));
        CimRow addresses = await FilterAsync(NetAddressFilterClass.Class);
        Assert.Equal([Some.Vip], addresses.Get(NetAddressFilterClass.LocalAddress).Value);
        Assert.Equal(["198.51.100.0/255.255.255.0", "2001:db8::/32", "203.0.113.7", "LocalSubnet"], addresses.Get(NetAddressFilterClass.RemoteAddress).Value);
        CimRow ports = await FilterAsync(NetProtocolPortFilterClass.Class);
        Assert.True(ports.Get(NetProtocolPortFilterClass.Protocol).Is("TCP"));
        Assert.Equal(["443"], ports.Get(NetProtocolPortFilterClass.LocalPort).Value);
        Assert.Equal(["Any"], ports.Get(NetProtocolPortFilterClass.RemotePort).Value);
        Assert.Equal(["Ethernet"], (await FilterAsync(NetInterfaceFilterClass.Class)).Get(NetInterfaceFilterClass.InterfaceAlias).Value);
        Assert.True((await FilterAsync(NetApplicationFilterClass.Class)).Get(NetApplicationFilterClass.AppPath).Is("System"));
        Assert.True((await FilterAsync(NetServiceFilterClass.Class)).Get(NetServiceFilterClass.ServiceName).Is("W3SVC"));
        Assert.True((await FilterAsync(NetInterfaceTypeFilterClass.Class)).Get(NetInterfaceTypeFilterClass.InterfaceType).Is(FirewallInterfaceTypes.Wired));
        Assert.True((await FilterAsync(NetSecurityFilterClass.Class)).Get(NetSecurityFilterClass.Authentication).Is(FirewallAuthentication.Required));
    }

    [Fact]
    public async Task An_unknown_option_is_silently_left_out_and_the_rule_is_wider()
    {
        await _ports.DoAsync(Create(Texts("LocalAddresses", Some.Vip)));
        Assert.Equal(["Any"], (await FilterAsync(NetAddressFilterClass.Class)).Get(NetAddressFilterClass.LocalAddress).Value);
    }

    [Fact]
    public async Task A_server_may_not_know_an_option_that_others_know()
    {
        _server.Behaviour.UnknownFirewallOptions.Add("LocalAddress");
        await _ports.DoAsync(Create(Texts("LocalAddress", Some.Vip)));
        Assert.Equal(["Any"], (await FilterAsync(NetAddressFilterClass.Class)).Get(NetAddressFilterClass.LocalAddress).Value);
    }

    [Fact]
    public async Task An_empty_condition_is_none()
    {
        await _ports.DoAsync(Create(Texts("LocalAddress")));
        Assert.Equal(["Any"], (await FilterAsync(NetAddressFilterClass.Class)).Get(NetAddressFilterClass.LocalAddress).Value);
    }

    [Fact]
    public async Task A_rule_that_exists_is_not_created_again_whatever_the_case_of_its_id_or_the_store()
    {
        await _ports.DoAsync(Create());
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Create());
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Create(id: Id.ToUpperInvariant()));
        await _ports.RefusesAsync(FailureKind.AlreadyExists, Create(store: CimStore.Active));
    }

    [Fact]
    public async Task A_rule_without_an_id_is_given_one()
    {
        int before = (await _ports.RowsAsync(On.All(NetFirewallRuleClass.Class))).Count;
        CimAssignment name = new(NetFirewallRuleClass.ElementName, "no id");
        await _ports.DoAsync(CimOperation.Create(On.All(NetFirewallRuleClass.Class), [name], []));
        await _ports.DoAsync(CimOperation.Create(On.All(NetFirewallRuleClass.Class), [name], []));
        Assert.Equal(before + 2, (await _ports.RowsAsync(On.All(NetFirewallRuleClass.Class))).Count);
    }

    [Theory]
    [InlineData("LocalAddress", "not an address")]
    [InlineData("LocalAddress", "LocalSubnet")]
    [InlineData("RemoteAddress", "198.51.100.0/33")]
    [InlineData("RemoteAddress", "198.51.100.0/255.0.255.0")]
    [InlineData("LocalPort", "65536")]
    [InlineData("LocalPort", "https")]
    [InlineData("InterfaceAlias", "no such interface")]
    [InlineData("IcmpType", "8")]
    public async Task An_impossible_condition_is_refused_and_makes_no_rule(string option, string value)
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(new CimAssignment("Protocol", CimType.String, "TCP"), Texts(option, value)));
        Assert.Empty(await _ports.RowsAsync(Rule(CimStore.Active)));
    }

    [Fact]
    public async Task A_condition_of_the_wrong_type_is_refused()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(new CimAssignment("LocalAddress", CimType.String, Some.Vip)));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(new CimAssignment("Protocol", CimType.UInt8, 6L)));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(new CimAssignment("Protocol", CimType.String, null)));
    }

    [Fact]
    public async Task Ports_need_a_protocol_that_has_them()
    {
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(Texts("LocalPort", "443")));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Create(new CimAssignment("Protocol", CimType.String, "ICMPv4"), Texts("LocalPort", "443")));
        await _ports.DoAsync(Create(new CimAssignment("Protocol", CimType.String, "UDP"), Texts("LocalPort", "443", "5000-5100")));
    }

    [Theory]
    [InlineData("Enabled", CimType.UInt16, 3L)]
    [InlineData("Enabled", CimType.Boolean, true)]
    [InlineData("Direction", CimType.UInt16, 0L)]
    [InlineData("Action", CimType.UInt16, 1L)]
    [InlineData("Profiles", CimType.UInt16, 8L)]
    [InlineData("PolicyStoreSourceType", CimType.UInt16, 1L)]
    [InlineData("LocalAddress", CimType.String, Some.Vip)]
    [InlineData("ElementName", CimType.String, "a|b")]
    public async Task A_property_that_a_rule_cannot_have_is_refused(string name, CimType type, object value)
    {
        CimOperation right = Create();
        CimAssignment[] assignments = [.. right.Assignments.Where(each => each.Name != name), new CimAssignment(name, type, value)];
        await _ports.RefusesAsync(FailureKind.InvalidParameter, CimOperation.Create(right.Target, assignments, []));
    }

    [Fact]
    public async Task A_rule_is_enabled_and_disabled()
    {
        await _ports.DoAsync(Create());
        await _ports.DoAsync(Do.Set(Rule(CimStore.Persistent), NetFirewallRuleClass.Enabled, 2L));
        Assert.True((await _ports.RowAsync(Rule(CimStore.Active))).Get(NetFirewallRuleClass.Enabled).Is(RuleEnabled.False));
        await _ports.DoAsync(Do.Call(Rule(CimStore.Persistent), "Enable"));
        Assert.True((await _ports.RowAsync(Rule(CimStore.Active))).Get(NetFirewallRuleClass.Enabled).Is(RuleEnabled.True));
    }

    [Fact]
    public async Task A_filter_is_changed_by_itself_and_stays_possible()
    {
        await _ports.DoAsync(Create(new CimAssignment("Protocol", CimType.String, "TCP"), Texts("LocalPort", "443")));
        CimQuery addresses = On.Where(NetAddressFilterClass.Class, CimStore.Persistent, (NetAddressFilterClass.InstanceId, Id));
        await _ports.DoAsync(Do.Set(addresses, NetAddressFilterClass.LocalAddress, new object?[] { Some.Vip }));
        Assert.Equal([Some.Vip], (await FilterAsync(NetAddressFilterClass.Class)).Get(NetAddressFilterClass.LocalAddress).Value);
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(addresses, NetAddressFilterClass.LocalAddress, new object?[] { "nonsense" }));

        CimQuery ports = On.Where(NetProtocolPortFilterClass.Class, CimStore.Persistent, (NetProtocolPortFilterClass.InstanceId, Id));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(ports, NetProtocolPortFilterClass.Protocol, "Any"));
        CimQuery aliases = On.Where(NetInterfaceFilterClass.Class, CimStore.Persistent, (NetInterfaceFilterClass.InstanceId, Id));
        await _ports.DoAsync(Do.Set(aliases, NetInterfaceFilterClass.InterfaceAlias, new object?[] { "Loopback" }));
        await _ports.DoAsync(Do.Rename("Loopback", "LOOP"));
        Assert.Equal(["Loopback"], (await FilterAsync(NetInterfaceFilterClass.Class)).Get(NetInterfaceFilterClass.InterfaceAlias).Value);
    }

    [Fact]
    public async Task A_local_rule_is_not_changed_in_the_active_store()
    {
        await _ports.DoAsync(Create());
        await _ports.RefusesAsync(FailureKind.NotSupported, Do.Set(Rule(CimStore.Active), NetFirewallRuleClass.Enabled, 2L));
        await _ports.RefusesAsync(FailureKind.NotSupported, CimOperation.Delete(Rule(CimStore.Active)));
    }

    [Fact]
    public async Task A_rule_of_policy_is_in_the_active_store_alone_and_not_to_be_changed()
    {
        LabServer server = new LabServerBuilder("WEB01").Firewall(firewall => firewall.AllowByPolicy(Id, "tcp/443")).Build();
        Ports ports = Ports.Of(server);
        Assert.Empty(await ports.RowsAsync(Rule(CimStore.Persistent)));
        Assert.True((await ports.RowAsync(Rule(CimStore.Active))).Get(NetFirewallRuleClass.PolicyStoreSourceType).Is(PolicyStoreSource.GroupPolicy));
        await ports.RefusesAsync(FailureKind.NotSupported, CimOperation.Delete(Rule(CimStore.Active)));
    }

    [Fact]
    public async Task A_profile_says_not_configured_in_its_own_store_and_what_holds_in_the_active_one()
    {
        CimQuery Public(CimStore store) => On.Where(NetFirewallProfileClass.Class, store, (NetFirewallProfileClass.Name, "Public"));
        Assert.True((await _ports.RowAsync(Public(CimStore.None))).Get(NetFirewallProfileClass.DefaultInboundAction).Is(FirewallAction.NotConfigured));
        CimRow row = await _ports.RowAsync(Public(CimStore.Active));
        Assert.True(row.Get(NetFirewallProfileClass.Enabled).Is(GpoBoolean.True) && row.Get(NetFirewallProfileClass.DefaultInboundAction).Is(FirewallAction.Block));
        await _ports.DoAsync(Do.Set(Public(CimStore.None), NetFirewallProfileClass.Enabled, 0L));
        Assert.True((await _ports.RowAsync(Public(CimStore.Active))).Get(NetFirewallProfileClass.Enabled).Is(GpoBoolean.False));
        await _ports.RefusesAsync(FailureKind.NotSupported, Do.Set(Public(CimStore.Active), NetFirewallProfileClass.Enabled, 1L));
        await _ports.RefusesAsync(FailureKind.InvalidParameter, Do.Set(Public(CimStore.Persistent), NetFirewallProfileClass.Enabled, 3L));
    }

    [Fact]
    public async Task Policy_beats_what_is_set_locally()
    {
        LabServer server = new LabServerBuilder("WEB01").Firewall(firewall => firewall.IgnoreLocalRulesByPolicy("Domain")).Build();
        CimQuery active = On.Where(NetFirewallProfileClass.Class, CimStore.Active, (NetFirewallProfileClass.Name, "Domain"));
        Assert.True((await Ports.Of(server).RowAsync(active)).Get(NetFirewallProfileClass.AllowLocalFirewallRules).Is(GpoBoolean.False));
    }

    [Fact]
    public async Task Even_reading_may_need_elevation()
    {
        _server.IsElevated = false;
        Assert.NotEmpty(await _ports.RowsAsync(On.All(NetFirewallRuleClass.Class, CimStore.Active)));
        _server.Behaviour.FirewallReadsNeedElevation = true;
        CimReading reading = await _server.ReadAsync(On.All(NetFirewallRuleClass.Class, CimStore.Active), default);
        Assert.Equal(FailureKind.AccessDenied, reading.Failure?.Kind);
    }

    private static CimQuery Rule(CimStore store) => On.Where(NetFirewallRuleClass.Class, store, (NetFirewallRuleClass.InstanceId, Id));

    private static CimOperation Create(params CimAssignment[] options) => Create(Id, CimStore.None, options);

    private static CimOperation Create(string id = Id, CimStore store = CimStore.None, params CimAssignment[] options) => CimOperation.Create(
        On.All(NetFirewallRuleClass.Class, store),
        [
            new CimAssignment(NetFirewallRuleClass.InstanceId, id),
            new CimAssignment(NetFirewallRuleClass.ElementName, "DSR"),
            new CimAssignment("Description", CimType.String, "Made by a test."),
            new CimAssignment(NetFirewallRuleClass.Direction, 1L),
            new CimAssignment(NetFirewallRuleClass.Action, 2L),
        ],
        options);

    private static CimAssignment Texts(string option, params object?[] values) => new(option, CimType.String, values);

    private Task<CimRow> FilterAsync(CimClass @class) => _ports.RowAsync(On.Where(@class, CimStore.Active, (@class.Find("InstanceID")!, Id)));
}
