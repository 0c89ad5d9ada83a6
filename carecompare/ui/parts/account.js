// Logging in and out leads over the provider, who sends everybody back to the bare address. The screen that was
// open is remembered in its tab, and opened again when the tab comes back; `button` finds what leads away.
(button) => {
  if (window.carecompareReturns) return;
  window.carecompareReturns = true;
  const REMEMBERED = 'carecompare_return';
  const program = document.querySelector('script[type="module"][src]');
  const root = new URL('../../', program.src);
  const address = sessionStorage.getItem(REMEMBERED);
  sessionStorage.removeItem(REMEMBERED);
  const isBack = address && location.pathname === root.pathname;
  if (isBack && new URL(address).origin === location.origin) location.replace(address);
  document.addEventListener('click', (event) => {
    if (event.target.closest?.(button)) sessionStorage.setItem(REMEMBERED, location.href);
  }, true);
}
