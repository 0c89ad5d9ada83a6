// The clock, the full screen and the size of the picture: what only the browser knows.
(() => {
  const started = 'carecompare_present_started';
  if (window.carecomparePresenter) window.carecomparePresenter.stop();
  const stage = () => document.querySelector('.cc-stage');
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  const clock = () => {
    const place = document.querySelector('.cc-clock');
    const screen = stage();
    if (!place || !screen) return;
    let since = Number(sessionStorage.getItem(started));
    if (!since) { since = Date.now(); sessionStorage.setItem(started, since); }
    const seconds = (Date.now() - since) / 1000;
    const planned = Number(screen.dataset.minutes) * 60;
    const shown = planned ? Math.abs(planned - seconds) : seconds;
    const isOver = planned > 0 && seconds > planned;
    const word = planned ? (isOver ? screen.dataset.over : screen.dataset.remaining) : '';
    place.textContent = `${word} ${two(shown / 60)}:${two(shown % 60)}`.trim();
    place.classList.toggle('over', isOver);
  };
  // A picture is drawn for a desk. It is enlarged until it fills what the title and the foot leave.
  const fit = () => {
    const picture = document.querySelector('.st-key-present_picture');
    const foot = document.querySelector('.cc-stage-foot');
    if (!picture || !foot) return;
    const isTable = picture.querySelector('table.cc');
    if (!isTable && !picture.querySelector('[data-testid="stVegaLiteChart"] svg')) return;
    if (!isTable) tellShape(picture);
    const scale = Number(picture.dataset.scale) || 1;
    const room = foot.getBoundingClientRect().top - picture.getBoundingClientRect().top - 8;
    const wide = isTable ? 1 : stage().offsetWidth / picture.offsetWidth;
    const wanted = Math.min(room / picture.offsetHeight, wide);
    if (Math.abs(wanted - scale) < 0.02) return;
    picture.dataset.scale = wanted;
    picture.style.transformOrigin = 'top left';
    picture.style.transform = `scale(${wanted})`;
  };
  // A picture is drawn anew where the window has another shape than the one it was drawn for.
  const tellShape = (picture) => {
    const shape = window.innerWidth / window.innerHeight < 1.5 ? 'narrow' : 'wide';
    const button = document.querySelector(`.st-key-present_shape_${shape} button`);
    const isDrawn = picture.offsetWidth < 745 ? 'narrow' : 'wide';
    // A press that came while the page was still being drawn may be lost: it is asked again.
    if (!button || shape === isDrawn || Date.now() - asked < 2000) return;
    asked = Date.now();
    button.click();
  };
  let asked = 0;
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  };
  const typed = (event) => {
    if (event.target.closest('input, textarea, [contenteditable]') || event.ctrlKey || event.altKey) return;
    if (event.key === 'f' || event.key === 'F') full();
  };
  const clicked = (event) => {
    if (event.target.closest('.cc-full')) full();
    if (event.target.closest('.cc-reset')) { sessionStorage.setItem(started, Date.now()); clock(); }
  };
  const beat = () => { clock(); fit(); };
  const timer = setInterval(beat, 250);
  document.addEventListener('keydown', typed);
  document.addEventListener('click', clicked);
  window.carecomparePresenter = {
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('keydown', typed);
      document.removeEventListener('click', clicked);
    },
  };
  if (!stage()) sessionStorage.removeItem(started);
  beat();
})();
