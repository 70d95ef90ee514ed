using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;
using Check = FsCheck.Check;

namespace DsrReadiness.Tests.Snapshots.Saved;

/// <summary>Whatever is in a file, it is refused or read, and never the cause of a failure of ours.</summary>
public class SavedFileMutationTests
{
    private static readonly byte[][] s_files =
    [
        .. from layout in Enum.GetValues<SavedLayout>()
           from reading in SavedSnapshotTests.OfWindows(Server.Ready().Build()).Where(each => each.Class == NetIPInterfaceClass.Class || each.Class == NetProtocolPortFilterClass.Class || each.Class == ComputerSystemClass.Class)
           select SavedTexts.Write(layout, layout == SavedLayout.Clixml ? "UTF-16" : "UTF-8", reading),
    ];

    private static readonly string[] s_others =
    [
        "\"Store\"", "\"CimClass\"", "<Nil N=\"Store\"/>", "<Obj>", "</Obj>", "<LST/>", "<Ref RefId=\"7\"/>", "<TNRef RefId=\"0\"/>", "<![CDATA[", "]]>", "<!--", "<?x?>", "<!DOCTYPE a>", "&amp;", "&#0;", "_xD800_", "{", "}", "[", "]",
        ",", "null", "9223372036854775808", "\"value\":", "\"Count\": 2,", "ActiveStore", "\uFEFF", "\0", "<DCT><En/></DCT>", "<En>",
    ];

    [Fact]
    public void Any_byte_may_be_any_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(
            (from file in Gen.Choose(0, s_files.Length - 1)
             from at in Gen.Choose(0, s_files[file].Length - 1)
             from other in Gen.Choose(0, 255)
             select (File: file, At: at, Other: (byte)other)).ToArbitrary(),
            each => Survives([.. s_files[each.File][..each.At], each.Other, .. s_files[each.File][(each.At + 1)..]])));

    [Fact]
    public void Anything_may_stand_anywhere() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(
            (from file in Gen.Choose(0, s_files.Length - 1)
             from at in Gen.Choose(0, s_files[file].Length)
             from length in Gen.Choose(0, 40)
             from other in Gen.Elements(s_others)
             select (File: file, At: at, Length: length, Other: other)).ToArbitrary(),
            each => Survives(Replaced(s_files[each.File], each.At, each.Length, each.Other))));

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        foreach (byte[] file in s_files)
        {
            for (int length = 0; length < file.Length - 4; length += 61)
                Assert.Throws<SnapshotFormatException>(() => { SavedFile.Read(new MemoryStream(file, 0, length), "cut", default); });
        }
    }

    [Fact]
    public void The_files_are_readable_as_they_are() => Assert.All(s_files, file => Assert.NotEmpty(SavedFile.Read(new MemoryStream(file), "whole", default).Readings.Rows));

    private static byte[] Replaced(byte[] file, int at, int length, string other)
    {
        bool isWide = file[0] == 0xFF;
        int from = isWide ? at & ~1 : at;
        byte[] bytes = isWide ? System.Text.Encoding.Unicode.GetBytes(other) : System.Text.Encoding.UTF8.GetBytes(other);
        return [.. file[..from], .. bytes, .. file[Math.Min(file.Length, from + (2 * length))..]];
    }

    private static bool Survives(byte[] file)
    {
        SavedKind.IsOne(new MemoryStream(file));
        try
        {
            Snapshot snapshot = SavedSnapshot.Of([SavedFile.Read(new MemoryStream(file), "changed", default)]);
            IEnumerable<string> advice = new CheckRunner(Catalogue.All).Run(snapshot, Server.Service()).Results.Select(result => result.Recommendation ?? string.Empty);
            Assert.DoesNotContain(advice, text => text.Contains("This is a bug", StringComparison.Ordinal));
            return true;
        }
        catch (SnapshotFormatException e)
        {
            return e.Message.StartsWith("changed: ", StringComparison.Ordinal) && !e.Message.Any(char.IsControl);
        }
    }
}
