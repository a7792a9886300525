// A moderator makes parts of a picture unreadable: areas drawn over it, or typed as per cent. What is sent is a new file. No text lives here.
(() => {
  'use strict';
  const form = document.querySelector('[data-cover]');
  const picture = document.getElementById('picture');
  if (!form) return;
  const input = form.querySelector('input[type=file]'), said = form.querySelector('[data-said]'), list = form.querySelector('[data-areas]');
  const edges = form.dataset.edges.split('|');
  const canvas = document.createElement('canvas');
  const areas = [];
  let drawn, count = 0, isReady = false;

  const clamp = (value, most) => Math.min(most, Math.max(0, Number(value) || 0));

  // Each square becomes the mean of what was there: too coarse to be read, and not to be reckoned back.
  const cover = ({ left, top, width, height }) => {
    const [x, y] = [Math.floor(left / 100 * canvas.width), Math.floor(top / 100 * canvas.height)];
    const [w, h] = [Math.min(canvas.width - x, Math.ceil(width / 100 * canvas.width)), Math.min(canvas.height - y, Math.ceil(height / 100 * canvas.height))];
    if (w < 1 || h < 1) return;
    const context = canvas.getContext('2d'), square = Math.max(1, Math.ceil(Math.max(w, h) / 5));
    const { data } = context.getImageData(x, y, w, h);
    for (let row = 0; row < h; row += square) {
      for (let column = 0; column < w; column += square) {
        const sum = [0, 0, 0];
        let pixels = 0;
        for (let i = row; i < Math.min(h, row + square); i++) {
          for (let j = column; j < Math.min(w, column + square); j++) {
            for (let c = 0; c < 3; c++) sum[c] += data[(i * w + j) * 4 + c];
            pixels++;
          }
        }
        context.fillStyle = `rgb(${sum.map(s => Math.round(s / pixels)).join(' ')})`;
        context.fillRect(x + column, y + row, Math.min(square, w - column), Math.min(square, h - row));
      }
    }
  };

  const draw = () => {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
    for (const area of areas) cover(area);
    if (!drawn) return;
    [context.lineWidth, context.strokeStyle] = [Math.max(2, canvas.width / 300), '#d32020'];
    context.strokeRect(drawn.left / 100 * canvas.width, drawn.top / 100 * canvas.height, drawn.width / 100 * canvas.width, drawn.height / 100 * canvas.height);
  };

  const add = (area, focus) => {
    areas.push(area);
    const line = document.createElement('li'), group = document.createElement('fieldset'), legend = document.createElement('legend');
    group.className = 'cover-area';
    legend.textContent = form.dataset.area.replace('{0}', ++count);
    group.append(legend);
    ['left', 'top', 'width', 'height'].forEach((edge, i) => {
      const label = document.createElement('label'), number = document.createElement('input');
      Object.assign(number, { type: 'number', min: 0, max: 100, step: 1, value: Math.round(area[edge]), id: `area-${count}-${edge}` });
      [label.textContent, label.htmlFor] = [edges[i], number.id];
      number.addEventListener('input', () => { area[edge] = clamp(number.value, 100); draw(); });
      group.append(label, number);
    });
    const remove = document.createElement('button');
    Object.assign(remove, { type: 'button', className: 'button button--quiet', textContent: form.dataset.remove });
    remove.addEventListener('click', () => {
      areas.splice(areas.indexOf(area), 1);
      line.remove();
      draw();
      said.textContent = form.dataset.removed;
      form.querySelector('[data-add]').focus();
    });
    group.append(remove);
    line.append(group);
    list.append(line);
    draw();
    said.textContent = form.dataset.added;
    if (focus) group.querySelector('input').focus();
  };
  form.querySelector('[data-add]').addEventListener('click', () => add({ left: 40, top: 40, width: 20, height: 20 }, true));

  const ready = () => {
    [canvas.width, canvas.height, canvas.className] = [picture.naturalWidth, picture.naturalHeight, 'shown-picture cover-canvas'];
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', picture.alt);
    picture.hidden = true;
    picture.after(canvas);
    isReady = true;
    draw();
  };
  if (picture.complete && picture.naturalWidth) ready(); else picture.addEventListener('load', ready);

  const placeOf = event => {
    const box = canvas.getBoundingClientRect();
    return [clamp((event.clientX - box.left) / box.width * 100, 100), clamp((event.clientY - box.top) / box.height * 100, 100)];
  };
  let from;
  canvas.addEventListener('pointerdown', event => { from = placeOf(event); canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener('pointermove', event => {
    if (!from) return;
    const [x, y] = placeOf(event);
    drawn = { left: Math.min(x, from[0]), top: Math.min(y, from[1]), width: Math.abs(x - from[0]), height: Math.abs(y - from[1]) };
    draw();
  });
  canvas.addEventListener('pointerup', () => {
    const area = drawn;
    [from, drawn] = [undefined, undefined];
    if (area && area.width > 1 && area.height > 1) add(area, false); else draw();
  });
  canvas.addEventListener('pointercancel', () => { [from, drawn] = [undefined, undefined]; draw(); });

  let isMade = false;
  form.addEventListener('submit', async event => {
    if (isMade || areas.length === 0 || !isReady) return;
    event.preventDefault();
    const { submitter } = event;
    drawn = undefined;
    draw();
    for (const quality of [.9, .75, .5]) {
      const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
      if (blob.size > 1.9 * 1024 * 1024 && quality > .5) continue;
      const chosen = new DataTransfer();
      chosen.items.add(new File([blob], 'picture.jpg', { type: 'image/jpeg' }));
      input.files = chosen.files;
      break;
    }
    isMade = true;
    // Not before the event is over: a form that is being sent is not sent again.
    setTimeout(() => form.requestSubmit(submitter));
  });
})();
