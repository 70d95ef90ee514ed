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
}
