// The screens of a hall: arrow keys move, B darkens. All are in the page already; what is shown is asked for anew every five minutes, and
// stays as it was while the network is away.
const wall = document.querySelector("[data-slides]");
const refreshMillis = 300_000;

const slides = () => [...wall.querySelectorAll("[data-slide]")];

function show(at) {
  const all = slides();
  const wanted = (at + all.length) % all.length;
  for (const [n, slide] of all.entries()) slide.hidden = n !== wanted;
  const address = new URL(location.href);
  address.searchParams.set("layar", String(wanted + 1));
  history.replaceState(history.state, "", address);
}

const shown = () => slides().findIndex((slide) => !slide.hidden);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
  if (by !== undefined) {
    event.preventDefault();
    show(shown() + by);
  } else if (event.key.toLowerCase() === "b") wall.toggleAttribute("data-dark");
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("[data-go]") : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(shown() + Number(link.dataset.go));
});

async function refresh() {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...page.querySelectorAll("[data-slide]")];
    if (fresh.length === 0) return;
    const at = shown();
    for (const [n, slide] of slides().entries()) if (fresh[n]) slide.replaceChildren(...fresh[n].childNodes);
    show(at);
  } catch {
    // The last numbers stay; their day stands on every screen.
  }
}
setInterval(refresh, refreshMillis);
