// What Streamlit's page does not say or do by itself. `labels`: by key of a container what a screen reader calls
// it. `said`: Streamlit's own English, word for word, in Japanese; `forms`: the same of what holds a number or a
// name, by regular expression.
(labels, said, forms) => {
  document.documentElement.lang = 'ja';
  if (window.carecompareFrame) return;
  const NARROW_PX = 768;
  const SPEAKS_ENGLISH = ['stSkipToContent', 'stFileUploader', 'stSelectboxVirtualDropdown', 'stMultiSelectDropdown']
    .map((each) => `[data-testid="${each}"]`).concat('[role="dialog"]').join(', ');
  const patterns = Object.entries(forms).map(([form, japanese]) => [new RegExp(form), japanese]);
  const every = (selector, does) => document.querySelectorAll(selector).forEach(does);
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const inJapanese = (words) => {
    const form = patterns.find(([each]) => each.test(words));
    return said[words] ?? (form && words.replace(...form));
  };

  const nameWays = () => {
    for (const [key, label] of Object.entries(labels)) {
      every(`.st-key-${key}`, (each) => {
        set(each, 'role', 'navigation');
        set(each, 'aria-label', label);
      });
    }
    every('[data-testid="stPageLink"] a', (each) => {
      if (!each.closest('[class*="st-key-cc_open_"]')) each.removeAttribute('aria-current');
      else set(each, 'aria-current', each.pathname === location.pathname ? 'page' : 'true');
    });
  };

  // A map is drawn by WebGL, which forgets what it drew: paper would hold an empty frame.
  const contexts = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    const kept = /webgl/.test(kind) ? { ...options, preserveDrawingBuffer: true } : options;
    return contexts.call(this, kind, kept);
  };

  // A chart is one picture with its sentence; its marks would be read one by one, as code.
  const quieten = () => {
    every('[data-testid="stVegaLiteChart"][aria-label]', (each) => {
      set(each, 'role', 'img');
      each.removeAttribute('aria-roledescription');
      each.querySelectorAll('svg').forEach((drawing) => set(drawing, 'aria-hidden', 'true'));
    });
    // Seen only under a pointer, so the keyboard does not stop there.
    every('[data-testid="stHeaderActionElements"] a, [data-testid="stElementToolbar"] button', (each) => {
      set(each, 'tabindex', '-1');
      set(each, 'aria-hidden', 'true');
    });
    every('[data-testid="stFileUploaderDropzone"][role="presentation"]', (each) => set(each, 'role', 'group'));
  };

  // A page that needs no sections goes from its title to findings; no level is left out for who hears it.
  const level = () => {
    let last = 1;
    every('[data-testid="stMain"] :is(h2, h3, h4)', (each) => {
      const drawn = Number(each.tagName[1]);
      const told = Math.min(drawn, last + 1);
      if (told === drawn) each.removeAttribute('aria-level');
      else set(each, 'aria-level', String(told));
      last = told;
    });
  };

  const translate = () => {
    for (const name of ['aria-label', 'placeholder', 'title']) {
      every(`[${name}]`, (each) => {
        const japanese = inJapanese(each.getAttribute(name));
        if (japanese !== undefined) each.setAttribute(name, japanese);
      });
    }
    every(SPEAKS_ENGLISH, (each) => {
      const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const japanese = inJapanese(texts.currentNode.nodeValue.trim());
        if (japanese !== undefined) texts.currentNode.nodeValue = japanese;
      }
    });
  };

  // After a way in menu or tabs the reading goes on at the new page's heading; on a phone the menu closes.
  let goal = '';
  document.addEventListener('click', (event) => {
    const way = event.target.closest('[data-testid="stPageLink"] a');
    if (!way || !way.closest('[role="navigation"]')) return;
    goal = way.pathname;
    if (window.innerWidth < NARROW_PX) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  });
  const arrive = () => {
    const heading = document.querySelector('[data-testid="stMain"] h1');
    const isThere = document.querySelector('[data-test-script-state="notRunning"]');
    if (!goal || location.pathname !== goal || !heading || !isThere) return;
    goal = '';
    set(heading, 'tabindex', '-1');
    heading.focus({ preventScroll: true });
  };

  const mark = () => { nameWays(); quieten(); level(); translate(); arrive(); };
  let waits = false;
  window.carecompareFrame = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; mark(); });
  });
  window.carecompareFrame.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-test-script-state', 'aria-label'],
  });
  mark();
}
