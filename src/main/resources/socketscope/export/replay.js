'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const items = [...document.querySelectorAll('#events li')];
  // A diagram; or two with their marks, as columns with as many rows.
  const columns = [...document.querySelectorAll('.rows')].map(rows => [...rows.children]);
  const rows = columns[0];
  const curtain = byId('curtain');
  const whole = curtain.getAttribute('height');
  const told = [...document.querySelectorAll('[data-tells]')]
      .map(place => ({place, nothing: place.textContent}));
  const differing = items.flatMap((item, i) => 'differs' in item.dataset ? [i + 1] : []);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let now = 0;
  let timer = 0;

  /** Shows the first `step` rows, and what happened in the last of them. */
  function show(step) {
    const before = now;
    now = Math.max(0, Math.min(rows.length, step));
    columns.forEach(column => column.forEach((row, i) => {
      row.classList.toggle('future', i >= now);
      row.classList.toggle('current', i === now - 1);
      row.classList.toggle('new', i === now - 1 && now === before + 1);
    }));
    items.forEach((item, i) => {
      item.classList.toggle('future', i >= now);
      item.tabIndex = i === Math.max(0, now - 1) ? 0 : -1;
      if (i === now - 1) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
    const current = items[now - 1];
    // States and waiting calls end where the present ends.
    curtain.setAttribute('height', now === rows.length ? whole : current ? current.dataset.bottom : 0);
    told.forEach(({place, nothing}) => {
      place.textContent = current ? current.dataset[place.dataset.tells] : nothing;
    });
    byId('moment').value = now;
    byId('count').value = `${now} / ${rows.length}`;
    history.replaceState(null, '', `#${now}`);
    if (current) reveal(current, rows[now - 1]);
  }

  function reveal(item, row) {
    const list = byId('events');
    if (item.offsetTop < list.scrollTop + list.offsetTop
        || item.offsetTop + item.offsetHeight > list.scrollTop + list.offsetTop + list.clientHeight) {
      list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
    }
    const figure = document.querySelector('figure');
    const seen = figure.getBoundingClientRect();
    const at = row.getBoundingClientRect();
    const top = seen.top + document.querySelector('.names').offsetHeight;
    if (at.top < top || at.bottom > seen.bottom - 24) {
      figure.scrollBy({
        top: at.top - (top + seen.bottom) / 2,
        behavior: still.matches || timer ? 'auto' : 'smooth'
      });
    }
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    press(false);
  }

  function press(playing) {
    const button = byId('play');
    const name = playing ? button.dataset.pause : button.dataset.play;
    button.setAttribute('aria-pressed', playing);
    button.setAttribute('aria-label', name);
    button.title = `${name} (P)`;
  }

  function play() {
    clearInterval(timer);
    if (now === rows.length) show(0);
    timer = setInterval(() => {
      show(now + 1);
      if (now === rows.length) pause();
    }, 1000 / Number(byId('speed').value));
    press(true);
  }

  function go(step) {
    pause();
    show(step);
  }

  const actions = {
    first: () => go(0),
    back: () => go(now - 1),
    play: () => (timer ? pause() : play()),
    forward: () => go(now + 1),
    last: () => go(rows.length),
    next: () => differing.length && go(differing.find(step => step > now) ?? differing[0]),
    previous: () => differing.length && go(differing.findLast(step => step < now) ?? differing.at(-1))
  };
  const keys = {
    Home: 'first', ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', p: 'play', P: 'play',
    ArrowRight: 'forward', ArrowDown: 'forward', PageDown: 'forward', ' ': 'forward', End: 'last',
    d: 'next', D: 'previous'
  };
  Object.keys(actions).forEach(id => byId(id)?.addEventListener('click', actions[id]));
  document.addEventListener('keydown', event => {
    const action = keys[event.key];
    const busy = event.target.closest?.('button, input, select, summary');
    if (!action || event.ctrlKey || event.altKey || event.metaKey || (busy && event.key.length > 1 && busy.matches('input, select'))
        || (busy && event.key === ' ')) return;
    event.preventDefault();
    actions[action]();
    if (document.activeElement.matches('#events li')) items[Math.max(0, now - 1)].focus();
  });
  byId('moment').addEventListener('input', event => go(Number(event.target.value)));
  byId('speed').addEventListener('change', () => timer && play());
  byId('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  items.forEach((item, i) => item.addEventListener('click', () => go(i + 1)));
  columns.forEach(column => column.forEach((row, i) => row.addEventListener('click', () => go(i + 1))));
  addEventListener('hashchange', () => go(Number(location.hash.slice(1)) || 0));

  show(location.hash ? Number(location.hash.slice(1)) || 0 : rows.length);
})();
