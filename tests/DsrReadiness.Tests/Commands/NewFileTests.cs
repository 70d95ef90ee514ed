using System;
using System.IO;

namespace DsrReadiness.Commands.Tests.Commands;

public sealed class NewFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dsr-tests").FullName;

    private string Target => Path.Combine(_folder, "new", "file.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_and_its_folder_are_made()
    {
        NewFile.Write(Target, mayOverwrite: false, stream => stream.WriteByte(1));

        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void What_was_there_is_replaced_if_that_was_allowed()
    {
        NewFile.Write(Target, mayOverwrite: false, stream => stream.WriteByte(1));
        NewFile.Write(Target, mayOverwrite: true, stream => stream.WriteByte(2));

        Assert.Equal([2], File.ReadAllBytes(Target));
        Assert.Throws<IOException>(() => NewFile.Write(Target, mayOverwrite: false, stream => stream.WriteByte(3)));
        Assert.Equal([2], File.ReadAllBytes(Target));
    }

    [Fact]
    public void What_was_there_stays_if_writing_fails()
    {
        NewFile.Write(Target, mayOverwrite: true, stream => stream.WriteByte(1));

        Assert.Throws<InvalidCastException>(() => NewFile.Write(Target, mayOverwrite: true, stream =>
        {
            stream.WriteByte(2);
            throw new InvalidCastException("The writer failed.");
        }));

        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void A_file_is_its_owners_alone_from_the_start()
    {
        if (OperatingSystem.IsWindows())
            return; // A file has the rights of its folder there.
        UnixFileMode? early = null;
        NewFile.Write(Target, mayOverwrite: true, stream =>
        {
            early = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(Directory.GetFiles(Path.GetDirectoryName(Target)!)[0]);
            stream.WriteByte(1);
        });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, early);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_leads_to_stays_as_it_is()
    {
        if (OperatingSystem.IsWindows())
            return; // Links are for administrators there.
        string other = Path.Combine(_folder, "other.json");
        File.WriteAllText(other, "another's");
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.CreateSymbolicLink(Target, other);

        NewFile.Write(Target, mayOverwrite: true, stream => stream.WriteByte(1));

        Assert.Equal("another's", File.ReadAllText(other));
        Assert.Null(new FileInfo(Target).LinkTarget);
        Assert.Equal([1], File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_told_so()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "mine");

        Assert.ThrowsAny<IOException>(() => NewFile.Write(Path.Combine(file, "below.json"), mayOverwrite: true, stream => stream.WriteByte(1)));
        Assert.ThrowsAny<IOException>(() => OwnersFile.Create(Path.Combine(_folder, "nowhere", "file.json")));
        Assert.Equal("mine", File.ReadAllText(file));
    }
}
