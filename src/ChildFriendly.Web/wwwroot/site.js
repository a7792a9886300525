// Small helps on top of pages that work without them. No text lives here: it comes from the page.
(() => {
  'use strict';
  document.documentElement.classList.add('js');

  // <textarea data-max="500" data-counter="Semne rămase: {0}">
  for (const area of document.querySelectorAll('textarea[data-max][data-counter]')) {
    const shown = document.createElement('p');
    const spoken = document.createElement('p');
    shown.className = 'counter';
    shown.setAttribute('aria-hidden', 'true');
    spoken.className = 'visually-hidden';
    spoken.setAttribute('role', 'status');
    area.after(shown, spoken);
    const max = Number(area.dataset.max);
    let timer;
    const text = () => area.dataset.counter.replace('{0}', max - area.value.length);
    const show = () => {
      shown.textContent = text();
      clearTimeout(timer);
      // Spoken only near the end, and only after a pause in the typing.
      if (max - area.value.length <= max / 5) timer = setTimeout(() => { spoken.textContent = text(); }, 1500);
    };
    area.addEventListener('input', show);
    show();
  }

  // A scanned card brings its code behind the #, which no server is sent. It goes into the field and out of the address at once.
  const code = document.querySelector('.code-input');
  if (code && location.hash.length > 1) {
    // Neither a card's code nor an idea's words have percent signs; a damaged address is no code.
    code.value = location.hash.slice(1).replace(/%[^]*/, '').slice(0, code.classList.contains('code-input--words') ? 120 : 40).replace(/-(?=[a-z])/g, ' ');
    history.replaceState(null, '', location.pathname + location.search);
    code.form.querySelector('button').focus();
  }

  // The reader is fetched when somebody first wants to listen.
  const reader = document.querySelector('[data-read-aloud]');
  const fetchReader = ({ currentTarget: button }) => {
    const script = document.createElement('script');
    script.src = reader.dataset.readAloud;
    script.onload = () => button.click();
    script.onerror = () => {
      const status = reader.querySelector('[data-read="status"]');
      status.textContent = status.dataset.failed;
      button.addEventListener('click', fetchReader, { once: true });
    };
    document.head.append(script);
  };
  reader?.querySelector('button').addEventListener('click', fetchReader, { once: true });

  // What went wrong, or what was done, is heard and seen first.
  // A page that answers a form becomes an ordinary one in the history: going back asks for it again and not for the form to be sent again.
  history.replaceState(history.state, '', location.href);

  const said = document.querySelector('#error-summary, [data-told]');
  if (said) {
    // The place that an earlier error was linked to would win over what is said now.
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    said.focus();
  }
  for (const link of document.querySelectorAll('#error-summary a')) link.addEventListener('click', event => {
    event.preventDefault();
    document.getElementById(link.hash.slice(1)).focus();
  });

  // The child who was here has left: windows that are still open hear it (child.js).
  const sayDone = () => { if ('BroadcastChannel' in window) new BroadcastChannel('done').postMessage(''); };
  if (document.querySelector('[data-session-over]')) sayDone();

  // Leaving quickly: the page one leaves is not what "back" leads to.
  for (const exit of document.querySelectorAll('[data-quick-exit]')) {
    exit.addEventListener('click', event => { event.preventDefault();
      sayDone();
      // A device that keeps nothing has nothing to clear.
      try { localStorage.clear(); sessionStorage.clear(); } catch { /* gone all the same */ }
      location.replace(exit.href);
    });
  }

  // The language menu closes like a menu.
  const menu = document.querySelector('.lang-switch details');
  if (menu) {
    const close = () => { menu.open = false; };
    addEventListener('keydown', event => { if (event.key === 'Escape' && menu.open) { close(); menu.querySelector('summary').focus(); } });
    addEventListener('click', event => { if (!menu.contains(event.target)) close(); });
    menu.addEventListener('focusout', event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(); });
  }

  // A second press on "send" within five seconds is the same press.
  const sent = new Map();
  const release = form => {
    sent.get(form)?.removeAttribute('aria-disabled');
    sent.delete(form);
  };
  addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute('method')?.toLowerCase() !== 'post') return;
    if (sent.has(form)) { event.preventDefault(); return; }
    sent.set(form, event.submitter);
    event.submitter?.setAttribute('aria-disabled', 'true');
    setTimeout(release, 5000, form);
  });
  addEventListener('pageshow', event => { if (event.persisted) for (const form of [...sent.keys()]) release(form); });
})();
