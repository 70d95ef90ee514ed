using System;
using System.IO;
using System.Management.Automation;
using DsrReadiness.Servers;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;
using DsrReadiness.Text;

namespace DsrReadiness.Errors;

/// <summary>Failures that are about files.</summary>
internal static partial class Failures
{
    public static Failure FileNotFound(string path) => new(
        ErrorCategory.ObjectNotFound, $"There is no file '{path}'.", "Check the path.", path);

    /// <summary>Get-Content gives a line after the other, and each would be a file that is not there.</summary>
    public static Failure ContentIsNotAPath(string line) => new(
        ErrorCategory.InvalidArgument,
        "This is the content of a file: give its path, as in Import-DsrSnapshot WEB01.json.",
        "Leave Get-Content out: Import-DsrSnapshot reads the file itself.",
        line);

    public static Failure NotAFile(string path) => new(
        ErrorCategory.InvalidArgument,
        $"'{path}' is not in the file system, or is a folder.",
        "Give a file; of a folder, give its files, such as " + Path.Combine("folder", "*.json") + ".",
        path);

    /// <summary>What has gone wrong with a file that was to be read.</summary>
    internal static Failure OfReading(string path, Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException ? FileNotFound(path)
        : Directory.Exists(path) ? NotAFile(path)
        : FileCannotBeRead(path, exception);

    public static Failure InvalidSnapshotFile(SnapshotFormatException exception) => new(
        ErrorCategory.InvalidData,
        exception.Message,
        "Collect the snapshot again, or correct the file at that place.",
        exception.FileName,
        exception);

    public static Failure InvalidServiceFile(ServiceFileException exception) => new(
        ErrorCategory.InvalidData,
        exception.Message,
        "Correct the file at that place; docs/services.md tells what it may hold.",
        exception.FileName,
        exception);

    public static Failure ServiceNotFound(ServiceFileException exception) => new(
        ErrorCategory.ObjectNotFound,
        exception.Message,
        "Give the name of a service of the file, or leave -ServiceName out to mean those that name the server.",
        exception.FileName,
        exception);

    public static Failure ServerNotInServiceFile(DsrServer server, string problem) => new(
        ErrorCategory.ObjectNotFound,
        $"{server}: {SafeText.Of(problem)}.",
        "Name the server in the file, or choose services with -ServiceName.",
        server);

    public static Failure InvalidNetshText(NetshTextException exception) => new(
        ErrorCategory.InvalidData,
        exception.Message,
        "Save the whole text again, on the server: netsh interface ipv4 show interface level=verbose, or ipv6.",
        exception.FileName,
        exception);

    public static Failure FileCannotBeRead(string path, Exception exception) => new(
        exception is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        $"'{path}' cannot be read: {exception.Message}",
        "Check that the file is not in use and that you may read it.",
        path,
        exception);

    public static Failure FileCannotBeWritten(string path, Exception exception) => new(
        exception is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.WriteError,
        $"'{path}' cannot be written: {exception.Message}",
        "Check that the folder exists, that there is room, and that you may write there.",
        path,
        exception);

    public static Failure FileExists(string path) => new(
        ErrorCategory.ResourceExists,
        $"'{path}' exists already.",
        "Give another path, or leave -NoClobber out.",
        path);

    public static Failure FileWrittenAlready(string path, DsrServer server, bool isInFolder) => new(
        ErrorCategory.InvalidArgument,
        $"'{path}' was written by the same command already, and the snapshot of {server} would overwrite it.",
        isInFolder
            ? "Give each its own -Path: a file is named after the server, and two of them have the same name."
            : "To write a file for each server, give -Path a folder: one that exists, or a new one with a slash at its end.",
        path);
}
