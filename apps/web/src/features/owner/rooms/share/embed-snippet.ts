const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** HTML that shows a room within another page. `address`: the room's own, without a query. */
export const embedSnippet = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}?embed=1" title="${escaped(title)}" width="100%" height="600" ` +
  'style="border:0;border-radius:16px" allow="fullscreen" loading="lazy"></iframe>';
