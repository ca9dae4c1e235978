// On a phone the page scrolls, not the pane: a conversation opens at its newest message, as it
// does elsewhere. Whoever comes back, or to a certain place in it, finds that.
const isNewHere = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";
function open() {
  const all = document.querySelectorAll("#conversation .msgs > :is(.msg, .event)");
  const newest = [...all].findLast((one) => one.matches(".msg"));
  if (!newest || location.hash || /[?&](all|before)\b/.test(location.search)) return;
  if (!matchMedia("(max-width: 50rem)").matches || !isNewHere()) return;
  const bar = document.querySelector(".promise-bar")?.offsetHeight ?? 0;
  const foot = document.querySelector(".thread-bar")?.offsetHeight ?? 0;
  const { top, height } = newest.getBoundingClientRect();
  // The whole of it above the bar; of a long one its beginning.
  const room = innerHeight - bar - foot - 16;
  scrollTo(0, scrollY + top - bar - 8 - Math.max(0, room - height));
}
open();
