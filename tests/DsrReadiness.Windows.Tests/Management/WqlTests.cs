using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Tests.Simulation;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Windows.Tests.Management;

public sealed class WqlTests
{
    [Fact]
    public void Every_column_of_a_network_class_is_asked_for() =>
        Assert.Equal("SELECT * FROM MSFT_NetIPInterface", Wql.ToRead(new CimQuery(NetIPInterfaceClass.Class, CimStore.Active)));

    [Fact]
    public void Of_firewall_classes_the_columns_that_every_release_has_are_named() => Assert.Equal(
        "SELECT InstanceID, LocalAddress, RemoteAddress, CreationClassName FROM MSFT_NetAddressFilter",
        Wql.ToRead(new CimQuery(NetAddressFilterClass.Class, CimStore.Active)));

    [Fact]
    public void What_is_to_be_changed_is_read_with_all_of_its_columns() => Assert.Equal(
        "SELECT * FROM MSFT_NetFirewallRule WHERE InstanceID = 'DsrReadiness-1'",
        Wql.ToChange(new CimQuery(NetFirewallRuleClass.Class, CimStore.Persistent, new CimCondition(NetFirewallRuleClass.InstanceId, "DsrReadiness-1"))));

    [Fact]
    public void Conditions_are_numbers_truths_and_quoted_texts() => Assert.Equal(
        @"SELECT * FROM MSFT_NetIPAddress WHERE InterfaceIndex = 7 AND SkipAsSource = TRUE AND InterfaceAlias = 'a\'b\\c'",
        Wql.ToRead(new CimQuery(
            NetIPAddressClass.Class,
            CimStore.Active,
            new CimCondition(NetIPAddressClass.InterfaceIndex, 7L),
            new CimCondition(NetIPAddressClass.SkipAsSource, true),
            new CimCondition(NetIPAddressClass.InterfaceAlias, @"a'b\c"))));

    [Fact]
    public void Devices_that_are_no_network_adapters_and_connections_of_clients_stay_there()
    {
        Assert.Equal(
            "SELECT * FROM Win32_PnPEntity WHERE ClassGuid = '{4d36e972-e325-11ce-bfc1-08002be10318}'", Wql.ToRead(new CimQuery(PnPEntityClass.Class)));
        Assert.Equal("SELECT * FROM MSFT_NetTCPConnection WHERE State = 2", Wql.ToRead(new CimQuery(NetTcpConnectionClass.Class)));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\r\nb")]
    public void A_text_with_control_characters_is_in_no_query(string text) => Assert.Throws<ArgumentException>(
        () => Wql.ToRead(new CimQuery(NetAdapterClass.Class, CimStore.None, new CimCondition(NetAdapterClass.Name, text))));

    [Fact]
    public void Whatever_the_text_it_stays_the_value_of_its_condition()
    {
        Gen<string> texts = Gen.Elements("'", @"\", "\"", " OR ", "AND", "=", "%", "[", "a", "ü", "1", ";", "--", "\\'").ArrayOf().Select(string.Concat);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                WqlStatement read = WqlStatement.Parse(Wql.ToRead(new CimQuery(
                    NetAdapterClass.Class, CimStore.None, new CimCondition(NetAdapterClass.Name, text), new CimCondition(NetAdapterClass.InterfaceIndex, 7L))));
                return read.ClassName == "MSFT_NetAdapter" && read.Conditions.Select(each => (each.Name, each.Value)).SequenceEqual([("Name", text), ("InterfaceIndex", (object)7L)]);
            }));
    }

    /// <summary>A column that a release lacks fails the query: of those named, none came later than Server 2012.</summary>
    [Fact]
    public void No_later_column_is_named() => Assert.All(
        CimClasses.All.Where(each => !Wql.ToRead(new CimQuery(each)).StartsWith("SELECT *", StringComparison.Ordinal)),
        each => Assert.All(
            each.Properties.Where(property => property.Since > WindowsRelease.Server2012),
            property => Assert.DoesNotContain(property.Name, Wql.ToRead(new CimQuery(each)), StringComparison.OrdinalIgnoreCase)));
}
