// Shows a page when the desk cannot be reached, and notices that are pushed. Keeps no other
// page: what the desk shows is private, and old answers are worse than none.
const CACHE = "desk-offline-1";

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.put("OFFLINE_PAGE", await fetch("OFFLINE_PAGE", { credentials: "omit", cache: "reload" }));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(() => caches.match("OFFLINE_PAGE")));
});

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: "ICON", data: { url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const { url } = event.notification.data;
    const [open] = await self.clients.matchAll({ type: "window" });
    if (!open) return self.clients.openWindow(url);
    await open.navigate(url);
    return open.focus();
  })());
});
