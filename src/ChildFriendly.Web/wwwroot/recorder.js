// Hands on what the microphone hears, piece by piece. Runs beside the page, where sound is made.
registerProcessor('recorder', class extends AudioWorkletProcessor {
  process([[heard]]) {
    if (heard) this.port.postMessage(heard.slice());
    return true;
  }
});
