// Scanning a card with the camera, where the browser can read codes by itself. Nothing that the camera sees leaves the device.
(async () => {
  'use strict';
  const button = document.querySelector('[data-scan]');
  if (!button || !('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return;
  button.hidden = false;

  const dialog = document.getElementById('scan'), video = dialog.querySelector('video'), status = document.querySelector('[data-scan-status]');
  const field = document.querySelector('.code-input');
  let stream;
  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = undefined;
    video.srcObject = null;
  };
  // A card of ours holds the code behind the # of an address; a code by itself is as good.
  const codeIn = text => { const at = text.indexOf('#'); return decodeURIComponent(at < 0 ? text : text.slice(at + 1)).slice(0, 40); };

  dialog.addEventListener('close', stop);
  button.addEventListener('click', async () => {
    status.textContent = '';
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      status.textContent = status.dataset.noCamera;
      return;
    }
    dialog.showModal();
    video.srcObject = stream;
    await video.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    while (stream) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found) {
        field.value = codeIn(found.rawValue);
        dialog.close();
        field.form.requestSubmit();
        return;
      }
      await new Promise(wait => setTimeout(wait, 200));
    }
  });
})();
