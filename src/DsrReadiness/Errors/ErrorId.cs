namespace DsrReadiness.Errors;

/// <summary>The ids of all errors. Scripts rest on them: they are never renamed.</summary>
internal static class ErrorId
{
    public const string ChangeFailed = nameof(ChangeFailed);
    public const string CheckNotFound = nameof(CheckNotFound);
    public const string ComputerNameNotPossible = nameof(ComputerNameNotPossible);
    public const string ConfirmationNeeded = nameof(ConfirmationNeeded);
    public const string ConnectionsNeedVerdicts = nameof(ConnectionsNeedVerdicts);
    public const string DeviceIsRemote = nameof(DeviceIsRemote);
    public const string DifferentComputers = nameof(DifferentComputers);
    public const string FileCannotBeRead = nameof(FileCannotBeRead);
    public const string FileCannotBeWritten = nameof(FileCannotBeWritten);
    public const string FileExists = nameof(FileExists);
    public const string FileIsNoServiceFile = nameof(FileIsNoServiceFile);
    public const string FileIsNoSnapshot = nameof(FileIsNoSnapshot);
    public const string FileNotFound = nameof(FileNotFound);
    public const string FileWrittenAlready = nameof(FileWrittenAlready);
    public const string FirewallRuleNotFound = nameof(FirewallRuleNotFound);
    public const string InputNotUnderstood = nameof(InputNotUnderstood);
    public const string InterfaceNotFound = nameof(InterfaceNotFound);
    public const string JournalCannotBeRead = nameof(JournalCannotBeRead);
    public const string JournalNotAvailable = nameof(JournalNotAvailable);
    public const string LiveServerNotSupported = nameof(LiveServerNotSupported);
    public const string LoopbackNotFound = nameof(LoopbackNotFound);
    public const string NetshTextNotUsable = nameof(NetshTextNotUsable);
    public const string NoCheckSelected = nameof(NoCheckSelected);
    public const string NotAFile = nameof(NotAFile);
    public const string NotDrained = nameof(NotDrained);
    public const string NotElevated = nameof(NotElevated);
    public const string NothingToReport = nameof(NothingToReport);
    public const string OutcomeUnknown = nameof(OutcomeUnknown);
    public const string PacketsNeedElevation = nameof(PacketsNeedElevation);
    public const string PacketsNotSupported = nameof(PacketsNotSupported);
    public const string ParameterNotForPlan = nameof(ParameterNotForPlan);
    public const string PlanIsCopy = nameof(PlanIsCopy);
    public const string PlanIsUsed = nameof(PlanIsUsed);
    public const string PlanRefused = nameof(PlanRefused);
    public const string ProbeNotSupported = nameof(ProbeNotSupported);
    public const string ReadingFailed = nameof(ReadingFailed);
    public const string RunNotFound = nameof(RunNotFound);
    public const string RunNotNamed = nameof(RunNotNamed);
    public const string RunRefused = nameof(RunRefused);
    public const string ScriptRefused = nameof(ScriptRefused);
    public const string ServerAsksItself = nameof(ServerAsksItself);
    public const string ServerCannotBeChanged = nameof(ServerCannotBeChanged);
    public const string ServerIsAnotherOne = nameof(ServerIsAnotherOne);
    public const string ServerIsCopy = nameof(ServerIsCopy);
    public const string ServerNotInServiceFile = nameof(ServerNotInServiceFile);
    public const string ServerNotUnderstood = nameof(ServerNotUnderstood);
    public const string ServerUnreachable = nameof(ServerUnreachable);
    public const string ServiceNotFound = nameof(ServiceNotFound);
    public const string ServiceNotPossible = nameof(ServiceNotPossible);
    public const string UnexpectedFault = nameof(UnexpectedFault);
    public const string ValueIsBlank = nameof(ValueIsBlank);
    public const string VerdictNotUsable = nameof(VerdictNotUsable);
    public const string VirtualIPAddressNotKnown = nameof(VirtualIPAddressNotKnown);
}
