using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Lab.Tests;

/// <summary>What holds after whatever was done, in whatever order.</summary>
public sealed class AnySequenceTests
{
    private static readonly CimStore[] s_stores = [CimStore.None, CimStore.Active, CimStore.Persistent];

    private static readonly CimQuery s_loopback = On.Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.ComponentID, "*msloop"));

    private static readonly Action<LabServer, CimStore>[] s_steps =
    [
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.WeakHostSend, 1L)),
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.WeakHostSend, 0L)),
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.InterfaceMetric, 254L)),
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.AutomaticMetric, 1L)),
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.Dhcp, 1L)),
        (server, store) => Change(server, Do.Set(Interface(server, store), NetIPInterfaceClass.Dhcp, 0L)),
        (server, store) => Change(server, Do.CreateAddress(Index(server), Some.Vip, 32, policyStore: NameOf(store))),
        (server, store) => Change(server, Do.CreateAddress(Index(server), "2001:db8::10", 64, policyStore: NameOf(store))),
        (server, store) => Change(server, CimOperation.Delete(On.Address(Some.Vip, store))),
        (server, store) => Change(server, Do.Set(On.Address(Some.Vip, store), NetIPAddressClass.SkipAsSource, false)),
        (server, _) => Change(server, CimOperation.Invoke(s_loopback, "Disable")),
        (server, _) => Change(server, CimOperation.Invoke(s_loopback, "Enable")),
        (server, store) => Change(server, CimOperation.Invoke(s_loopback, "Rename", new CimAssignment("NewName", CimType.String, "Loopback " + store))),
        (server, store) => Change(server, Do.Set(Binding("ms_tcpip"), NetAdapterBindingClass.Enabled, store == CimStore.None)),
        (server, store) => Change(server, Do.Set(Binding("ms_tcpip6"), NetAdapterBindingClass.Enabled, store == CimStore.None)),
        (server, _) => server.Backdoor.CreateDevice(),
        (server, _) => server.Backdoor.RemoveDevice(@"ROOT\NET\0000"),
        (server, _) => server.Backdoor.Connect("Ethernet", false),
        (server, _) => server.Backdoor.Connect("Ethernet", true),
        (server, _) => server.Clock.Advance(TimeSpan.FromSeconds(4)),
        (server, _) => server.Restart(),
    ];

    [Fact]
    public void Every_row_speaks_of_an_interface_that_is_there_by_the_name_that_it_has() => AfterAnySteps(server =>
    {
        Dictionary<uint, string> aliases = Rows(server, NetIPInterfaceClass.Class, CimStore.Active)
            .GroupBy(row => row.Get(NetIPInterfaceClass.InterfaceIndex).Value)
            .ToDictionary(group => group.Key, group => Assert.Single(group.Select(row => row.Get(NetIPInterfaceClass.InterfaceAlias).Value).Distinct()));
        foreach (CimRow row in Rows(server, NetIPAddressClass.Class, CimStore.Active))
            Assert.Equal(aliases[row.Get(NetIPAddressClass.InterfaceIndex).Value], row.Get(NetIPAddressClass.InterfaceAlias).Value);
        foreach (CimRow row in Rows(server, NetRouteClass.Class, CimStore.Active))
            Assert.Equal(aliases[row.Get(NetRouteClass.InterfaceIndex).Value], row.Get(NetRouteClass.InterfaceAlias).Value);
        uint[] indexes = [.. Rows(server, NetAdapterClass.Class, CimStore.None).Select(row => row.Get(NetAdapterClass.InterfaceIndex).Value)];
        Assert.Equal(indexes.Length, indexes.Distinct().Count());
    });

    [Fact]
    public void A_second_restart_changes_nothing_but_the_indexes() => AfterAnySteps(server =>
    {
        server.Restart();
        server.Clock.Advance(TimeSpan.FromHours(1));
        string[] before = Texts(server, s_stores);
        server.Restart();
        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(before, Texts(server, s_stores));
    });

    [Fact]
    public void A_restart_changes_nothing_in_the_persistent_store() => AfterAnySteps(server =>
    {
        server.Clock.Advance(TimeSpan.FromHours(1));
        string[] before = Texts(server, CimStore.Persistent);
        server.Restart();
        Assert.Equal(before, Texts(server, CimStore.Persistent));
    });

    [Fact]
    public void An_operation_that_fails_changes_nothing() => AfterAnySteps(server =>
    {
        server.Clock.Advance(TimeSpan.FromHours(1));
        string[] before = Texts(server, s_stores);
        CimOutcome outcome = server.Backdoor.Execute(CimOperation.Modify(
            On.Interface(1, IPFamily.IPv4, CimStore.None),
            new CimAssignment(NetIPInterfaceClass.WeakHostSend, 1L),
            new CimAssignment(NetIPInterfaceClass.WeakHostReceive, 2L)));
        Assert.NotNull(outcome.Failure);
        Assert.NotNull(server.Backdoor.Execute(Do.CreateAddress(1, "127.0.0.1", 32)).Failure);
        Assert.Equal(before, Texts(server, s_stores));
    });

    private static void AfterAnySteps(Action<LabServer> holds) => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, (s_steps.Length * s_stores.Length) - 1)).ToArbitrary(),
        steps =>
        {
            LabServer server = new LabServerBuilder("WEB01").Loopback("Loopback").Build();
            server.Behaviour.StaticUnderDhcp = LabStaticUnderDhcp.TurnsDhcpOff;
            foreach (int step in steps)
                s_steps[step / s_stores.Length](server, s_stores[step % s_stores.Length]);
            holds(server);
        }));

    private static void Change(LabServer server, CimOperation operation) => server.Backdoor.Execute(operation);

    /// <summary>Of the adapter that came last.</summary>
    private static uint Index(LabServer server)
    {
        IReadOnlyList<CimRow> adapters = Rows(server, NetAdapterClass.Class, CimStore.None);
        return adapters[adapters.Count - 1].Get(NetAdapterClass.InterfaceIndex).Value;
    }

    private static CimQuery Interface(LabServer server, CimStore store) => On.Interface(Index(server), IPFamily.IPv4, store);

    private static CimQuery Binding(string component) => On.Where(
        NetAdapterBindingClass.Class, CimStore.None, (NetAdapterBindingClass.Name, "Loopback"), (NetAdapterBindingClass.ComponentID, component));

    private static string? NameOf(CimStore store) => store == CimStore.None ? null : store + "Store";

    private static IReadOnlyList<CimRow> Rows(LabServer server, CimClass @class, CimStore store) => server.Backdoor.Read(new CimQuery(@class, store)).Rows!;

    /// <summary>Every row of some stores as text, without what a restart renumbers.</summary>
    private static string[] Texts(LabServer server, params CimStore[] stores) =>
    [
        .. from @class in CimClasses.All
           from store in stores
           where @class.HasStores == (store != CimStore.None)
           let reading = server.Backdoor.Read(new CimQuery(@class, store))
           from row in reading.Rows ?? []
           select @class + "/" + store + ": " + string.Join("; ", @class.Properties.Where(each => each.Name != "InterfaceIndex").Select(each => Text(row, each))),
    ];

    private static string Text(CimRow row, CimProperty property)
    {
        object? raw = row.TryGetRaw(property, out object? found) ? found : "missing";
        string text = raw is object?[] items ? string.Join(",", items) : raw?.ToString() ?? "NULL";
        int scope = property.Name == "IPAddress" ? text.IndexOf('%') : -1;
        return scope < 0 ? text : text[..scope];
    }
}
