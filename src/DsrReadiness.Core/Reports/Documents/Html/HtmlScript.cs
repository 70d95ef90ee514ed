namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What a page can do where scripts run: find servers. Everything else works without, and nothing that a server says comes near it.</summary>
internal static class HtmlScript
{
    /// <summary>Texts to search are gathered when somebody searches. A link to a server that the search has hidden shows it, and opens it in browsers that do not.</summary>
    public const string Js = """

        'use strict';
        const find = document.getElementById('find'), search = find.querySelector('input'), told = find.querySelector('output');
        let servers, texts;
        find.hidden = false;
        search.addEventListener('input', () => {
          servers ??= [...document.querySelectorAll('.server')];
          texts ??= servers.map(server => [...server.querySelectorAll('h3, h4, h5, .same')].map(each => each.textContent).join(' ').toLowerCase());
          const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
          let found = 0;
          servers.forEach((server, i) => {
            const shown = words.every(word => texts[i].includes(word));
            server.hidden = !shown;
            found += shown;
          });
          told.textContent = words.length ? found + ' of ' + servers.length : '';
        });
        addEventListener('hashchange', () => {
          const target = document.getElementById(location.hash.slice(1)), server = target?.closest('.server');
          if (!server || (server.open && !server.hidden)) return;
          server.hidden = false;
          server.open = true;
          target.scrollIntoView();
        });

        """;
}
