using System;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Errors;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands.Tests.Threading;

public sealed class ServerJobTests
{
    [Fact]
    public void What_goes_wrong_with_one_server_is_its_error_and_the_others_go_on()
    {
        var pipeline = new RecordingPipeline();

        Run(pipeline, job => job.Server.Name switch
        {
            "WEB01" => throw new FailureException(Failures.LiveServerNotSupported("WEB01")),
            "WEB02" => throw new InvalidCastException("A bug."),
            _ => Write(job),
        });

        Assert.Equal(["WEB03"], pipeline.Written);
        Assert.Equal([nameof(Failures.LiveServerNotSupported), nameof(Failures.UnexpectedFault)], pipeline.Failures.Select(failure => failure.Id).Order(StringComparer.Ordinal));
        Assert.Contains("WEB02", pipeline.Failures.Single(failure => failure.Id == nameof(Failures.UnexpectedFault)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_verbose_text_warnings_and_progress_reach_the_pipeline()
    {
        var pipeline = new RecordingPipeline();
        bool mayDo = false;

        Run(
            pipeline,
            job =>
            {
                job.Tell("tell");
                job.Warn("warn");
                job.Progress("activity", "status", 50);
                mayDo = job.MayDo("target", "action");
                return Task.CompletedTask;
            },
            "WEB01");

        Assert.True(mayDo);
        Assert.Equal(["tell", "warn", "WEB01 activity status 50"], pipeline.Said);
        Assert.Equal(["target action"], pipeline.Asked);
    }

    private static Task Write(ServerJob job)
    {
        job.Write(job.Server.Name);
        return Task.CompletedTask;
    }

    private static void Run(RecordingPipeline pipeline, Func<ServerJob, Task> work, params string[] names)
    {
        using var fanOut = new FanOut(2);
        foreach (string name in names.Length > 0 ? names : ["WEB01", "WEB02", "WEB03"])
        {
            var job = new ServerJob(Some.Server(name), pipeline, fanOut.Queue, fanOut.Stopping);
            fanOut.Start(new object(), _ => job.RunAsync(work));
        }

        fanOut.Finish();
    }
}
