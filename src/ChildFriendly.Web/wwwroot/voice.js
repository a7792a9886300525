// Records up to ninety seconds and makes of them what the portal takes: WAV, 16 kHz, one channel. No text lives here: it comes from the page.
(() => {
  'use strict';
  const form = document.querySelector('[data-voice]');
  const recorder = form.querySelector('[data-recorder]');
  // Where there is no microphone to be asked for, a file can still be chosen.
  if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode) { form.querySelector('details').open = true; return; }
  recorder.hidden = false;
  const input = form.querySelector('input[type=file]');
  const said = form.querySelector('[data-said]'), clock = form.querySelector('[data-clock]');
  const [start, stop, play, remove] = ['start', 'stop', 'play', 'delete'].map(name => form.querySelector(`[data-${name}]`));
  const most = 90, rate = 16000;
  let now, speech, playing, working;

  const show = (...shown) => { for (const button of [start, stop, play, remove]) button.hidden = !shown.includes(button); };
  const tell = left => { clock.textContent = form.dataset.left.replace('{0}', Math.max(0, Math.ceil(left))); };

  const begin = async () => {
    let microphone;
    try { microphone = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }); } catch { said.textContent = form.dataset.noMicrophone; return; }
    const sound = new AudioContext();
    await sound.audioWorklet.addModule(form.dataset.worklet);
    const source = sound.createMediaStreamSource(microphone);
    const listener = new AudioWorkletNode(sound, 'recorder', { channelCount: 1, channelCountMode: 'explicit', numberOfOutputs: 0 });
    now = { microphone, sound, pieces: [], length: 0 };
    const { pieces } = now;
    listener.port.onmessage = ({ data }) => {
      if (!now) return;
      pieces.push(data);
      now.length += data.length;
      tell(most - now.length / sound.sampleRate);
      if (now.length >= most * sound.sampleRate) working = end();
    };
    source.connect(listener);
    show(stop);
    stop.focus();
    said.textContent = form.dataset.recording;
  };

  const end = async () => {
    if (!now) return;
    const { microphone, sound, pieces, length } = now;
    now = undefined;
    for (const track of microphone.getTracks()) track.stop();
    const given = sound.sampleRate;
    await sound.close();
    if (length === 0) { show(start); said.textContent = form.dataset.gone; return; }
    const raw = new AudioBuffer({ length, sampleRate: given });
    let place = 0;
    for (const piece of pieces) { raw.copyToChannel(piece, 0, place); place += piece.length; }
    const made = new OfflineAudioContext(1, Math.max(1, Math.min(most * rate, Math.floor(length * rate / given))), rate);
    const source = made.createBufferSource();
    source.buffer = raw;
    source.connect(made.destination);
    source.start();
    speech = await made.startRendering();
    const chosen = new DataTransfer();
    chosen.items.add(new File([wavOf(speech.getChannelData(0))], 'voice.wav', { type: 'audio/wav' }));
    input.files = chosen.files;
    show(play, remove);
    play.focus();
    tell(most - speech.duration);
    said.textContent = form.dataset.recorded.replace('{0}', Math.round(speech.duration));
  };

  const wavOf = samples => {
    const file = new DataView(new ArrayBuffer(44 + samples.length * 2));
    const word = (at, letters) => [...letters].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
    word(0, 'RIFF'); file.setUint32(4, 36 + samples.length * 2, true); word(8, 'WAVEfmt ');
    file.setUint32(16, 16, true); file.setUint16(20, 1, true); file.setUint16(22, 1, true);
    file.setUint32(24, rate, true); file.setUint32(28, rate * 2, true); file.setUint16(32, 2, true); file.setUint16(34, 16, true);
    word(36, 'data'); file.setUint32(40, samples.length * 2, true);
    samples.forEach((sample, i) => file.setInt16(44 + i * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true));
    return file.buffer;
  };

  const quiet = () => { playing?.close(); playing = undefined; };
  start.addEventListener('click', () => { working = begin(); });
  stop.addEventListener('click', () => { working = end(); });
  play.addEventListener('click', () => {
    quiet();
    playing = new AudioContext();
    const source = playing.createBufferSource();
    source.buffer = speech;
    source.connect(playing.destination);
    source.start();
  });
  remove.addEventListener('click', () => {
    quiet();
    input.value = '';
    clock.textContent = '';
    show(start);
    start.focus();
    said.textContent = form.dataset.gone;
  });

  // Whoever presses "next" while it still records has finished.
  form.addEventListener('submit', async event => {
    if (now) working = end();
    if (!working) return;
    event.preventDefault();
    const { submitter } = event;
    await working.catch(() => {});
    working = undefined;
    // Not before the event is over: a form that is being sent is not sent again.
    setTimeout(() => form.requestSubmit(submitter));
  });
  // Nobody is listened to on a page that was left.
  addEventListener('pagehide', () => { for (const track of now?.microphone.getTracks() ?? []) track.stop(); });
})();
