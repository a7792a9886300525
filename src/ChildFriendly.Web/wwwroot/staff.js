// Keys for staff: "?" shows them all. An element with data-key is reached by that key; the switch in the list turns them off.
(() => {
  'use strict';
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());

  // Passkeys: the browser asks the device, the form takes the answer to the server.
  for (const form of document.querySelectorAll('[data-passkey]')) {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) { form.hidden = true; continue; }
    const status = form.querySelector('[data-failed]');
    form.addEventListener('submit', async event => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      status.hidden = true;
      try {
        const question = await (await fetch(form.dataset.passkeyFrom)).json();
        const options = JSON.parse(question.options);
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.credential.value = JSON.stringify(credential.toJSON());
        form.elements.state.value = question.state;
        form.requestSubmit();
      } catch {
        status.textContent = status.dataset.failed;
        status.hidden = false;
      }
    });
  }

  // What an answer still lacks is said while it is written: the same page as the button gives, and of it only the list.
  const writing = document.querySelector('form[data-answer]');
  if (writing) {
    let timer;
    writing.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const page = await fetch('?handler=Check', { method: 'POST', body: new URLSearchParams(new FormData(writing)) }).catch(() => null);
        const check = page?.ok && new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('[data-answer-check]');
        if (check) document.querySelector('[data-answer-check]').innerHTML = check.innerHTML;
      }, 1500);
    });
  }

  const dialog = document.getElementById('shortcuts');
  if (!dialog) return;
  const list = dialog.querySelector('dl'), on = dialog.querySelector('input');
  const OFF = 'cfl-no-keys';
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener('change', () => { if (on.checked) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1'); });

  const targets = () => [...document.querySelectorAll('[data-key]')].filter(e => e.checkVisibility());
  const lineOf = e => e.innerText.split('\n')[0].trim();
  const nameOf = e => [e.closest('fieldset')?.querySelector('legend'), e.labels?.[0] ?? e].filter(Boolean).map(lineOf).join(' – ');
  const show = () => {
    list.replaceChildren(...targets().flatMap(e => {
      const key = document.createElement('dt'), name = document.createElement('dd'), kbd = document.createElement('kbd');
      kbd.textContent = e.dataset.key;
      key.append(kbd);
      name.textContent = nameOf(e);
      return [key, name];
    }));
    dialog.showModal();
  };
  document.querySelector('[data-shortcuts]').addEventListener('click', show);

  addEventListener('keydown', event => {
    if (event.ctrlKey && event.key === 'Enter' && event.target.form) { event.target.form.requestSubmit(); return; }
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || dialog.open) return;
    if (event.key === '?') { event.preventDefault(); show(); return; }
    if (!on.checked) return;
    const target = targets().find(e => e.dataset.key === event.key.toLowerCase());
    if (!target) return;
    event.preventDefault();
    target.focus();
    if (target.matches('a, button, input')) target.click();
  });

  // What is shown once is not left by a slip.
  if (document.querySelector('[data-once]')) {
    const ask = event => event.preventDefault();
    addEventListener('beforeunload', ask);
    document.querySelector('[data-done]').addEventListener('click', () => removeEventListener('beforeunload', ask));
  }
})();
