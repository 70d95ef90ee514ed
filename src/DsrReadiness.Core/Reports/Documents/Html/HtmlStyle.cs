namespace DsrReadiness.Reports.Documents.Html;

/// <summary>How a report looks.</summary>
internal static class HtmlStyle
{
    /// <summary>Colours differ in lightness as well as hue, and never stand without a word or a shape.</summary>
    public const string Css = """

        :root { color-scheme: light dark; --paper: #fcfcfb; --card: #fff; --ink: #1d2125; --faint: #59616a; --line: #d9dde1; --accent: #0b57a4;
          --bad: #a33500; --bad-tint: #fdece3; --good: #00654c; --good-tint: #e1f3ec; --warn: #775000; --warn-tint: #fbf0d6; --unsure: #00547f; --unsure-tint: #e3f0fa; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --card: #1c2024; --ink: #e7eaed; --faint: #a3abb3; --line: #363c42; --accent: #8cc4ff;
          --bad: #ff9d70; --bad-tint: #3a2117; --good: #62d3ae; --good-tint: #13322a; --warn: #f0c261; --warn-tint: #352a12; --unsure: #83c5f5; --unsure-tint: #142d3f; } }
        * { box-sizing: border-box; }
        html { font: 100%/1.5 system-ui, "Segoe UI", sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
        [hidden] { display: none !important; }
        header, main, footer { max-width: 150rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 4rem); }
        header { padding-top: clamp(1.25rem, 3vw, 3rem); }
        h1 { margin: 0; font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2.4rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
        h2 { margin: 3rem 0 .75rem; padding-bottom: .4rem; border-bottom: 2px solid var(--ink); font-size: 1.3rem; line-height: 1.25; letter-spacing: -.01em; }
        h3 { margin: 0; font-size: 1.15rem; line-height: 1.3; }
        h4, h5 { margin: 0; font-size: 1rem; line-height: 1.4; }
        p, ul, ol, dl { margin: .4rem 0; }
        p, dd, li { max-width: 80ch; }
        a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        code { font: .9em/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace; }
        summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
        pre { overflow-x: auto; white-space: pre; }
        time, .whole { white-space: nowrap; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--card); }
        .faint { color: var(--faint); font-size: .925rem; }
        .counts { display: flex; flex-wrap: wrap; gap: .25rem 2.5rem; margin: 1.5rem 0 .75rem; padding: 0; list-style: none; }
        .counts li { display: flex; align-items: baseline; gap: .5rem; }
        .counts b { font-size: clamp(2rem, 1.6rem + 2vw, 3.25rem); font-weight: 650; line-height: 1; letter-spacing: -.03em; font-variant-numeric: tabular-nums; }
        .bar { display: block; width: 100%; height: 1rem; border-radius: 3px; }
        .bar .good { fill: var(--good); } .bar .bad { fill: var(--bad); } .bar .unsure { fill: var(--unsure); }
        .is-bad { color: var(--bad); } .is-good { color: var(--good); } .is-warn { color: var(--warn); } .is-unsure { color: var(--unsure); }
        .tag { display: inline-block; padding: .05em .55em; border: 1px solid currentColor; border-radius: 1em; font-size: .8125rem; font-weight: 600; line-height: 1.5; white-space: nowrap; }
        .tag.is-bad { background: var(--bad-tint); } .tag.is-good { background: var(--good-tint); } .tag.is-warn { background: var(--warn-tint); } .tag.is-unsure { background: var(--unsure-tint); }
        .trouble { margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); gap: .75rem 1.5rem; }
        .trouble li { max-width: none; padding: .6rem 0 .6rem .9rem; border-left: 4px solid var(--bad); }
        .trouble li.unsure { border-left: 4px dashed var(--unsure); }
        .trouble a { display: inline-block; max-width: 100%; min-width: 1.5rem; min-height: 1.5rem; font-weight: 650; font-size: 1.05rem; }
        .scroll { overflow: auto; width: fit-content; max-width: 100%; max-height: 85vh; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
        .scroll.low { max-height: none; }
        table { border-collapse: separate; border-spacing: 0; font-size: .925rem; }
        caption { text-align: left; padding: .5rem .75rem; color: var(--faint); }
        th { text-align: left; font-weight: 600; }
        .plain th, .plain td { padding: .35rem .75rem; border-top: 1px solid var(--line); vertical-align: baseline; }
        .plain thead th { border: 0; color: var(--faint); font-weight: 500; } .num { text-align: right; font-variant-numeric: tabular-nums; }
        .map th, .map td { height: 1.7rem; border-top: 1px solid var(--line); background: var(--card); }
        .map thead th { position: sticky; top: 0; z-index: 2; padding: .4rem 0; border: 0; border-bottom: 1px solid var(--line); text-align: center; font-size: .8rem; }
        .map tbody th { position: sticky; left: 0; z-index: 1; max-width: 11rem; padding: 0 .75rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500; }
        .map tbody th a { display: block; overflow: hidden; text-overflow: ellipsis; line-height: 1.7rem; }
        .map thead th:first-child { left: 0; z-index: 3; text-align: left; padding-left: .75rem; }
        .map tr.more th { max-width: none; white-space: normal; }
        .map td { min-width: 2.3rem; text-align: center; color: var(--faint); }
        .map td a { display: block; min-width: 1.6rem; line-height: 1.6rem; text-decoration: none; color: inherit; font-weight: 700; }
        .map .e { background: var(--bad-tint); color: var(--bad); box-shadow: inset 0 -3px var(--bad); } .map .w { background: var(--warn-tint); color: var(--warn); }
        .map .u { background: var(--unsure-tint); color: var(--unsure); }
        .server { margin: 2rem 0 0; padding: 1.1rem clamp(.9rem, 2vw, 1.75rem) 1.1rem; background: var(--card); border: 1px solid var(--line); border-top: 5px solid var(--good); border-radius: 6px;
          content-visibility: auto; contain-intrinsic-size: auto 4rem; }
        .server[open] { contain-intrinsic-size: auto 40rem; }
        .server:not([open]) { margin-top: .5rem; padding-block: .5rem; }
        .server > summary { color: inherit; padding: 0; } .server > summary h3 { display: inline; } .server [id] { scroll-margin-top: 3rem; }
        .server.bad { border-top-color: var(--bad); } .server.unsure { border-top: 5px dashed var(--unsure); }
        .server > p a { display: inline-block; min-height: 1.5rem; }
        .results { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); gap: 1.1rem 2.5rem; margin: 1rem 0; padding: 0; list-style: none; }
        .results > li:target, .server > p:target { outline: 3px solid var(--accent); outline-offset: 4px; }
        .results > li { min-width: 0; } .results .tag, .server > summary .tag { margin-right: .15rem; } @media (max-width: 30rem) { .results :is(h4, h5) { font-size: .85rem; } }
        .seen { color: var(--faint); font-size: .925rem; white-space: pre-line; } .lines { white-space: pre-line; }
        .do { margin-top: .5rem; padding: .5rem .75rem; border-left: 3px solid var(--accent); background: var(--paper); }
        pre.do { font: .9em/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace; user-select: all; }
        #find { margin: 0 0 .75rem; } #find input { font: inherit; width: 16rem; max-width: 100%; min-height: 2rem; padding: .15rem .5rem; color: inherit; background: var(--card); border: 1px solid var(--faint); border-radius: 4px; }
        #only { width: 1.25rem; height: 1.25rem; margin: 0 .35rem 0 0; vertical-align: -.2rem; accent-color: var(--accent); }
        #only:checked ~ .servers .mute, #only:checked ~ .servers .server > :not(summary, .results), #only:checked ~ .servers .results > li > :not(h4, h5, pre) { display: none; }
        #only:checked ~ .servers :is(summary, h4, h5) { user-select: none; } #only:checked ~ .servers .results { display: block; } #only:checked ~ .servers h4 { color: var(--faint); font-weight: 400; }
        #only:checked ~ .servers .server::details-content { display: block; content-visibility: visible; }
        .way .drawn { display: grid; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); gap: .5rem 2rem; align-items: start; margin: .5rem 0 1rem; }
        @media (max-width: 50rem) { .way .drawn { grid-template-columns: minmax(0, 22rem); } }
        .way svg { display: block; width: 100%; height: auto; font-size: 13px; } .way ol { font-size: .925rem; padding-left: 1.5rem; }
        .way text { fill: var(--ink); } .way .mid, .way .sign { text-anchor: middle; } .way .end { text-anchor: end; } .way .strong, .way .sign { font-weight: 650; }
        .way .box { fill: none; stroke: var(--faint); } .way .run { fill: none; stroke: var(--good); stroke-width: 3; } .way .tip { fill: var(--good); }
        .way .run.off { stroke: var(--faint); stroke-width: 2; stroke-dasharray: 3 5; } .way .tip.off { fill: var(--faint); }
        .way .stop { stroke-width: 2; fill: var(--good-tint); stroke: var(--good); } .way .stop.bad { fill: var(--bad-tint); stroke: var(--bad); } .way .stop.unsure { fill: var(--unsure-tint); stroke: var(--unsure); }
        .way .stop.off { fill: var(--card); stroke: var(--faint); stroke-dasharray: 2 3; } .way text.off { fill: var(--faint); }
        .way text.good { fill: var(--good); } .way text.bad { fill: var(--bad); } .way text.unsure { fill: var(--unsure); }
        .plan pre { margin: .25rem 0 .75rem; padding: .6rem .75rem; border-left: 3px solid var(--accent); background: var(--paper); } .plan pre code { font-size: .85rem; user-select: all; }
        .plan li { margin: .15rem 0; } .passed { columns: 30rem; column-gap: 2.5rem; padding-left: 0; list-style: none; font-size: .925rem; } .passed li { break-inside: avoid; margin-bottom: .3rem; }
        footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--faint); font-size: .875rem; }
        @page { margin: 12mm; }
        @media print { :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --accent: #000; --bad: #8a2d00; --good: #00543f; --warn: #5f4000; --unsure: #00456a; }
          * { print-color-adjust: exact; } html { font-size: 10pt; } header, main, footer { padding: 0; max-width: none; } .scroll { overflow: visible; max-height: none; border: 0; }
          .map th, .map td { height: 1.1rem; } .map td { min-width: 1.3rem; } .map thead th, .map tbody th { position: static; } .map thead th { writing-mode: vertical-rl; white-space: nowrap; vertical-align: bottom; } .map thead th:first-child { writing-mode: horizontal-tb; }
          .server, .server[open] { content-visibility: visible; } #only, #only + label, #find { display: none; } .results > li, .trouble li { break-inside: avoid; } h2, h3 { break-after: avoid; } details::details-content { content-visibility: visible; display: block; }
          .server > details:not(.way):not(.plan), .server.good > details, .plan details, .server > p:last-child { display: none; } .server { margin-top: .75rem; padding: .5rem .75rem; }
          .results, .trouble { display: block; } .results > li, .trouble li { margin-bottom: .6rem; } .server > p { break-after: avoid; } .way .drawn { break-inside: avoid; grid-template-columns: 16rem minmax(0, 1fr); }
          .skip, summary { display: none; } .server > summary { display: block; list-style: none; } pre { white-space: pre-wrap; } a { text-decoration: none; } }

        """;
}
