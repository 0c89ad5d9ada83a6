// A visit's memory lies in one server. Where the connection was lost and comes back to a server that does not know
// the visit, Streamlit leaves the old page standing, with boxes and files nobody has any more. `key` is how the
// key of a button begins that nobody sees, and that ends with the mark of the visit; `lost` the parameter that
// makes the page say what was lost.
(key, lost) => {
  if (window.carecompareVisit) return;
  const visit = window.carecompareVisit = { mark: '', isTouched: false, isConnected: true };
  const ASKS_AGAIN_MS = 100;
  const place = () => document.querySelector(`[class*="st-key-${key}"]`);
  const isConnected = () => document.querySelector('[data-test-connection-state="CONNECTED"]') !== null;

  for (const kind of ['input', 'change', 'drop', 'click']) {
    document.addEventListener(kind, (event) => {
      const target = event.target;
      if (!target.closest?.('[data-testid="stMain"]') || target.closest(`[class*="st-key-${key}"]`)) return;
      visit.isTouched ||= kind !== 'click' || target.closest('button') !== null;
    }, true);
  }

  const begin = () => {
    const address = new URL(location.href);
    address.searchParams.set(lost, '1');
    location.replace(address);
  };

  // Which visit this is, only a run of the page says.
  const ask = () => {
    const button = place()?.querySelector('button');
    if (!isConnected()) return;
    if (button && !button.disabled) button.click();
    else setTimeout(ask, ASKS_AGAIN_MS);
  };

  const look = () => {
    const mark = place()?.className.split(key)[1].split(' ')[0];
    if (mark && visit.mark && mark !== visit.mark && visit.isTouched) begin();
    visit.mark = mark || visit.mark;
    const was = visit.isConnected;
    visit.isConnected = isConnected();
    if (visit.isConnected && !was) ask();
  };

  new MutationObserver(look).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['data-test-connection-state', 'class'],
  });
  look();
}
