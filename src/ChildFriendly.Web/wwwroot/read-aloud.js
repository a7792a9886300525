// Reads the page aloud with the device's own voice, sentence by sentence. Only voices that live on the device are used: no text leaves it.
(() => {
  'use strict';
  const bar = document.querySelector('[data-read-aloud]');
  if (!bar) return;
  const part = name => bar.querySelector(`[data-read="${name}"]`);
  const button = part('play'), label = button.querySelector('span'), speed = part('speed'), status = part('status');
  const main = document.getElementById('main');
  const SILENT = '[aria-hidden="true"], [hidden], .visually-hidden, [data-read-aloud], script, style, select, textarea, input, svg, .counter';
  const BLOCK = 'p, h1, h2, h3, h4, li, dt, dd, legend, label, caption, th, td, summary, figcaption, blockquote, button, a.button, .choice-title, .choice-text';
  let sentences = [], at = 0, isReading = false, follows = true, voices = [];

  const loadVoices = () => { voices = window.speechSynthesis ? speechSynthesis.getVoices().filter(v => v.localService) : []; };
  loadVoices();
  window.speechSynthesis?.addEventListener?.('voiceschanged', loadVoices);
  // Some browsers know their voices only a moment after they are first asked.
  const voicesKnown = async () => {
    for (let waited = 0; waited < 1500 && window.speechSynthesis && !speechSynthesis.getVoices().length; waited += 100) await new Promise(go => setTimeout(go, 100));
    loadVoices();
  };
  const voiceFor = lang => voices.find(v => v.lang.toLowerCase().replace('_', '-').startsWith(lang));

  // Sentences with the places in the page they come from. A block is read once, without the blocks inside it.
  const collect = () => {
    const found = [];
    for (const block of main.querySelectorAll(BLOCK)) {
      if (block.closest(SILENT) || !block.checkVisibility()) continue;
      const lang = block.closest('[lang]').lang;
      const pieces = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(SILENT) || node.parentElement.closest(BLOCK) !== block) continue;
        pieces.push(node);
      }
      const text = pieces.map(n => n.data).join('');
      if (!text.trim()) continue;
      const inner = pieces.find(n => n.data.trim()).parentElement.closest('[lang]').lang;
      for (const { segment, index } of split(text, inner || lang)) {
        if (segment.trim()) found.push({ text: segment.trim().replace(/\s+/g, ' '), lang: inner || lang, range: rangeOf(pieces, index, index + segment.length), block });
      }
    }
    return found;
  };
  const split = (text, lang) => window.Intl?.Segmenter
    ? [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
    : [{ segment: text, index: 0 }];
  const rangeOf = (nodes, from, to) => {
    const range = document.createRange();
    let seen = 0, begun = false;
    for (const node of nodes) {
      const end = seen + node.data.length;
      if (!begun && from < end) { range.setStart(node, from - seen); begun = true; }
      if (begun && to <= end) { range.setEnd(node, to - seen); break; }
      seen = end;
    }
    return range;
  };

  const show = range => {
    if (!window.Highlight) return;
    if (range) CSS.highlights.set('reading', new Highlight(range)); else CSS.highlights.delete('reading');
  };
  const stop = () => {
    isReading = false;
    speechSynthesis.cancel();
    bar.classList.remove('is-reading');
    label.textContent = label.dataset.play;
    show(null);
  };
  const readNext = () => {
    if (!isReading) return;
    if (at >= sentences.length) { at = 0; stop(); return; }
    const { text, lang, range, block } = sentences[at];
    const voice = voiceFor(lang);
    if (!voice) {
      status.textContent = status.dataset.otherLanguage;
      at++;
      readNext();
      return;
    }
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = Number(speed.value);
    words.onend = () => { if (isReading) { at++; readNext(); } };
    words.onerror = event => { if (event.error !== 'canceled' && event.error !== 'interrupted') stop(); };
    show(range);
    const box = range.getBoundingClientRect();
    if (follows && (box.top < 0 || box.bottom > innerHeight)) block.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    speechSynthesis.speak(words);
  };

  button.addEventListener('click', async () => {
    status.textContent = '';
    if (isReading) { stop(); return; }
    await voicesKnown();
    if (at === 0) sentences = collect();
    if (!window.speechSynthesis || !voiceFor(document.documentElement.lang)) {
      status.textContent = status.dataset.noVoice;
      return;
    }
    isReading = follows = true;
    bar.classList.add('is-reading');
    label.textContent = label.dataset.pause;
    speechSynthesis.cancel();
    readNext();
  });
  speed.addEventListener('change', () => { if (isReading) { speechSynthesis.cancel(); setTimeout(readNext, 50); } });
  // Whoever moves the page themselves is not moved any more; Escape is silence.
  for (const moved of ['wheel', 'touchmove']) addEventListener(moved, () => { follows = false; }, { passive: true });
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && isReading) stop();
    if (['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'].includes(event.key)) follows = false;
  });
  addEventListener('pagehide', () => { if (isReading) stop(); });
})();
