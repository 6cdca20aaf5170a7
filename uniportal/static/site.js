// What pages gain by script: suggestions, ticks kept on the phone, links copied, pages read offline.
// Everything works without it.

// Suggestions under the search box: an ARIA combobox.
const WAIT_MS = 120;
const input = document.querySelector("[data-suggest]");
const words = input?.dataset;
const list = give(make("ul"), {id: "q-list", class: "sug", role: "listbox", "aria-label": words?.list});
const status = give(make("p"), {class: "vh", role: "status"});
let found = [], active = -1, timer, request;

function make(name) {
	return document.createElement(name);
}

function give(element, values) {
	for (const key in values) element.setAttribute(key, values[key]);
	return element;
}

function choose(place) {
	active = place;
	const option = list.children[place];
	for (const one of list.children) give(one, {"aria-selected": one === option});
	give(input, {"aria-activedescendant": option ? option.id : ""});
	option?.scrollIntoView({block: "nearest"});
}

function show(open) {
	list.hidden = !open;
	give(input, {"aria-expanded": open});
	status.textContent = open ? words.list + ": " + found.length : "";
	choose(-1);
}

function fill(suggestions) {
	found = suggestions;
	list.textContent = "";
	found.forEach((one, at) => {
		const kind = make("small");
		kind.append(words[one.kind]);
		const option = give(make("li"), {id: "q-" + at, role: "option"});
		option.append(one.text + " ", kind);
		list.append(option);
	});
	show(found.length > 0 && document.activeElement === input);
}

async function ask() {
	stop();
	const text = input.value.trim();
	if (text.length < 2) return fill([]);
	const own = request = new AbortController();
	try {
		const url = words.suggest + "?q=" + encodeURIComponent(text);
		const answer = await (await fetch(url, {signal: own.signal})).json();
		fill(answer.suggestions);
	} catch {
		own === request && fill([]);
	}
}

function stop() {
	clearTimeout(timer);
	request?.abort();
	request = null;
}

function close() {
	stop();
	show(false);
}

function press(event) {
	const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
	if (event.isComposing) return;
	if (step && list.hidden) ask();
	else if (step) {
		const places = found.length + 1; // one is the box
		choose((active + 1 + step + places) % places - 1);
	} else if (event.key === "Escape") close();
	else if (event.key === "Enter" && found[active]) location.assign(found[active].url);
	else return;
	event.preventDefault();
}

function begin() {
	input.type = "text"; // a search field may not be a combobox
	give(input, {role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id});
	input.after(list, status);
	fill([]);
	input.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(ask, WAIT_MS);
	});
	input.addEventListener("keydown", press);
	input.addEventListener("blur", close);
	list.addEventListener("mousedown", (event) => event.preventDefault());
	list.addEventListener("click", (event) => {
		const at = [...list.children].indexOf(event.target.closest("li"));
		if (found[at]) location.assign(found[at].url);
	});
}

function keep(list) {
	const boxes = [...list.querySelectorAll("input[type=checkbox]")];
	const key = list.dataset.keep;
	const clear = list.nextElementSibling;
	const save = () => {
		const ticked = boxes.filter((one) => one.checked).map((one) => one.value);
		clear.hidden = !ticked.length;
		try {
			if (ticked.length) localStorage.setItem(key, ticked);
			else localStorage.removeItem(key);
		} catch {} // who forbids it still ticks
	};
	let kept = [];
	try {
		kept = (localStorage.getItem(key) || "").split(",");
	} catch {}
	for (const one of boxes) one.checked = kept.includes(one.value);
	clear.hidden = !boxes.some((one) => one.checked);
	list.addEventListener("change", save);
	clear.addEventListener("click", () => {
		for (const one of boxes) one.checked = false;
		save();
	});
}

function offer(button) {
	button.hidden = false;
	button.addEventListener("click", async () => {
		await navigator.clipboard.writeText(button.dataset.copy);
		button.nextElementSibling.textContent = button.dataset.copied;
	});
}

async function listKept(list) {
	const cache = await caches.open("paginas");
	for (const request of await cache.keys()) {
		const answer = await cache.match(request);
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const title = page.querySelector("h1")?.textContent.trim();
		const link = document.createElement("a");
		link.href = request.url;
		link.textContent = title;
		const item = document.createElement("li");
		item.append(link);
		if (title) list.append(item);
	}
	list.hidden = list.nextElementSibling.hidden = !list.children.length;
}

// Only once somebody uses the page: reading offline must not slow the first reading.
async function readOffline() {
	const worker = navigator.serviceWorker;
	await worker.register(new URL("../sw.js", import.meta.url).pathname);
	(await worker.ready).active.postMessage(location.href);
}

if (input && !navigator.connection?.saveData) begin();
document.querySelectorAll("[data-keep]").forEach(keep);
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(offer);
if (window.caches) document.querySelectorAll("[data-kept]").forEach(listKept);
if (navigator.serviceWorker) {
	const begun = new AbortController();
	for (const sign of ["pointerdown", "keydown", "scroll"]) {
		addEventListener(sign, () => begun.abort(readOffline()), {passive: true, signal: begun.signal});
	}
}
