using System;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

public sealed partial class CatalogueTests
{
    [Theory]
    [InlineData("X01", "One", "X01", "Two")]
    [InlineData("X01", "One", "x01", "Two")]
    [InlineData("X01", "One", "X02", "One")]
    [InlineData("X01", "One", "X02", "ONE")]
    public void Rejects_two_checks_of_one_id_or_name(string id, string name, string otherId, string otherName)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new Catalogue(Named(id, name), Named(otherId, otherName)));
        Assert.Contains(otherId, e.Message);
        Assert.Contains(otherName, e.Message);
    }

    [Fact]
    public void Accepts_checks_of_different_ids_and_names() =>
        Assert.Equal(["X02", "X01"], new Catalogue(Named("X02", "Two"), Named("X01", "One")).Checks.Select(check => check.Info.Id));

    [Fact]
    public void Lists_areas_in_the_order_in_which_results_are_reported()
    {
        const string Areas = "HAVMNDWSR";
        string[] ids = Catalogue.All.Checks.Select(check => check.Info.Id).ToArray();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Matches(IdShape(), id));
        Assert.Equal(ids.OrderBy(id => Areas.IndexOf(id[0])).ThenBy(id => id, StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Numbers_the_checks_of_an_area_without_a_gap() =>
        Assert.All(Catalogue.All.Checks.Select(check => check.Info.Id).GroupBy(id => id[0]), area =>
            Assert.Equal(Enumerable.Range(1, area.Count()).Select(number => $"{area.Key}{number:D2}"), area));

    [Fact]
    public void Names_each_check_as_its_class() =>
        Assert.All(Catalogue.All.Checks, check => Assert.Equal(check.Info.Name + "Check", check.GetType().Name));

    [Fact]
    public void Every_check_declares_what_it_can_give()
    {
        Assert.All(Catalogue.All.Checks, check =>
        {
            Assert.NotEmpty(check.Info.Outcomes);
            Assert.Equal(check.Info.Outcomes.Distinct(), check.Info.Outcomes);
            Assert.NotEmpty(check.Info.Severities);
            Assert.Equal(check.Info.Severities.OrderByDescending(severity => severity), check.Info.Severities);
            Assert.True(check.Info.Reads.Count > 0 || check is ProbeMatchesServiceCheck, "Only S03 judges the service alone.");
            Assert.True(check.Info.Title.Length > 0 && check.Info.Title[^1] != '.', check.Info.Id);
            Assert.True(check.Info.Needs == CheckNeeds.None || check.Info.Outcomes.Contains(Outcome.NotApplicable), check.Info.Id);
        });
    }

    [GeneratedRegex("^[HAVMNDWSR][0-9]{2}$")]
    private static partial Regex IdShape();

    private static ScriptedCheck Named(string id, string name) => new(id, _ => [], name: name);
}
