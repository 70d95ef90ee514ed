using System;
using System.IO;
using System.Text;

namespace DsrReadiness.Windows.Tests;

public sealed class JournalFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dsr-journals-").FullName;

    [Fact]
    public void Keeps_the_lines_of_each_run_of_each_server()
    {
        var journals = new JournalFolder(_root);
        Append(journals, "WEB01", "run-1", "one");
        Append(journals, "web01", "run-1", "two");
        Append(journals, "WEB01", "run-2", "three");
        Append(journals, "WEB02", "run-9", "four");
        Assert.Equal(["run-1", "run-2"], journals.List("WEB01"));
        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(journals.Read("Web01", "run-1")));
        Assert.Equal(["run-9"], journals.List("WEB02"));
        Assert.Empty(journals.List("WEB03"));
    }

    [Fact]
    public void Truncates()
    {
        var journals = new JournalFolder(_root);
        Append(journals, "WEB01", "run-1", "whole");
        Append(journals, "WEB01", "run-1", "torn");
        journals.Truncate("WEB01", "run-1", "whole\n".Length);
        Assert.Equal("whole\n", Encoding.UTF8.GetString(journals.Read("WEB01", "run-1")));
    }

    [Fact]
    public void Lets_one_run_at_a_time_in_for_each_server()
    {
        var journals = new JournalFolder(_root);
        using (IDisposable? first = journals.TryLock("WEB01"))
        {
            Assert.NotNull(first);
            Assert.Null(new JournalFolder(_root).TryLock("web01"));
            using IDisposable? other = journals.TryLock("WEB02");
            Assert.NotNull(other);
        }

        using IDisposable? again = journals.TryLock("WEB01");
        Assert.NotNull(again);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:")]
    [InlineData("a\0b")]
    public void Refuses_names_that_could_lead_elsewhere(string name)
    {
        var journals = new JournalFolder(_root);
        Assert.Throws<ArgumentException>(() => journals.TryLock(name));
        Assert.Throws<ArgumentException>(() => journals.List(name));
        Assert.Throws<ArgumentException>(() => Append(journals, "WEB01", name, "line"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Append(JournalFolder journals, string computer, string run, string line) =>
        journals.Append(computer, run, Encoding.UTF8.GetBytes(line));
}
