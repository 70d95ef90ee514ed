using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Output;
using DsrReadiness.Paths;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Follows a packet for a virtual IP address through servers, hop by hop, and says where it would be dropped and why.</summary>
[Cmdlet(VerbsDiagnostic.Trace, "DsrPath", HelpUri = OnlineHelp.Folder + "Trace-DsrPath.md", DefaultParameterSetName = ByAlias)]
[OutputType(typeof(DsrPath))]
public sealed class TraceDsrPathCommand : ServiceCmdlet
{
    private protected override bool TurnsToServersOfFile => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices();
        return async job =>
        {
            Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
            foreach (AskedService asked in AskedOf(services, job.Server, snapshot))
            {
                InterfaceGuard.Check(job.Server, snapshot, asked.Service);
                foreach (PathTrace trace in PathTracer.Trace(snapshot, asked.Service))
                    job.Write(new DsrPath(job.Server, asked.Service, trace, snapshot.CollectedAt));
            }
        };
    }
}
