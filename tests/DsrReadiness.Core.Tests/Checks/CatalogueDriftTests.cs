using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

public sealed class CatalogueDriftTests
{
    public static TheoryData<string> Ids() => new(Catalogue.All.Checks.Select(check => check.Info.Id));

    [Fact]
    public void Lists_every_check_that_there_is() => Assert.Equal(
        typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract).Select(type => type.Name).Order(),
        Catalogue.All.Checks.Select(check => check.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_has_a_test_class(string id)
    {
        Check check = Find(id);
        Type? tests = typeof(CatalogueDriftTests).Assembly.GetTypes().SingleOrDefault(type => type.Name == check.GetType().Name + "Tests");
        Assert.NotNull(tests);
        Assert.True(tests.IsSubclassOf(typeof(CheckTest)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_declares_each_reading_once_and_as_its_class_is_read(string id)
    {
        IReadOnlyList<ReadingId> reads = Find(id).Info.Reads;
        Assert.Equal(reads.Distinct(), reads);
        Assert.All(reads, reading => Assert.Equal(reading.Class.HasStores, reading.Store != CimStore.None));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_reads_no_more_than_it_declares(string id) => Assert.Empty(FoundInUndeclaredReadings(Find(id)));

    [Fact]
    public void A_check_that_reads_more_than_it_declares_would_be_found() => Assert.NotEmpty(FoundInUndeclaredReadings(new SecretiveCheck()));

    /// <summary>What a check finds only as long as it is not left with the readings that it declares.</summary>
    private static string[] FoundInUndeclaredReadings(Check check)
    {
        DsrService[] services = [Server.Service().DualStack(), Server.Service().Probe("tcp/192.168.11.50:443")];
        var found = new List<string>();
        foreach ((Server whole, Server part) in Servers().Zip(Servers()))
        {
            foreach ((CimClass @class, CimStore store) in part.Readings().ToArray())
            {
                if (!check.Info.Reads.Any(reading => reading.Class == @class && reading.Store == store))
                    part.NotCollected(@class, store);
            }

            found.AddRange(services.SelectMany(service => Texts(check, whole, service).Except(Texts(check, part, service))));
        }

        return found.ToArray();
    }

    private static IEnumerable<Server> Servers() => [Server.Ready(), Server.Bare(), Server.Bare("server2016-one-nic.json")];

    private static string[] Texts(Check check, Server server, DsrService service)
    {
        CheckResult result = Assert.Single(new CheckRunner(new Catalogue(check)).Run(server.Build(), service).Results);
        return [result.Outcome.ToString(), result.Reason, .. result.Details];
    }

    private static Check Find(string id) => Catalogue.All.Checks.Single(check => check.Info.Id == id);

    private sealed class SecretiveCheck() : Check(new CheckInfo("M99", "It tells all that it reads", [Severity.Error], []))
    {
        public override IEnumerable<Finding> Evaluate(CheckContext context) => [Passed(null, $"{context.Snapshot.Adapters.Rows?.Count} adapters.")];
    }
}
