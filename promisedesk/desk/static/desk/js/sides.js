// A link to a talk beside the conversation opens it.
function open() {
  const talk = location.hash.startsWith("#side-") && document.getElementById(location.hash.slice(1));
  if (!talk || talk.open) return;
  talk.open = true;
  talk.scrollIntoView({ block: "nearest" });
}
open();
addEventListener("hashchange", open);
document.addEventListener("click", ({ target }) => {
  if (target.closest?.("a[href^='#side-']")) setTimeout(open); // also when it is there already
});
