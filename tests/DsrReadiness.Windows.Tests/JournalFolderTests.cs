using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Windows.Tests;

public sealed class JournalFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dsr-journals-").FullName;

    [Fact]
    public void Keeps_the_lines_of_each_run_of_each_server()
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "one");
        Append(journals, "web01", "run-1", "two");
        Begin(journals, "WEB01", "run-2", "three");
        Begin(journals, "WEB02", "run-9", "four");
        Assert.Equal(["run-1", "run-2"], journals.List("WEB01"));
        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(journals.Read("Web01", "run-1")));
        Assert.Equal(["run-9"], journals.List("WEB02"));
        Assert.Empty(journals.List("WEB03"));
    }

    [Fact]
    public void Truncates()
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "whole");
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
        Assert.Throws<JournalStoreException>(() => journals.TryLock(name));
        Assert.Throws<JournalStoreException>(() => journals.List(name));
        Assert.Throws<JournalStoreException>(() => Begin(journals, "WEB01", name, "line"));
    }

    [Theory]
    [InlineData("20261122T020000000Z-192.0.2.10 - Copy")]
    [InlineData("notes (1)")]
    [InlineData("run #2, saved")]
    public void A_foreign_file_is_read_by_its_name_and_told_with_its_path(string name)
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "one");
        string file = Path.Combine(_root, "WEB01", name + ".jsonl");
        File.WriteAllText(file, "foreign\n");
        Assert.Contains(name, journals.List("WEB01"));
        Assert.Equal("foreign\n", Encoding.UTF8.GetString(journals.Read("WEB01", name)));
        Assert.Equal(file, journals.PathOf("WEB01", name));
        var told = new List<string>();
        Assert.Empty(JournalReader.ReadAll(journals, "WEB01", unusable: e => told.Add(e.Message)));
        Assert.Contains(told, message => message.Contains($"Move-Item -LiteralPath '{file}'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_is_begun_once()
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "one");
        Assert.Throws<JournalStoreException>(() => Begin(journals, "WEB01", "run-1", "other"));
        Assert.Equal("one\n", Encoding.UTF8.GetString(journals.Read("WEB01", "run-1")));
    }

    [Fact]
    public void A_journal_that_vanishes_is_missed_and_not_begun_in_its_middle()
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "one");
        Directory.Delete(Path.Combine(_root, "WEB01"), recursive: true);
        var missed = Assert.Throws<JournalStoreException>(() => Append(journals, "WEB01", "run-1", "two"));
        Assert.Contains("run-1.jsonl is gone", missed.Message);
        Assert.Contains("Find out what removes it", missed.Message);
        Assert.Throws<JournalStoreException>(() => journals.Read("WEB01", "run-1"));
        Assert.Throws<JournalStoreException>(() => journals.Truncate("WEB01", "run-1", 0));
        Assert.Empty(journals.List("WEB01"));
    }

    [Fact]
    public void Where_no_folder_can_be_made_no_run_is_said_to_be_under_way()
    {
        string file = Path.Combine(_root, "a file");
        File.WriteAllText(file, "in the way");
        var refused = Assert.Throws<JournalStoreException>(() => new JournalFolder(file).TryLock("WEB01"));
        Assert.StartsWith("Journals cannot be kept in " + file, refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.InnerException);
    }

    /// <summary>The system itself says that the disk is full, of its device for that.</summary>
    [Fact]
    public void A_full_disk_is_told_with_what_to_do()
    {
        if (!File.Exists("/dev/full"))
            return;
        var journals = new JournalFolder(_root);
        Directory.CreateDirectory(Path.Combine(_root, "WEB01"));
        File.CreateSymbolicLink(Path.Combine(_root, "WEB01", "run-1.jsonl"), "/dev/full");
        var full = Assert.Throws<JournalStoreException>(() => Append(journals, "WEB01", "run-1", "line"));
        Assert.Contains("Make sure that there is room on the disk", full.Message);
        Assert.IsAssignableFrom<IOException>(full.InnerException);
    }

    [Fact]
    public void A_run_is_looked_at_while_it_is_written_and_written_while_it_is_looked_at()
    {
        var journals = new JournalFolder(_root);
        Begin(journals, "WEB01", "run-1", "one");
        string file = Path.Combine(_root, "WEB01", "run-1.jsonl");
        using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.Read))
            Assert.Equal("one\n", Encoding.UTF8.GetString(journals.Read("WEB01", "run-1")));
        using (new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            Append(journals, "WEB01", "run-1", "two");
        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(journals.Read("WEB01", "run-1")));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Begin(JournalFolder journals, string computer, string run, string line) =>
        journals.Begin(computer, run, Encoding.UTF8.GetBytes(line));

    private static void Append(JournalFolder journals, string computer, string run, string line) =>
        journals.Append(computer, run, Encoding.UTF8.GetBytes(line));
}
