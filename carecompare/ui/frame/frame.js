// What Streamlit's page does not say by itself: its language, which link of menu and tabs is open, and that
// both are ways to other pages. `labels`: by key of a container what a screen reader calls it.
(labels) => {
  document.documentElement.lang = 'ja';
  if (window.carecompareFrame) return;
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const mark = () => {
    for (const [key, label] of Object.entries(labels)) {
      document.querySelectorAll(`.st-key-${key}`).forEach((each) => {
        set(each, 'role', 'navigation');
        set(each, 'aria-label', label);
      });
    }
    document.querySelectorAll('[data-testid="stPageLink"] a').forEach((each) => {
      if (!each.closest('[class*="st-key-cc_open_"]')) each.removeAttribute('aria-current');
      else set(each, 'aria-current', each.pathname === location.pathname ? 'page' : 'true');
    });
  };
  let waits = false;
  window.carecompareFrame = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; mark(); });
  });
  window.carecompareFrame.observe(document.body, { childList: true, subtree: true });
  mark();
}
