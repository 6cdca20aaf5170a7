// Keeps on the phone the sheets and journeys seen last; a page kept always says when it was read.
// The view that serves this file puts VERSION, FILES, OFFLINE and BASE before it.
const NOW = "archivos-" + VERSION;
const KEPT = "paginas";
const MOST = 50;
const PATIENCE_MS = 4000;
const PAGES = /^([a-z-]+\/)?((servicio|camino)\/[^/]+)?$/;
const NEVER = /^([a-z-]+\/)?(l|api|gestion|salud)(\/|$)/;
const READ = "x-leido";

addEventListener("install", (event) => {
	const files = caches.open(NOW).then((cache) => cache.addAll([...FILES, ...OFFLINE]));
	event.waitUntil(files.then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));

addEventListener("fetch", (event) => {
	const {request} = event;
	const {origin, pathname, search} = new URL(request.url);
	const path = pathname.slice(BASE.length);
	if (request.method !== "GET" || origin !== location.origin || NEVER.test(path)) return;
	if (path.startsWith("static/")) event.respondWith(file(request));
	else if (request.mode === "navigate") {
		event.respondWith(page(event, !search && PAGES.test(path), path));
	}
});

// The page that was there before the worker.
addEventListener("message", (event) => {
	const {pathname, search, origin} = new URL(event.data);
	const isKept = origin === location.origin && !search && PAGES.test(pathname.slice(BASE.length));
	if (isKept) event.waitUntil(caches.open(KEPT).then((cache) => ask(event, cache, new Request(pathname))));
});

async function forget() {
	for (const name of await caches.keys()) {
		if (name !== NOW && name !== KEPT) await caches.delete(name);
	}
}

async function file(request) {
	return (await caches.match(request)) || fetch(request);
}

async function page(event, isKept, path) {
	const cache = await caches.open(KEPT);
	const old = isKept && await cache.match(event.request);
	const fresh = ask(event, isKept && cache, event.request);
	try {
		const answer = await (old ? Promise.race([fresh, late()]) : fresh);
		if (answer.status < 500 || !old) return answer;
	} catch {}
	if (old) return dated(old);
	const language = OFFLINE.find((one) => one === BASE + path.split("/")[0] + "/sin-conexion");
	return caches.match(language || OFFLINE[0]);
}

async function ask(event, cache, request) {
	// Asked about each time: what the browser itself kept would not say when it was read.
	const answer = await fetch(request, {cache: "no-cache"});
	const stored = cache && answer.ok && !answer.redirected && store(cache, request, answer.clone());
	if (stored) event.waitUntil(stored);
	return answer;
}

function late() {
	return new Promise((_, fail) => setTimeout(fail, PATIENCE_MS));
}

async function store(cache, request, answer) {
	const headers = new Headers(answer.headers);
	headers.set(READ, new Date().toISOString());
	for (const name of ["content-encoding", "content-length"]) headers.delete(name);
	await cache.put(request, new Response(await answer.text(), {headers}));
	const keys = await cache.keys();
	for (const one of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(one);
}

async function dated(answer) {
	const html = await answer.text();
	const language = html.match(/<html lang="([^"]+)"/)[1];
	const when = new Date(answer.headers.get(READ)).toLocaleString(language, {dateStyle: "long", timeStyle: "short"});
	const said = html.replace("data-stale hidden", "data-stale").replace("{leido}", when);
	return new Response(said, {headers: answer.headers});
}
