namespace DsrReadiness.Services.Files;

/// <summary>Where something stands in a file. Lines and columns count from 1.</summary>
internal readonly record struct DataPlace(int Line, int Column);
