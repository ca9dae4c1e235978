// The settings' list is longer than most screens: the page that is open is seen in it.
const list = document.querySelector(".subnav");
const here = list?.querySelector("[aria-current]");
if (here && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 2;
