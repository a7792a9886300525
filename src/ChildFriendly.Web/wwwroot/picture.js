// A photo is made small, and a drawing is made, here in the browser: what is sent is a new file, without anything that the camera wrote into it.
// No text lives here: it comes from the page.
(() => {
  'use strict';
  const form = document.querySelector('[data-picture]');
  const input = form.querySelector('input[type=file]');
  const said = form.querySelector('[data-said]');
  const preview = form.querySelector('[data-preview]');
  const longest = Number(form.dataset.side);
  let working, isDrawn = false, use;

  const blobOf = async canvas => {
    // A picture full of grass weighs more than one of a wall.
    for (const quality of [.85, .7, .5, .3]) {
      const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
      if (blob.size < 1.9 * 1024 * 1024) return blob;
    }
    throw new Error('too large');
  };

  const choose = async (source, width, height) => {
    const scale = Math.min(1, longest / Math.max(width, height));
    const canvas = preview.querySelector('canvas');
    [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    const context = canvas.getContext('2d');
    // What one could see through becomes paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const chosen = new DataTransfer();
    chosen.items.add(new File([await blobOf(canvas)], 'picture.jpg', { type: 'image/jpeg' }));
    input.files = chosen.files;
    preview.hidden = false;
  };

  const take = async () => {
    isDrawn = false;
    preview.hidden = true;
    said.textContent = '';
    const [file] = input.files;
    if (!file) return;
    try {
      const photo = await createImageBitmap(file, { imageOrientation: 'from-image' });
      await choose(photo, photo.width, photo.height);
      photo.close();
      said.textContent = form.dataset.ready;
    } catch {
      input.value = '';
      said.textContent = form.dataset.unreadable;
    }
  };
  input.addEventListener('change', () => { working = take(); });

  // Whoever presses "next" before it is ready, or without having said that the drawing is to be taken, loses nothing.
  form.addEventListener('submit', async event => {
    if (isDrawn) working = use();
    if (!working) return;
    event.preventDefault();
    const { submitter } = event;
    await working.catch(() => {});
    working = undefined;
    // Not before the event is over: a form that is being sent is not sent again.
    setTimeout(() => form.requestSubmit(submitter));
  });

  // Drawing: with a finger, a mouse, or the keys.
  const drawing = form.querySelector('[data-drawing]');
  if (!drawing) return;
  const sheet = drawing.querySelector('canvas');
  const pen = sheet.getContext('2d');
  const heard = drawing.querySelector('[data-heard]');
  const size = 180, step = 100, fine = 20;
  const colours = { black: '#1a1a1a', red: '#d32020', blue: '#1d4ed8', green: '#15803d', yellow: '#facc15', brown: '#7c4a1e' };
  const things = new Map();
  const done = [];
  const at = { x: sheet.width / 2, y: sheet.height / 2 };
  let byKeys = false, line;

  const tool = () => drawing.querySelector('[name=tool]:checked');
  const nameOf = chosen => chosen.closest('label').textContent.trim();
  const say = (text, ...values) => { heard.textContent = values.reduce((whole, value, i) => whole.replace(`{${i}}`, value), text); };

  const fetchThings = async () => {
    const sprite = new DOMParser().parseFromString(await (await fetch(drawing.dataset.things)).text(), 'image/svg+xml');
    for (const symbol of sprite.querySelectorAll('symbol')) {
      things.set(symbol.id, [...symbol.querySelectorAll('path, circle')].map(shape => {
        const path = new Path2D(shape.getAttribute('d') ?? '');
        if (shape.tagName === 'circle') path.arc(shape.getAttribute('cx'), shape.getAttribute('cy'), shape.getAttribute('r'), 0, 7);
        return { path, fill: shape.getAttribute('fill'), rule: shape.getAttribute('fill-rule') ?? 'nonzero', opacity: Number(shape.getAttribute('opacity') ?? 1) };
      }));
    }
    draw();
  };
  drawing.addEventListener('toggle', () => { if (drawing.open && things.size === 0) fetchThings().catch(() => {}); });

  const stamp = (name, x, y, faint = 1) => {
    pen.save();
    pen.translate(x - size / 2, y - size / 2);
    pen.scale(size / 32, size / 32);
    for (const { path, fill, rule, opacity } of things.get(name) ?? []) {
      if (!fill || fill === 'none') continue;
      [pen.fillStyle, pen.globalAlpha] = [fill, opacity * faint];
      pen.fill(path, rule);
    }
    pen.restore();
  };

  const draw = (withCursor = byKeys) => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
    [pen.lineWidth, pen.lineCap, pen.lineJoin] = [14, 'round', 'round'];
    for (const { name, x, y, colour, points } of done) {
      if (name) { stamp(name, x, y); continue; }
      pen.strokeStyle = colour;
      pen.beginPath();
      pen.moveTo(...points[0]);
      for (const point of points) pen.lineTo(...point);
      pen.stroke();
    }
    if (!withCursor) return;
    const chosen = tool().value;
    if (!(chosen in colours)) stamp(chosen, at.x, at.y, .5);
    pen.save();
    [pen.lineWidth, pen.strokeStyle] = [4, '#12314a'];
    pen.setLineDash([12, 8]);
    pen.beginPath();
    pen.arc(at.x, at.y, chosen in colours ? 24 : size / 2, 0, 7);
    pen.stroke();
    pen.restore();
  };

  const place = (x, y) => {
    done.push({ name: tool().value, x, y });
    isDrawn = true;
    say(drawing.dataset.stamped, nameOf(tool()));
  };

  const placeOf = event => {
    const box = sheet.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * sheet.width, (event.clientY - box.top) / box.height * sheet.height];
  };
  sheet.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    byKeys = false;
    const here = placeOf(event), chosen = tool().value;
    if (chosen in colours) {
      line = { colour: colours[chosen], points: [here] };
      done.push(line);
      isDrawn = true;
      sheet.setPointerCapture(event.pointerId);
    } else place(...here);
    draw();
  });
  sheet.addEventListener('pointermove', event => {
    if (!line || byKeys) return;
    line.points.push(placeOf(event));
    draw();
  });
  for (const end of ['pointerup', 'pointercancel']) sheet.addEventListener(end, () => { line = undefined; });

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  sheet.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === 'z') { event.preventDefault(); undo(); }
      return;
    }
    if (event.key in arrows) {
      event.preventDefault();
      byKeys = true;
      const by = event.shiftKey ? fine : step, [right, down] = arrows[event.key];
      at.x = Math.min(sheet.width - fine, Math.max(fine, at.x + right * by));
      at.y = Math.min(sheet.height - fine, Math.max(fine, at.y + down * by));
      line?.points.push([at.x, at.y]);
      say(drawing.dataset.moved, Math.ceil(at.x / step), Math.ceil(at.y / step));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      byKeys = true;
      const chosen = tool().value;
      if (!(chosen in colours)) place(at.x, at.y);
      else if (line) { line = undefined; say(drawing.dataset.up); }
      else {
        line = { colour: colours[chosen], points: [[at.x, at.y]] };
        done.push(line);
        isDrawn = true;
        say(drawing.dataset.down);
      }
    } else return;
    draw();
  });
  sheet.addEventListener('focus', () => { byKeys = sheet.matches(':focus-visible'); draw(); });
  sheet.addEventListener('blur', () => { byKeys = false; line = undefined; draw(); });
  drawing.addEventListener('change', () => { line = undefined; draw(); });

  const undo = () => {
    line = undefined;
    say(done.pop() ? drawing.dataset.undone : drawing.dataset.nothing);
    isDrawn = done.length > 0;
    draw();
  };
  drawing.querySelector('[data-undo]').addEventListener('click', undo);
  drawing.querySelector('[data-clear]').addEventListener('click', () => {
    say(done.length > 0 ? drawing.dataset.cleared : drawing.dataset.nothing);
    done.length = 0;
    isDrawn = false;
    draw();
  });

  use = async () => {
    if (done.length === 0) { say(drawing.dataset.nothing); return; }
    draw(false);
    await choose(sheet, sheet.width, sheet.height);
    isDrawn = false;
    draw();
    say(drawing.dataset.used);
  };
  drawing.querySelector('[data-use]').addEventListener('click', () => { working = use(); });

  draw();
})();
