using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Paths;

/// <summary>A server with differences from the ready one, and what it is asked for.</summary>
internal sealed record RandomServer(FollowedService Asked, IReadOnlyList<Twist> Twists)
{
    private const int MostTwists = 6;

    private int Start { get; init; }

    /// <summary>Draws a server: half of them start from the ready one. One with something special is mostly asked for what that matters to.</summary>
    public static RandomServer Draw(Dice dice)
    {
        int start = dice.Once(2) ? dice.Below(RandomForm.All.Count) : 0;
        RandomForm form = RandomForm.All[start];
        FollowedService asked = form.Asked.Count > 0 && !dice.Once(4) ? dice.Of(form.Asked) : dice.Of(FollowedService.All);
        Twist[] twists = [.. Enumerable.Range(0, dice.Below(MostTwists)).Select(_ => RandomTwist.Draw(dice, form.Rows))];
        return new RandomServer(asked, twists) { Start = start };
    }

    public Snapshot Build()
    {
        var draft = new Draft(RandomForm.All[Start].Rows);
        foreach (Twist twist in Twists)
            twist.ApplyTo(draft);
        return draft.Build();
    }

    /// <summary>The same with one thing less: one twist, or what is unusual of start or service.</summary>
    public IEnumerable<RandomServer> Simpler()
    {
        for (int i = 0; i < Twists.Count; i++)
            yield return this with { Twists = [.. Twists.Where((_, at) => at != i)] };
        if (Start != 0)
            yield return this with { Start = 0 };
        if (!ReferenceEquals(Asked, FollowedService.All[0]))
            yield return this with { Asked = FollowedService.All[0] };
        for (int i = 0; i < Twists.Count; i++)
        {
            if (Twists[i] is not Twist.MoreRows { Rows.Count: > 1 } more)
                continue;
            for (int row = 0; row < more.Rows.Count; row++)
            {
                var less = new Twist.MoreRows([.. more.Rows.Where((_, at) => at != row)]);
                int place = i;
                yield return this with { Twists = [.. Twists.Select((twist, at) => at == place ? less : twist)] };
            }
        }
    }

    public override string ToString() => $"the server {RandomForm.All[Start].Name}, asked for {Asked}: " + string.Join("; ", Twists);
}
