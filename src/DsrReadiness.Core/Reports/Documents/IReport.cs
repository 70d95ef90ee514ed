namespace DsrReadiness.Reports.Documents;

/// <summary>A report on any number of servers, written as their verdicts come.</summary>
internal interface IReport
{
    /// <summary>Takes one verdict, of which it keeps no more than it needs for its overview.</summary>
    void Write(ReportEntry entry);

    /// <summary>Takes what could not be judged: who reads the report alone must not take the rest for all.</summary>
    /// <param name="name">What it is, such as a file.</param>
    /// <param name="problem">Why, in a sentence that names it.</param>
    void WriteUnread(string name, string problem);

    /// <summary>Ends the report, once nothing more comes.</summary>
    void End();
}
