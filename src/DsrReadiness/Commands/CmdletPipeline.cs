using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Carries out on a cmdlet what jobs ask for. What it shows may hold names that servers gave: here at the latest nothing is left of them that a terminal would obey.</summary>
internal sealed class CmdletPipeline(ServerCmdlet cmdlet) : IPipeline
{
    private bool _yesToAll;
    private bool _noToAll;

    public void Write(object output) => cmdlet.WriteObject(output);

    /// <summary>True if an error was written.</summary>
    public bool HasFailed { get; private set; }

    public void Write(Failure failure)
    {
        HasFailed = true;
        cmdlet.WriteError(failure.ToRecord());
    }

    public void Tell(string text) => cmdlet.WriteVerbose(SafeText.Of(text));

    public void Warn(string text, string? command = null) => cmdlet.WriteWarning(AdviceText.Of(command, text));

    public void Progress(DsrServer server, string activity, string status, int percent) => cmdlet.WriteProgress(
        new ProgressRecord(server.GetHashCode() & int.MaxValue, SafeText.Of(activity), SafeText.Of(status))
        {
            PercentComplete = percent,
            RecordType = percent < 100 ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        });

    public bool Asks => cmdlet.AsksForEach;

    public bool MayDo(string target, string action) => Ask(action, () => cmdlet.ShouldProcess(SafeText.Of(target), SafeText.Of(action)));

    public bool MayTakeOut(string question, bool always)
    {
        string text = SafeText.Of(question);
        return Ask(text, () => always
            ? cmdlet.ShouldContinue(text, "Confirm", ref _yesToAll, ref _noToAll)
            : cmdlet.ShouldProcess(text, text, "Confirm"));
    }

    /// <summary>A host without anybody at it says so in words of its own, in several ways, and names no switch; PowerShell's console does by a null reference where its input has ended.</summary>
    private static bool Ask(string text, Func<bool> question)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is PSInvalidOperationException or HostException or NotImplementedException or NotSupportedException or NullReferenceException)
        {
            throw new FailureException(Failures.ConfirmationNeeded(text, e));
        }
    }
}
