// Keeps a tab of the preview up to date; only `congkhai serve` sends this file.
(() => {
  'use strict';

  const me = document.currentScript;
  const mine = (me.dataset.trang || '').split('|');
  const band = document.getElementById('congkhai-xem-thu');
  let seen = me.dataset.ban;
  let source = null;

  const path = (address) => decodeURI(new URL(address, location.href).pathname);
  const loads = (file) =>
    [...document.querySelectorAll('script[src], img[src]')].some((one) => path(one.src).endsWith('/' + file));

  // The new sheet comes before the old one goes, so that the page is never bare.
  const swap = ([old, fresh]) => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const at = path(link.href);
      if (!at.endsWith('/' + old)) continue;
      const copy = link.cloneNode();
      copy.href = at.slice(0, at.length - old.length) + fresh + '?' + seen;
      copy.addEventListener('load', () => link.remove());
      link.after(copy);
    }
  };

  const changed = (event) => {
    seen = event.lastEventId;
    const told = JSON.parse(event.data);
    const another = 'vanDe' in me.dataset || told.trang.some((page) => mine.includes(page));
    if (another || told.tep.some(loads)) {
      // The browser keeps the place in a page that is loaded again.
      location.reload();
      return;
    }
    told.kieu.forEach(swap);
    band.classList.toggle('loi', told.loi);
    band.querySelector('span').textContent = told.bang;
    band.querySelector('a').hidden = told.bang === '';
  };

  // A browser opens few connections to one server: only a tab that is looked at holds one.
  const follow = () => {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource('/__xem-thu/su-kien?tu=' + seen);
      source.addEventListener('doi', changed);
      source.addEventListener('tai-lai', () => location.reload());
    }
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => source && source.close());
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  follow();
})();
