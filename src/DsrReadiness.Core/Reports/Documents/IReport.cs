namespace DsrReadiness.Reports.Documents;

/// <summary>A report on any number of servers, written as their verdicts come.</summary>
internal interface IReport
{
    /// <summary>Takes one verdict, of which it keeps no more than it needs for its overview.</summary>
    void Write(ReportEntry entry);

    /// <summary>Ends the report, once nothing more comes.</summary>
    void End();
}
