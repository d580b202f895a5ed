// Shapes of a map as one stop of the Tab key: arrows go to the nearest shape in their direction, Home and End to the ends.
const away = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

document.addEventListener("keydown", (event) => {
  const shape = event.target instanceof Element ? event.target.closest("[data-arrows] a") : null;
  if (shape === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const shapes = [...shape.closest("[data-arrows]").querySelectorAll("a")];
  const next = nextOf(event.key, shape, shapes);
  if (next === undefined) return;
  event.preventDefault();
  for (const other of shapes) other.setAttribute("tabindex", other === next ? "0" : "-1");
  next.focus();
});

function nextOf(key, shape, shapes) {
  if (key === "Home") return shapes[0];
  if (key === "End") return shapes.at(-1);
  const direction = Object.hasOwn(away, key) ? away[key] : undefined;
  return direction && nearest(direction, shape, shapes);
}

/** Far aside counts double, so that one goes along a row before leaving it. */
function nearest([right, down], shape, shapes) {
  const from = middleOf(shape);
  const ahead = shapes.flatMap((other) => {
    const to = middleOf(other);
    const along = (to.x - from.x) * right + (to.y - from.y) * down;
    const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
    return other !== shape && along > 0.5 ? [{ other, distance: along + 2 * aside }] : [];
  });
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.other;
}

function middleOf(element) {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
