// For a child who is inside with a card: the device makes room by itself, and words being written are kept.
(() => {
  'use strict';

  // Whoever looks something up while writing finds their words again: they go to the draft when the page is left.
  const writing = document.querySelector('form[data-draft]');
  let isTyped = false;
  const keep = async () => {
    if (!isTyped) return;
    isTyped = false;
    const typed = new URLSearchParams(new FormData(writing));
    typed.set('back', 'true');
    await fetch(writing.action, { method: 'POST', body: typed, redirect: 'manual', keepalive: true }).catch(() => {});
  };
  writing?.addEventListener('input', () => { isTyped = true; });
  writing?.addEventListener('submit', () => { isTyped = false; });
  addEventListener('pagehide', keep);

  // Words that may be better left out are pointed at while they are written. The form is sent all the same.
  const hints = document.querySelector('[data-hints-here]');
  if (hints) {
    const form = hints.closest('form');
    let timer, last = '';
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const text = [...form.querySelectorAll('textarea, input[type=text]')].map(field => field.value).join('\n');
        if (text === last) return;
        last = text;
        const token = form.querySelector('[name=__RequestVerificationToken]').value;
        const answer = await fetch(form.dataset.hints, { method: 'POST', body: new URLSearchParams({ text, __RequestVerificationToken: token }) }).catch(() => null);
        if (answer?.ok && text === last) hints.innerHTML = await answer.text();
      }, 1500);
    });
  }

  // A child's session ends by itself. Before it does, somebody is asked; when nobody answers, what was typed goes to the draft and the page
  // makes room, so that the next child at the device sees nothing.
  const idle = document.getElementById('idle');
  if (idle) {
    const ends = Number(idle.dataset.ends) * 1000, warns = Number(idle.dataset.warns) * 1000;
    // Another window of the same child is the same child: only where nobody was awake anywhere, the device makes room.
    // Where the device keeps nothing, each window goes by itself.
    let since = Date.now();
    const wake = () => { since = Date.now(); try { localStorage.setItem('awake', since); } catch { /* kept above */ } };
    const lastAwake = () => { try { return Number(localStorage.getItem('awake')) || since; } catch { return since; } };
    wake();
    const leave = async () => {
      await keep();
      const done = document.querySelector('.leave-form');
      await fetch(done.action, { method: 'POST', body: new URLSearchParams([...new FormData(done), ['idle', 'true']]), redirect: 'manual' }).catch(() => {});
      location.replace(idle.dataset.door);
    };
    const look = () => {
      const quiet = Date.now() - lastAwake();
      if (quiet >= ends) { clearInterval(timer); leave(); }
      else if (quiet >= warns && !idle.open) idle.showModal();
      else if (quiet < warns && idle.open) idle.close();
    };
    const timer = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    idle.addEventListener('close', async () => {
      wake();
      await fetch(idle.dataset.awake, { method: 'HEAD' }).catch(() => {});
    });
  }

  // "I'm done" waits until the words being written are kept, and is said for all windows.
  const windows = 'BroadcastChannel' in window ? new BroadcastChannel('done') : undefined;
  document.querySelector('.leave-form')?.addEventListener('submit', async event => {
    windows?.postMessage('');
    if (!isTyped) return;
    event.preventDefault();
    await keep();
    event.target.submit();
  });

  // Another child came in at another window, or left there: this one shows nobody's things. Each window says whose it is.
  const mine = document.querySelector('.leave-form [name=__for]')?.value;
  if (idle && windows) {
    windows.postMessage(mine);
    windows.onmessage = async ({ data: whose }) => {
      if (whose === mine) return;
      if (!whose) await keep();
      isTyped = false;
      document.body.replaceChildren();
      // A moment later, when the session is over.
      setTimeout(() => location.replace(idle.dataset.door), 1000);
    };
  }

  // What a browser shows again as it was left may be another child's by now.
  addEventListener('pageshow', event => { if (event.persisted) location.replace(location.href); });
})();
