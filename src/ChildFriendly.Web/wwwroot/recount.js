// Counts published ballots again on this device (counting.js, in a worker) and says whether they come out the same. Texts come from the page.
(() => {
  'use strict';
  const page = document.querySelector('[data-recounts]');
  const { culture, counting, receipts, root, commitment, secret, seed, few } = page.dataset;
  const texts = JSON.parse(page.dataset.recounts);
  const plurals = new Intl.PluralRules(culture);

  // As the portal writes them: a text with named places, a count with its plural form, money in bani.
  // What fills a place may be an element: the name of an option carries its language.
  const fill = (text, values) => text.split(/\{(\w+)\}/).map((part, i) => i % 2 === 0 ? part : values[part] ?? `{${part}}`).flat();
  const say = (key, values = {}) => fill(texts[key], values);
  const form = (key, count) => texts[key][plurals.select(count)] ?? texts[key].other;
  const number = (count, decimals = 0) => count.toLocaleString(culture, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const many = (key, count) => fill(form(key, count), { count: number(count) }).join('');
  const lei = bani => `${number(bani / 100, bani % 100 === 0 ? 0 : 2)}\u00A0${form('money.lei', Math.trunc(bani / 100))}`;
  // A price is an exact fraction of bani; people read it to the ban.
  const price = fraction => {
    const [n, d = 1n] = fraction.split('/').map(BigInt);
    return lei(Number((2n * n + d) / (2n * d)));
  };

  const element = (name, text, parts = []) => {
    const made = document.createElement(name);
    made.append(...[text].flat(), ...parts);
    return made;
  };
  const list = (name, items) => element(name, '', items.map(i => element('li', i)));

  // The name of an option, marked as the language it is in.
  const nameIn = languages => ({ id, name }) => {
    const named = element('span', name);
    if (id in languages) named.lang = languages[id];
    return named;
  };
  // What happened, step by step: each step one or more lines.
  const story = ({ report, options }, named) => {
    const nameOf = id => named(options.find(o => o.id === id));
    const unit = report.rule === 'borda' || report.rule === 'points' ? 'consultations.points' : 'consultations.votes';
    let round = 0;
    const tell = {
      totals: ({ totals }) => options.filter(o => totals[o.id] !== undefined).sort((a, b) => totals[b.id] - totals[a.id]).map(o => [named(o), `: ${many(unit, totals[o.id])}`]),
      scores: ({ sums, counts, medians }) => options.map(o => [named(o), ': ', ...counts[o.id] === 0 ? ['–'] : say('consultations.results.mean', {
        mean: number(sums[o.id] / counts[o.id], 1), face: texts[`consultations.face.${medians[o.id]}`] ?? medians[o.id],
      })]),
      round: ({ votes, eliminated }) => [say(eliminated === null ? 'consultations.how.last-round' : 'consultations.how.round', {
        round: ++round, votes: options.filter(o => o.id in votes).flatMap((o, i) => [i > 0 ? '; ' : '', named(o), `: ${number(votes[o.id])}`]), option: eliminated === null ? '' : nameOf(eliminated),
      })],
      project: step => [say(step.funded ? 'consultations.how.funded' : 'consultations.how.too-dear', {
        option: nameOf(step.id), votes: many('consultations.votes', step.votes), cost: lei(step.cost), left: lei(step.left),
      })],
      threshold: ({ percent, struck }) => [struck.length === 0 ? say('consultations.how.threshold-all', { percent })
        : say('consultations.how.threshold', { percent, options: struck.flatMap((id, i) => [i > 0 ? ', ' : '', nameOf(id)]) })],
      quorum: ({ needed }) => [say('consultations.how.quorum', { needed: many('consultations.votes', needed) })],
      share: ({ share }) => [say('consultations.how.share', { share: price(share) })],
      purchase: step => [say(step.spent > 0 ? 'consultations.how.purchase-and-rest' : 'consultations.how.purchase', {
        option: nameOf(step.id), cost: lei(step.cost), price: price(step.price),
        children: step.payers < Number(few) ? texts['consultations.how.a-few'] : many('consultations.how.children', step.payers),
      })],
    };
    return [
      ...report.steps.flatMap(step => tell[step.kind](step)),
      ...report.ties.map(ids => say('consultations.recount.tie', { options: ids.flatMap((id, i) => [i > 0 ? ', ' : '', nameOf(id)]) })),
    ];
  };

  const fetchText = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.text();
  };
  // In a worker, so that the page stays awake however long it takes.
  const inWorker = work => new Promise((done, fail) => {
    const worker = new Worker(counting);
    const end = how => result => {
      worker.terminate();
      how(result);
    };
    worker.onmessage = end(({ data }) => done(data));
    worker.onerror = end(fail);
    worker.postMessage(work);
  });

  for (const panel of page.querySelectorAll('[data-ballots]')) {
    const named = nameIn(JSON.parse(panel.dataset.languages));
    const [said, shown, button, input] = ['[data-said]', '[data-shown]', 'button', 'input'].map(part => panel.querySelector(part));
    let newest = 0;

    const tell = (mood, first, ...more) => {
      const box = element('div', '', [element('p', element('strong', first))]);
      if (more.length > 0) box.append(list('ul', more));
      box.className = `notice ${mood}`;
      said.replaceChildren(box);
    };
    const verdict = (is, yes, no) => say(`consultations.recount.${is ? yes : no}`);
    const show = found => {
      const same = verdict(found.isSame, 'same', 'different');
      if (found.isSame === null) tell('', say('consultations.recount.no-result'));
      else if (!found.isOfThisVote) tell(found.isSame ? 'notice--good' : 'notice--help', same, say('consultations.recount.other-vote'));
      else {
        tell(found.isSame && found.areWordsSame && found.isLotFixed ? 'notice--good' : 'notice--help', same,
          verdict(found.areWordsSame, 'words-same', 'words-different'), verdict(found.isLotFixed, 'lot-same', 'lot-different'));
      }
      const steps = element('details', element('summary', say('consultations.recount.steps')), [list('ol', story(found, named))]);
      steps.lastChild.className = 'how';
      steps.open = true;
      const { selected } = found.report;
      shown.replaceChildren(...selected.length > 0
        ? [element('p', say('consultations.recount.chosen')), list('ol', selected.map(id => named(found.options.find(o => o.id === id))))]
        : [element('p', say('consultations.recount.nobody'))], steps);
    };
    // Of two counts under way the newer one is shown.
    const recount = async (file, isOurs) => {
      const mine = ++newest;
      tell('', say('consultations.recount.counting'));
      shown.replaceChildren();
      let end;
      try {
        const [ballots, words] = await Promise.all([file(), fetchText(receipts)]);
        const found = await inWorker({ ballots, published: { isOurs, question: Number(panel.dataset.question), outcome: panel.dataset.outcome, receipts: words, root, commitment, secret, seed } });
        end = found.refused ? () => tell('notice--warn', say('consultations.recount.bad-file')) : () => show(found);
      } catch {
        end = () => tell('notice--warn', say('consultations.recount.failed'));
      }
      if (mine === newest) end();
    };

    button.addEventListener('click', () => recount(() => fetchText(panel.dataset.ballots), true));
    input.addEventListener('change', () => { if (input.files.length > 0) recount(() => input.files[0].text(), false); });
  }
})();
