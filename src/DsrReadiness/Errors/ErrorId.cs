namespace DsrReadiness.Errors;

/// <summary>The ids of all errors. Scripts rest on them: they are never renamed.</summary>
internal static class ErrorId
{
    public const string CheckNotFound = nameof(CheckNotFound);
    public const string DifferentComputers = nameof(DifferentComputers);
    public const string FileCannotBeRead = nameof(FileCannotBeRead);
    public const string FileCannotBeWritten = nameof(FileCannotBeWritten);
    public const string FileExists = nameof(FileExists);
    public const string FileIsNoSnapshot = nameof(FileIsNoSnapshot);
    public const string FileNotFound = nameof(FileNotFound);
    public const string FileWrittenAlready = nameof(FileWrittenAlready);
    public const string InputNotUnderstood = nameof(InputNotUnderstood);
    public const string InterfaceNotFound = nameof(InterfaceNotFound);
    public const string LiveServerNotSupported = nameof(LiveServerNotSupported);
    public const string NoCheckSelected = nameof(NoCheckSelected);
    public const string NotAFile = nameof(NotAFile);
    public const string ServerIsAnotherOne = nameof(ServerIsAnotherOne);
    public const string ServerNotUnderstood = nameof(ServerNotUnderstood);
    public const string ServiceNotPossible = nameof(ServiceNotPossible);
    public const string UnexpectedFault = nameof(UnexpectedFault);
}
