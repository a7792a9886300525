// Ballots with places, points or money: the numbers can be typed without this; here they are pressed, and what is left is said.
(() => {
  const money = document.querySelector('[data-costs]');
  if (money) {
    const lei = bani => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: bani % 100 ? 2 : 0, minimumFractionDigits: bani % 100 ? 2 : 0 }).format(bani / 100) + '\u00a0' + money.dataset.unit;
    const costs = new Map(money.dataset.costs.split(',').map(pair => pair.split(':')));
    const boxes = [...document.querySelectorAll('input[name="Input.Chosen"]')];
    const add = () => {
      const sum = boxes.filter(box => box.checked).reduce((total, box) => total + Number(costs.get(box.value)), 0);
      money.textContent = money.dataset.running.replace('{sum}', lei(sum)).replace('{budget}', lei(Number(money.dataset.budget)));
    };
    for (const box of boxes) box.addEventListener('change', add);
    add();
  }

  for (const ballot of document.querySelectorAll('[data-ballot]')) {
    const said = ballot.parentElement.querySelector('.running');
    // The buttons beside a field: one less, one more.
    const press = (field, step) => {
      const [less, more] = field.closest('li').querySelectorAll('.button--step');
      less.addEventListener('click', step(-1));
      more.addEventListener('click', step(1));
    };
    const nameOf = item => item.querySelector('.choice-title').textContent;

    if (ballot.dataset.ballot === 'Points') {
      const fields = [...ballot.querySelectorAll('.points')];
      const of = field => Math.max(0, parseInt(field.value, 10) || 0);
      const tell = () => {
        const left = Number(ballot.dataset.points) - fields.reduce((sum, field) => sum + of(field), 0);
        said.textContent = ballot.dataset.left.replace('{left}', left);
        for (const item of ballot.children) {
          const [less, more] = item.querySelectorAll('.button--step');
          // Not disabled: whoever is on it would be thrown off the page.
          less.ariaDisabled = of(item.querySelector('.points')) === 0;
          more.ariaDisabled = left <= 0;
        }
      };
      for (const field of fields) {
        press(field, by => ({ currentTarget: button }) => {
          if (button.ariaDisabled === 'true') return;
          field.value = of(field) + by;
          tell();
        });
        field.addEventListener('input', tell);
      }
      tell();
    }

    if (ballot.dataset.ballot === 'Ranking') {
      const selects = [...ballot.querySelectorAll('select')];
      const last = () => selects[0].options.length - 1;
      // Two options never share a place: who had it takes the place that was left.
      const move = (select, place, before) => {
        const other = selects.find(one => one !== select && place && one.value === place);
        select.value = place;
        if (other) other.value = before;
        select.dataset.before = place;
        if (other) other.dataset.before = before;
      };
      for (const select of selects) {
        const item = select.closest('li');
        select.dataset.before = select.value;
        select.addEventListener('change', () => move(select, select.value, select.dataset.before));
        const to = by => () => {
          const now = Number(select.value);
          const free = [...select.options].map(o => Number(o.value)).find(place => place > 0 && !selects.some(one => Number(one.value) === place));
          // Without a place yet: the next that is free. With one: it changes places with its neighbour.
          const next = now ? now + by : free;
          if (next >= 1 && next <= last() && (!now || selects.some(one => Number(one.value) === next))) move(select, String(next), select.value);
          said.textContent = `${nameOf(item)}: ${select.selectedOptions[0].textContent}`;
          said.hidden = false;
        };
        press(select, to);
      }
    }
  }
})();
