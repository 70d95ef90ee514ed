using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Carries out on a cmdlet what jobs ask for.</summary>
internal sealed class CmdletPipeline(Cmdlet cmdlet) : IPipeline
{
    public void Write(object output) => cmdlet.WriteObject(output);

    public void Write(Failure failure) => cmdlet.WriteError(failure.ToRecord());

    public void Tell(string text) => cmdlet.WriteVerbose(text);

    public void Warn(string text) => cmdlet.WriteWarning(text);

    public void Progress(DsrServer server, string activity, string status, int percent) => cmdlet.WriteProgress(
        new ProgressRecord(server.GetHashCode() & int.MaxValue, activity, status) 
        {
            PercentComplete = percent,
            RecordType = percent < 100 ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        });

    public bool MayDo(string target, string action) => cmdlet.ShouldProcess(target, action);
}
