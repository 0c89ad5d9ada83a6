// Draws each chart where it stands, as wide as its place. Nothing is fetched: the loader knows no address.
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const places = [...document.querySelectorAll(".chart")];
  const closed = { load: () => Promise.reject(new Error("closed")), sanitize: () => Promise.reject(new Error("closed")) };
  let drawn = 0;
  let views = [];

  // Only a width that changed is a reason to draw again: a phone tells of a resize whenever its bars move.
  const draw = async () => {
    if (window.innerWidth === drawn) return;
    drawn = window.innerWidth;
    views.forEach((each) => each.finalize());
    views = [];
    for (const [number, place] of places.entries()) {
      const width = { width: place.clientWidth, autosize: { type: "fit-x", contains: "padding" } };
      try {
        views.push(await drawChart(place, { ...charts[number], ...width }, { actions: false, renderer: "svg", ast: true, loader: closed }));
        // Its title and the table speak; its marks would be read one by one.
        place.querySelector("svg").setAttribute("aria-hidden", "true");
      } catch (problem) {
        place.textContent = place.dataset.failed;
        place.classList.add("failed");
        console.error(problem);
      }
    }
    document.documentElement.dataset.drawn = String(views.length);
  };

  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 200);
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  draw();
})();
