using System;
using DsrReadiness.Reports;

namespace DsrReadiness.Services.Files;

/// <summary>A file that cannot be read as a service file. The message names the file and the place, what was found and what was meant.</summary>
internal sealed class ServiceFileException : Exception
{
    public ServiceFileException(string file, string problem, Exception? inner = null)
        : base(SafeText.Of($"{file}: {problem}."), inner) => FileName = file;

    public ServiceFileException(string file, string problem, DataPlace place)
        : base(SafeText.Of($"{file}: line {place.Line}, column {place.Column}: {problem}."))
    {
        FileName = file;
        Place = place;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string FileName { get; }

    /// <summary>The place; null if the file as a whole is meant.</summary>
    public DataPlace? Place { get; }
}
