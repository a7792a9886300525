// The counting room once more, for anybody's device: every rule of the program, exact, with the same steps, from the file of published ballots.
// No page, no network: it runs in a worker, in a page and under node.
const Counting = (() => {
  'use strict';
  const FORMAT = 'child-friendly-ballots/1';
  const KINDS = ['approval', 'single-choice', 'ranking', 'score', 'points', 'budget'];
  // As the file names them, and as a count does.
  const RULES = { plurality: 'plurality', approval: 'approval', borda: 'borda', 'instant-runoff': 'irv', score: 'score', points: 'points', 'greedy-budget': 'greedy', 'equal-shares': 'equalshares' };
  const UTILITIES = ['cost', 'cardinality'];
  const COMPLETIONS = ['none', 'utilitarian', 'add1', 'add1-utilitarian'];
  const ULP = 2 ** -52;
  const sum = numbers => numbers.reduce((a, b) => a + b, 0);
  const utf8 = text => new TextEncoder().encode(text);

  // ---- SHA-256 (FIPS 180-4). The browser's own answers only later, and only over https; a count waits for nothing.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every(p => n % p)) primes.push(n);
  const fractionBits = root => Math.floor((root - Math.floor(root)) * 2 ** 32);
  const FIRST = primes.slice(0, 8).map(p => fractionBits(Math.sqrt(p)));
  const ROUNDS = Uint32Array.from(primes, p => fractionBits(Math.cbrt(p)));
  const words = new Uint32Array(64);

  const sha256 = bytes => {
    const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    const state = Uint32Array.from(FIRST);
    for (let block = 0; block < padded.length; block += 64) {
      for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
      for (let i = 16; i < 64; i++) {
        const [w, v] = [words[i - 15], words[i - 2]];
        words[i] = words[i - 16] + (turn(w, 7) ^ turn(w, 18) ^ (w >>> 3)) + words[i - 7] + (turn(v, 17) ^ turn(v, 19) ^ (v >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] += x; });
    }
    const hash = new Uint8Array(32);
    state.forEach((x, i) => new DataView(hash.buffer).setUint32(i * 4, x));
    return hash;
  };
  const toHex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
  const fromHex = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
  const joined = (...parts) => Uint8Array.from(parts.flatMap(p => [...p]));

  // Merkle tree hash of RFC 6962, section 2.1.
  const rootOf = leaves => {
    const hash = (start, count) => {
      if (count === 0) return sha256([]);
      if (count === 1) return sha256(joined([0], leaves[start]));
      let left = 1;
      while (left * 2 < count) left *= 2;
      return sha256(joined([1], hash(start, left), hash(start + left, count - left)));
    };
    return toHex(hash(0, leaves.length));
  };

  // ---- The file. What no vote can hold is refused, as by the program.
  const refuse = reason => { throw Object.assign(new Error(reason), { reason }); };
  const isWhole = (number, least) => Number.isSafeInteger(number) && number >= least;

  const read = text => {
    let file;
    try { file = JSON.parse(text); } catch { refuse('not-json'); }
    if (file?.format !== FORMAT || !Array.isArray(file.options) || file.options.length === 0 || !Array.isArray(file.ballots)
      || !KINDS.includes(file.kind) || !RULES[file.rule] || !isWhole(file.winners, 0) || !isWhole(file.budget, 0) || !isWhole(file.step, 1)
      || !isWhole(file.quorum ?? 0, 0) || !isWhole(file.threshold ?? 0, 0) || file.threshold > 100
      || !UTILITIES.includes(file.utility) || !COMPLETIONS.includes(file.completion) || !/^[0-9a-f]{64}$/.test(file.seed)
      || file.options.some(o => typeof o?.id !== 'string' || o.id === '' || !isWhole(o.cost, 0))) refuse('not-ours');
    const places = new Map(file.options.map((o, i) => [o.id, i]));
    if (places.size < file.options.length) refuse('duplicate');
    const hasValues = ['ranking', 'score', 'points'].includes(file.kind);
    const ballots = file.ballots.map(ballot => {
      const values = ballot?.values ?? [];
      if (!isWhole(ballot?.weight, 1) || !Array.isArray(ballot.options) || !Array.isArray(values)
        || values.length !== (hasValues ? ballot.options.length : 0) || values.some(v => !isWhole(v, 0))) refuse('bad-ballot');
      const options = ballot.options.map(id => places.get(id) ?? refuse('unknown-option'));
      if (new Set(options).size < options.length) refuse('twice-on-a-ballot');
      return { weight: ballot.weight, options, values };
    });
    const cast = sum(ballots.map(b => b.weight));
    // No sum of this file is greater: whole numbers stay exact.
    const greatest = ballots.reduce((most, b) => b.values.reduce((m, v) => Math.max(m, v), most), file.options.length);
    if (!isWhole(cast * greatest, 0) || !isWhole(sum(file.options.map(o => o.cost)), 0)) refuse('too-large');
    return {
      kind: file.kind, winners: file.winners, budget: file.budget, ballots, cast,
      options: file.options.map(o => ({ id: o.id, name: o.name ?? o.id, cost: o.cost })),
      quorum: file.quorum ?? 0, threshold: file.threshold ?? 0,
      rule: RULES[file.rule], utility: file.utility, completion: file.completion, step: file.step, seed: file.seed, question: file.question, result: file.result,
    };
  };

  // ---- Ties: one fixed order, made before counting.
  const byText = (a, b) => {
    const [x, y] = [utf8(a), utf8(b)];
    for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i] - y[i];
    return x.length - y.length;
  };
  // The place of every option in the order.
  const tieOrder = (election, ties, seed) => {
    const ids = election.options.map(o => o.id);
    const order = ids.map((_, i) => i);
    if (ties === 'seed') {
      const lots = ids.map(id => toHex(sha256(joined(fromHex(seed), utf8(id)))));
      order.sort((a, b) => lots[a] < lots[b] ? -1 : 1);
    } else {
      order.sort((a, b) => byText(ids[a], ids[b]));
      const votes = approvals(election);
      if (ties === 'cvl') order.sort((a, b) => election.options[a].cost - election.options[b].cost || votes[b] - votes[a]);
    }
    const places = [];
    order.forEach((option, place) => { places[option] = place; });
    return places;
  };

  // ---- Rules that add up.
  const total = (election, valueAt) => {
    const totals = election.options.map(() => 0);
    for (const ballot of election.ballots) ballot.options.forEach((option, i) => { totals[option] += ballot.weight * valueAt(ballot, i); });
    return totals;
  };
  const approvals = election => total(election, () => 1);
  const support = election => ({
    points: () => total(election, (b, i) => b.values[i]),
    score: () => total(election, (b, i) => b.values[i]),
    ranking: () => total(election, (b, i) => b.options.length - b.values[i] + 1),
  }[election.kind] ?? (() => approvals(election)))();
  const blank = election => sum(election.ballots.filter(b => b.options.length === 0).map(b => b.weight));
  // The one option that stands first among those asked for; -1 where there is none, or several stand first.
  const bestOf = (ballot, isIn) => {
    let [best, place, isShared] = [-1, Infinity, false];
    ballot.options.forEach((option, i) => {
      const at = ballot.values.length > 0 ? ballot.values[i] : 1;
      if (at <= place && isIn[option]) [best, isShared, place] = [option, at === place, at];
    });
    return isShared ? -1 : best;
  };
  const ascending = options => [...options].sort((a, b) => a - b);
  // The first ones, and those between whom the last place was decided only by the tie order.
  const take = (order, winners, areTied) => {
    const selected = order.slice(0, winners);
    const isContested = selected.length > 0 && selected.length < order.length && areTied(selected.at(-1), order[selected.length]);
    return { selected, ties: isContested ? [ascending(order.filter(o => areTied(o, selected.at(-1))))] : [] };
  };
  const byTotals = (election, places, totals, setAside) => {
    const order = totals.map((_, o) => o).filter(o => totals[o] > 0).sort((a, b) => totals[b] - totals[a] || places[a] - places[b]);
    return { ...take(order, election.winners, (a, b) => totals[a] === totals[b]), steps: [{ kind: 'totals', totals: byOption(election, totals), set_aside: setAside }] };
  };
  const byOption = (election, values) => Object.fromEntries(values.map((v, o) => [election.options[o].id, v]).filter(([, v]) => v !== null));

  const plurality = (election, places) => {
    const votes = election.options.map(() => 0);
    const isIn = votes.map(() => true);
    let setAside = 0;
    for (const ballot of election.ballots) {
      const best = bestOf(ballot, isIn);
      if (best < 0) setAside += ballot.weight;
      else votes[best] += ballot.weight;
    }
    return byTotals(election, places, votes, setAside);
  };
  const approval = (election, places) => byTotals(election, places, approvals(election), blank(election));
  const points = (election, places) => byTotals(election, places, total(election, (b, i) => b.values[i]), blank(election));
  const borda = (election, places) => byTotals(
    election, places, total(election, (b, i) => election.options.length - b.values.filter(place => place <= b.values[i]).length), blank(election));

  const medianOf = (faces, count) => {
    let seen = 0;
    for (const [face, weight] of faces.sort((a, b) => a[0] - b[0])) {
      seen += weight;
      if (seen * 2 >= count) return face;
    }
    return 0;
  };
  const score = (election, places) => {
    const [sums, counts] = [total(election, (b, i) => b.values[i]), approvals(election)];
    const faces = election.options.map(() => []);
    for (const ballot of election.ballots) ballot.options.forEach((option, i) => faces[option].push([ballot.values[i], ballot.weight]));
    const medians = faces.map((f, o) => medianOf(f, counts[o]));
    // Means crosswise, without a division.
    const compare = (a, b) => {
      const [x, y] = [BigInt(sums[b]) * BigInt(counts[a]), BigInt(sums[a]) * BigInt(counts[b])];
      return x < y ? -1 : x > y ? 1 : 0;
    };
    const order = counts.map((_, o) => o).filter(o => counts[o] > 0).sort((a, b) => compare(a, b) || places[a] - places[b]);
    return {
      ...take(order, election.winners, (a, b) => compare(a, b) === 0),
      steps: [{ kind: 'scores', sums: byOption(election, sums), counts: byOption(election, counts), medians: byOption(election, medians) }],
    };
  };

  // ---- Run-off: who has fewest leaves, of several the last in the tie order, until one has more than half of the ballots that still count.
  const runoff = (election, places) => {
    const isIn = election.options.map(() => true);
    const [steps, ties] = [[], []];
    for (;;) {
      const votes = isIn.map(is => is ? 0 : null);
      let exhausted = 0;
      for (const ballot of election.ballots) {
        const best = bestOf(ballot, isIn);
        if (best < 0) exhausted += ballot.weight;
        else votes[best] += ballot.weight;
      }
      const left = isIn.map((_, o) => o).filter(o => isIn[o]);
      const continuing = election.cast - exhausted;
      const first = left.find(o => votes[o] * 2 > continuing);
      const round = { kind: 'round', votes: byOption(election, votes), exhausted, eliminated: null };
      steps.push(round);
      if (continuing === 0 || left.length === 0 || first !== undefined) return { selected: continuing > 0 && left.length > 0 ? [first] : [], ties, steps };
      const fewest = Math.min(...left.map(o => votes[o]));
      const last = left.filter(o => votes[o] === fewest);
      if (last.length > 1) ties.push(last);
      const leaves = last.reduce((a, b) => places[a] > places[b] ? a : b);
      round.eliminated = election.options[leaves].id;
      isIn[leaves] = false;
    }
  };

  // ---- Budget by votes: what does not fit is passed over, what has no vote is never funded.
  const fund = (election, places, done, money) => {
    const votes = support(election);
    const [funded, ties, steps] = [[], [], []];
    const open = votes.map((_, o) => o).filter(o => votes[o] > 0 && !done.includes(o)).sort((a, b) => votes[b] - votes[a] || places[a] - places[b]);
    let left = money;
    for (let from = 0; from < open.length;) {
      const equals = open.filter(o => votes[o] === votes[open[from]]);
      const wouldFit = equals.filter(o => election.options[o].cost <= left);
      for (const option of equals) {
        const { id, cost } = election.options[option];
        const isFunded = cost <= left;
        if (isFunded) {
          left -= cost;
          funded.push(option);
        }
        steps.push({ kind: 'project', id, votes: votes[option], cost, funded: isFunded, left });
      }
      if (!wouldFit.every(o => funded.includes(o))) ties.push(ascending(wouldFit));
      from += equals.length;
    }
    return { selected: funded, ties, steps };
  };
  const greedy = (election, places) => fund(election, places, [], election.budget);

  // ---- Exact numbers, in lowest terms with a positive denominator.
  const gcd = (a, b) => {
    while (b) [a, b] = [b, a % b];
    return a < 0n ? -a : a;
  };
  const fraction = (n, d = 1n) => {
    const divisor = gcd(n, d);
    return { n: n / divisor, d: d / divisor };
  };
  const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
  const times = (a, whole) => fraction(a.n * BigInt(whole), a.d);
  const over = (a, whole) => fraction(a.n, a.d * BigInt(whole));
  const compare = (a, b) => {
    const [x, y] = [a.n * b.d, b.n * a.d];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const lengthOf = whole => whole.toString(16).length * 4;
  const toDouble = ({ n, d }) => {
    const shift = Math.max(0, 64 + lengthOf(d) - lengthOf(n));
    return Number((n << BigInt(shift)) / d) * 2 ** -shift;
  };
  const written = ({ n, d }) => d === 1n ? `${n}` : `${n}/${d}`;

  // ---- Equal shares. Comparisons are made in doubles with a bound on their error, and in fractions where that does not decide.
  // A balance needs no bookkeeping: who has money left has paid the whole price of everything bought that they support.
  const equalShares = (election, places, utility, completion, step) => {
    if (election.cast === 0) return { selected: [], ties: [], steps: [] };
    const costs = election.options.map(o => o.cost);
    const votes = approvals(election);
    const weights = Float64Array.from(election.ballots, b => b.weight);
    const choices = election.ballots.map(b => b.options);
    const lists = costs.map(() => []);
    choices.forEach((options, ballot) => options.forEach(o => lists[o].push(ballot)));
    const supporters = lists.map(l => Int32Array.from(l));
    const gainOf = option => utility === 'cost' ? costs[option] : 1;

    const buy = raised => {
      const exactShare = fraction(BigInt(election.budget) + BigInt(raised) * BigInt(step) * BigInt(election.cast), BigInt(election.cast));
      const share = toDouble(exactShare);
      const balances = new Float64Array(weights.length).fill(share);
      // Paid all they had: their balance is exactly nothing.
      const isSpent = new Uint8Array(weights.length);
      const boughtAt = new Int32Array(costs.length).fill(-1);
      const [purchases, ties] = [[], []];
      // No balance that is held as a double is further from the exact one.
      let error = share * 2 * ULP;

      // What some ballots have together, in whole numbers: how many shares, less how many payments of each purchase.
      const termsOf = (ballots, payers) => {
        const paid = new Float64Array(purchases.length);
        let spent = 0;
        for (const ballot of ballots) {
          spent += weights[ballot];
          for (const option of choices[ballot]) if (boughtAt[option] >= 0) paid[boughtAt[option]] += weights[ballot];
        }
        return { payers, spent, paid };
      };
      const exactSum = terms => {
        let money = times(exactShare, terms.spent);
        terms.paid.forEach((payments, i) => { if (payments > 0) money = minus(money, times(priceOf(purchases[i]), payments)); });
        return money;
      };
      const priceOf = purchase => purchase.exact ??= over(minus(fraction(BigInt(costs[purchase.option])), exactSum(purchase.terms)), purchase.terms.payers);
      const exactBalance = ballot => choices[ballot].reduce((money, o) => boughtAt[o] >= 0 ? minus(money, priceOf(purchases[boughtAt[o]])) : money, exactShare);
      const notSpent = option => supporters[option].filter(b => !isSpent[b]);

      const priced = (candidate, price, doubt) => {
        const gain = gainOf(candidate.option);
        Object.assign(candidate, { price, priceError: doubt, rate: price / gain, rateError: doubt / gain + price / gain * 2 * ULP });
        if (doubt !== Infinity) candidate.atLeast = Math.max(candidate.atLeast, candidate.rate - candidate.rateError);
      };
      const canPay = ({ option }) => {
        let [money, weight] = [0, 0];
        for (const ballot of supporters[option]) {
          if (isSpent[ballot]) continue;
          money += weights[ballot] * balances[ballot];
          weight += weights[ballot];
        }
        const doubt = weight * error + money * ULP * (supporters[option].length + 2);
        return Math.abs(money - costs[option]) > doubt ? money > costs[option]
          : compare(exactSum(termsOf(notSpent(option), 0)), fraction(BigInt(costs[option]))) >= 0;
      };
      // The price of which every supporter pays all or what they have: those who have less pay it all, the rest share what is missing.
      const evaluate = candidate => {
        const cost = costs[candidate.option];
        let [poor, price] = [-1, 0];
        for (;;) {
          let [paid, rich, rest, count] = [0, 0, 0, 0];
          for (const ballot of supporters[candidate.option]) {
            if (isSpent[ballot]) continue;
            if (balances[ballot] < price) {
              paid += weights[ballot] * balances[ballot];
              rest += weights[ballot];
              count++;
            } else rich += weights[ballot];
          }
          // Only where everybody pays all they have, give or take the error: nobody is left to share a rest that is none.
          if (rich === 0) return priced(candidate, price, Infinity);
          const next = (cost - paid) / rich;
          if (count === poor || next <= price) {
            // Who is taken for rich or poor by mistake is as near to the price as balances are uncertain.
            const doubt = error + (rest * error + paid * ULP * (count + 2) + cost * ULP) / rich;
            return priced(candidate, Math.max(price, next), doubt + price * 4 * ULP);
          }
          [poor, price] = [count, next];
        }
      };
      // The price of a candidate as a fraction. Only balances too near to it for doubles are needed one by one.
      const exactPrice = candidate => {
        const list = notSpent(candidate.option);
        const doubt = candidate.priceError + error;
        const poor = list.filter(b => balances[b] < candidate.price - doubt);
        let payers = 0;
        for (const b of list) payers += weights[b];
        for (const b of poor) payers -= weights[b];
        let missing = minus(fraction(BigInt(costs[candidate.option])), exactSum(termsOf(poor, payers)));
        const near = new Map();
        for (const ballot of list) {
          if (!(Math.abs(balances[ballot] - candidate.price) <= doubt)) continue;
          const balance = exactBalance(ballot);
          const key = written(balance);
          near.set(key, { balance, weight: (near.get(key)?.weight ?? 0) + weights[ballot] });
        }
        for (const { balance, weight } of [...near.values()].sort((a, b) => compare(a.balance, b.balance))) {
          if (compare(missing, times(balance, payers)) <= 0) break;
          missing = minus(missing, times(balance, weight));
          payers -= weight;
        }
        return over(missing, payers);
      };
      const compareRates = (a, b) => Math.abs(a.rate - b.rate) > a.rateError + b.rateError ? a.rate - b.rate
        // Rates are prices by gains; crosswise they need no division.
        : compare(times(exactPrice(a), gainOf(b.option)), times(exactPrice(b), gainOf(a.option)));
      // Those with the least rate; several only where they are exactly equal. What its supporters can no longer pay leaves the list.
      const findCheapest = open => {
        let best = [];
        for (let i = 0; i < open.length; i++) {
          const candidate = open[i];
          if (best.length > 0 && candidate.atLeast > best[0].rate + best[0].rateError) break;
          if (!canPay(candidate)) {
            open.splice(i--, 1);
            continue;
          }
          evaluate(candidate);
          const order = best.length === 0 ? -1 : compareRates(candidate, best[0]);
          if (order < 0) best = [];
          if (order <= 0) best.push(candidate);
        }
        return best;
      };
      // Takes the money. Whose balance is too near to the price for doubles is asked exactly.
      const settle = candidate => {
        const list = supporters[candidate.option];
        const doubt = candidate.priceError + error;
        let exact = null;
        if (doubt === Infinity || list.some(b => !isSpent[b] && Math.abs(balances[b] - candidate.price) <= doubt)) {
          exact = exactPrice(candidate);
          priced(candidate, toDouble(exact), toDouble(exact) * 2 * ULP);
        }
        const price = candidate.price;
        const [poor, spent] = [[], []];
        let payers = 0;
        for (const ballot of list) {
          if (isSpent[ballot]) continue;
          const order = exact && Math.abs(balances[ballot] - price) <= 2 * error + price * 4 * ULP ? compare(exactBalance(ballot), exact) : balances[ballot] - price;
          if (order < 0) poor.push(ballot);
          else {
            payers += weights[ballot];
            balances[ballot] -= price;
          }
          if (order <= 0) spent.push(ballot);
        }
        const terms = termsOf(poor, payers);
        for (const ballot of spent) isSpent[ballot] = 1;
        return { option: candidate.option, terms, exact };
      };
      // Balances anew from exact prices.
      const refresh = () => {
        const prices = purchases.map(p => toDouble(priceOf(p)));
        for (let ballot = 0; ballot < balances.length; ballot++) {
          if (!isSpent[ballot]) balances[ballot] = share - sum(choices[ballot].map(o => boughtAt[o] >= 0 ? prices[boughtAt[o]] : 0));
        }
        error = share * ULP * (purchases.length + 2);
      };
      const add = purchase => {
        boughtAt[purchase.option] = purchases.length;
        purchases.push(purchase);
      };

      const supported = costs.map((_, o) => o).filter(o => votes[o] > 0);
      for (const option of supported.filter(o => costs[o] === 0).sort((a, b) => places[a] - places[b])) {
        add({ option, terms: { payers: votes[option], spent: 0, paid: [] }, exact: fraction(0n) });
      }
      // The last rate of a project is a bound from below: rates never fall from one purchase to the next.
      const open = supported.filter(o => costs[o] > 0).map(option => ({ option, atLeast: costs[option] / votes[option] / gainOf(option) * (1 - 4 * ULP) }));
      for (;;) {
        open.sort((a, b) => a.atLeast - b.atLeast);
        const best = findCheapest(open);
        if (best.length === 0) break;
        const next = best.reduce((a, b) => places[a.option] < places[b.option] ? a : b);
        if (best.length > 1) ties.push(ascending(best.map(c => c.option)));
        const purchase = settle(next);
        add(purchase);
        open.splice(open.indexOf(next), 1);
        error += (purchase.exact ? next.price * 4 * ULP : next.priceError) + share * ULP;
        if (error > share * 1e-9) refresh();
      }
      return {
        selected: purchases.map(p => p.option), ties, cost: sum(purchases.map(p => costs[p.option])),
        steps: () => [{ kind: 'share', share: written(exactShare), raised }, ...purchases.map(p => ({
          kind: 'purchase', id: election.options[p.option].id, cost: costs[p.option], price: written(priceOf(p)), payers: p.terms.payers, spent: p.terms.spent,
        }))],
      };
    };

    let run = buy(0);
    if (completion.startsWith('add1')) {
      // Shares are raised until what is bought costs more than there is, or nothing else would fit.
      const somethingFits = ({ cost, selected }) => costs.some((c, o) => votes[o] > 0 && c > 0 && c <= election.budget - cost && !selected.includes(o));
      for (let raised = 1; somethingFits(run); raised++) {
        const next = buy(raised);
        if (next.cost > election.budget) break;
        run = next;
      }
    }
    const rest = completion.endsWith('utilitarian') ? fund(election, places, run.selected, election.budget - run.cost) : { selected: [], ties: [], steps: [] };
    return { selected: [...run.selected, ...rest.selected], ties: [...run.ties, ...rest.ties], steps: [...run.steps(), ...rest.steps] };
  };

  const rules = { plurality, approval, borda, irv: runoff, score, points, greedy, equalshares: equalShares };
  // Rules that need an order, faces or points cannot count ballots without them; a budget needs money.
  const canCount = ({ kind, budget }, rule) => ({
    borda: kind === 'ranking', irv: kind === 'ranking', score: kind === 'score' || kind === 'points', points: kind === 'score' || kind === 'points',
    greedy: budget > 0, equalshares: budget > 0 && (kind === 'budget' || kind === 'approval'),
  })[rule] ?? rule in rules;

  // ---- Conditions that were announced: what too few name cannot win, and where there are too few ballots nothing does.
  const struckOf = election => {
    const named = approvals(election);
    return named.map((_, o) => o).filter(o => BigInt(named[o]) * 100n < BigInt(election.threshold) * BigInt(election.cast));
  };
  const without = (election, struck) => ({
    ...election,
    ballots: election.ballots.map(({ weight, options, values }) => {
      const left = options.map((_, i) => i).filter(i => !struck.includes(options[i]));
      return { weight, options: left.map(i => options[i]), values: values.length > 0 ? left.map(i => values[i]) : [] };
    }),
  });

  // As the file says it was counted, unless somebody wishes it otherwise. The same report as the program's, step by step.
  const count = (election, wish = {}) => {
    const { rule, utility, completion, step, ties, seed } = { ties: 'seed', ...election, ...wish };
    if (!canCount(election, rule)) refuse('rule-does-not-fit');
    const struck = struckOf(election);
    const spends = rule === 'greedy' || rule === 'equalshares';
    const outcome = rules[rule](spends && struck.length > 0 ? without(election, struck) : election, tieOrder(election, ties, seed), utility, completion, step);
    const ids = options => options.map(o => election.options[o].id);
    const { threshold, quorum, cast } = election;
    const isMet = cast >= quorum;
    return {
      rule, ballots: cast,
      selected: isMet ? ids(outcome.selected.filter(o => !struck.includes(o))) : [],
      ties: isMet ? outcome.ties.filter(t => !t.some(o => struck.includes(o))).map(ids) : [],
      steps: [...outcome.steps, ...threshold > 0 ? [{ kind: 'threshold', percent: threshold, struck: ids(struck) }] : [], ...isMet ? [] : [{ kind: 'quorum', needed: quorum }]],
    };
  };

  // Whether two reports say the same, in whatever order they name the options of a step.
  const areSame = (a, b) => {
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
    const keys = Object.keys(a);
    return Array.isArray(a) === Array.isArray(b) && keys.length === Object.keys(b).length && keys.every(k => Object.hasOwn(b, k) && areSame(a[k], b[k]));
  };

  // Counts a file and compares it with what a portal has published: its result, the root of the receipts, and the lot that was fixed before.
  // A file of another vote is compared with the result it holds itself.
  const check = ({ ballots, published }) => {
    try {
      const election = read(ballots);
      const report = count(election);
      const isOfThisVote = published.isOurs || (election.seed === published.seed && election.question === published.question);
      const claimed = isOfThisVote ? JSON.parse(published.outcome) : election.result;
      const leaves = published.receipts.match(/^[0-9a-f]+/gm) ?? [];
      const secret = fromHex(published.secret);
      return {
        report, options: election.options, isOfThisVote,
        isSame: claimed ? areSame(report, claimed) : null,
        areWordsSame: isOfThisVote ? rootOf(leaves.map(fromHex)) === published.root : null,
        isLotFixed: isOfThisVote
          ? toHex(sha256(secret)) === published.commitment && toHex(sha256(joined(secret, fromHex(published.root)))) === election.seed : null,
      };
    } catch (error) {
      if (!error.reason) throw error;
      return { refused: error.reason };
    }
  };

  return { read, count, areSame, check, sha256, toHex };
})();

if (typeof module === 'object') module.exports = Counting;
else if (typeof WorkerGlobalScope === 'function') onmessage = ({ data }) => postMessage(Counting.check(data));
