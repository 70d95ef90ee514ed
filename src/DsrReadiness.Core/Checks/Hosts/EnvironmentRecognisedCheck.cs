using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>Other checks depend on where the server stands, so that it has to be seen what that was taken to be.</summary>
internal sealed class EnvironmentRecognisedCheck() : Check(new CheckInfo(
    "H06",
    "The environment is reported, and what it was recognised by",
    [Severity.Information],
    [new ReadingId(ServiceClass.Class), new ReadingId(ComputerSystemClass.Class)]).With(Outcome.Passed, Outcome.Unknown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        bool isGiven = context.Service.Environment is not null;
        if (!isGiven && context.Snapshot.WindowsServices.Failure is { } failure)
        {
            Missing missing = Missing.Reading(context.Snapshot.WindowsServices.Name, failure);
            return
            [
                Unknown(
                    context.Environment.ToString(),
                    $"{missing.Reason} The server is judged as one in environment {context.Environment}, which has the strictest rules.",
                    missing.Recommendation + " Or give the environment."),
            ];
        }

        if (EnvironmentRecognition.IsUndecided(context.Snapshot, context.Service))
        {
            return
            [
                Unknown(
                    context.Environment.ToString(),
                    $"An agent of Google Cloud runs, and who made the computer was not read. The server is judged as one in environment {context.Environment}, which has the strictest rules.",
                    "Collect again with the current collector script, or judge the server live. Or give the environment."),
            ];
        }

        string how = EnvironmentRecognition.How(context.Snapshot, context.Service);
        return [Passed(context.Environment.ToString(), $"The environment is {context.Environment}: {how}.", actual: context.Environment.ToString())];
    }
}
