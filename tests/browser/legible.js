// What a person cannot read on a page: letters on letters, letters outside their picture or cut by their box.
// Returns sentences, each with the kind, the words and where they stand.
() => {
  const SLACK_PX = 1.5;
  const found = [];
  const say = (kind, words) => found.push(`${kind}: ${words}`);
  const short = (words) => words.trim().replace(/\s+/g, ' ').slice(0, 60);
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK_PX &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK_PX;

  // The box of the letters alone; the browser's own has the room a font keeps above and below them.
  const lettersOf = (element) => {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const from = element.getStartPositionOfChar(0);
    const to = element.getEndPositionOfChar(element.getNumberOfChars() - 1);
    const matrix = element.getScreenCTM();
    const corners = [[from.x, from.y - 0.8 * size], [to.x, to.y + 0.06 * size]]
      .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
    const [xs, ys] = [corners.map((each) => each.x), corners.map((each) => each.y)];
    return {
      words: element.textContent, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
    };
  };
  const isSeen = (element) => {
    for (let each = element; each && each.tagName !== 'svg'; each = each.parentElement)
      if (each.getAttribute('opacity') === '0' || each.getAttribute('display') === 'none') return false;
    return element.textContent.trim() !== '' && element.getNumberOfChars() > 0;
  };

  const inPicture = (picture) => {
    const frame = picture.getBoundingClientRect();
    const lines = [...picture.querySelectorAll('text')].filter(isSeen)
      .flatMap((each) => (each.querySelector('tspan') ? [...each.querySelectorAll('tspan')].filter(isSeen) : [each]));
    const boxes = [];
    for (const box of lines.map(lettersOf)) {
      // Letters over their own light edge are the same letters twice.
      const isEdge = boxes.some((each) => each.words === box.words && Math.abs(each.left - box.left) < 1 && Math.abs(each.top - box.top) < 1);
      if (!isEdge) boxes.push(box);
    }
    boxes.forEach((box, place) => {
      if (box.words.endsWith('…')) say('shortened', short(box.words));
      const over = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (over > SLACK_PX) say('outside the picture', `${short(box.words)} by ${over.toFixed(0)} px`);
      boxes.slice(place + 1).filter((each) => meet(box, each))
        .forEach((each) => say('on each other', `${short(box.words)} | ${short(each.words)}`));
    });
  };
  document.querySelectorAll('svg.marks').forEach(inPicture);

  // Words of HTML that a box which does not scroll cuts off.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const near = node.parentElement;
    if (!near || !node.nodeValue.trim() || near.closest('script, style, svg, [aria-hidden="true"], .cc-visually-hidden, option')) continue;
    if (!near.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    let scrolls = { x: false, y: false };
    for (let each = near; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const frame = each.getBoundingClientRect();
      if (frame.width < 2 || frame.height < 2) break;
      if (/auto|scroll/.test(style.overflowX)) scrolls.x = true;
      if (/auto|scroll/.test(style.overflowY)) scrolls.y = true;
      const hidden = /hidden|clip/;
      const cut = (hidden.test(style.overflowX) && !scrolls.x && Math.max(box.right - frame.right, frame.left - box.left) > 2) ||
        (hidden.test(style.overflowY) && !scrolls.y && Math.max(box.bottom - frame.bottom, frame.top - box.top) > 4);
      if (cut) { say('cut', short(node.nodeValue)); break; }
      if (style.position === 'fixed') break;
    }
  }
  return found;
}
