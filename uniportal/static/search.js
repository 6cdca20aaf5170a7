// Suggestions under the search box: an ARIA combobox. The form works without it.
const WAIT_MS = 120;
const input = document.querySelector("[data-suggest]");
const words = input.dataset;
const list = give(make("ul"), {id: "q-list", class: "sug", role: "listbox", "aria-label": words.list});
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

if (!(navigator.connection?.saveData)) begin();
