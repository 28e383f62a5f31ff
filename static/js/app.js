// Small behaviours of every page. Nothing here is needed to read or to save.
"use strict";

const YEAR = 365 * 24 * 60 * 60;

function choose(theme) {
  const root = document.documentElement;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  if (theme === "auto") root.removeAttribute("data-bs-theme");
  else root.setAttribute("data-bs-theme", theme);
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
  document.dispatchEvent(new CustomEvent("theme"));
}

document.addEventListener("click", (event) => {
  const theme = event.target.closest("[data-theme-choice]");
  if (theme) choose(theme.dataset.themeChoice);
  if (event.target.closest("[data-print]")) print();
  const refused = event.target.closest("[aria-disabled='true']");
  if (refused) event.preventDefault();
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new CustomEvent("theme")));

// A form sent twice by a nervous finger goes out once; the server would recognise the second anyway.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 3000) event.preventDefault();
  form.dataset.sent = String(Date.now());
});

// On a sheet Enter goes down its column, as one copies a paper list, and from the last line to the button.
document.addEventListener("keydown", (event) => {
  const cell = event.target.matches(".list-table input") && event.target.closest("td");
  if (event.key !== "Enter" || !cell || !cell.closest("form")) return;
  event.preventDefault();
  let row = cell.parentElement, next = null;
  do {
    row = event.shiftKey ? row.previousElementSibling : row.nextElementSibling;
    next = row?.cells[cell.cellIndex]?.querySelector("input:not([disabled])");
  } while (row && !next);
  (next || cell.closest("form").querySelector("[type=submit]")).focus();
  next?.select();
});

// After a refused form the summary is read first.
document.querySelector("[data-focus]")?.focus();

// A part of the page that was replaced keeps the focus where it was.
let focused = "";
document.addEventListener("htmx:beforeSwap", () => {
  const active = document.activeElement;
  focused = active?.closest("th") ? active.textContent.trim() : "";
});
document.addEventListener("htmx:afterSettle", () => {
  if (!focused) return;
  for (const link of document.querySelectorAll("th a")) if (link.textContent.trim() === focused) link.focus();
  focused = "";
});

// An answer that is an error still tells why.
document.addEventListener("htmx:responseError", (event) => {
  const place = document.getElementById("messages");
  if (!place) return;
  const note = document.createElement("div");
  note.className = "alert alert-danger";
  const detail = event.detail.xhr.responseText;
  const parsed = new DOMParser().parseFromString(detail, "text/html");
  note.textContent = parsed.querySelector("main p")?.textContent || document.title;
  place.replaceChildren(note);
});

// "/" goes to the search field; arrows walk through what it suggests, Escape comes back.
document.addEventListener("keydown", (event) => {
  const field = document.getElementById("find");
  if (!field?.checkVisibility() || event.ctrlKey || event.metaKey || event.altKey) return;
  const active = document.activeElement;
  if (event.key === "/" && !active?.closest("input, textarea, select, [contenteditable]")) {
    event.preventDefault();
    field.select();
    field.focus();
    return;
  }
  if (!active?.closest(".find")) return;
  if (event.key === "Escape" && active !== field) field.focus();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [field, ...document.querySelectorAll("#suggestions a")];
  const next = stops.indexOf(active) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
});

// A field that only some choices of another field need is shown with those.
function showNeeded() {
  for (const field of document.querySelectorAll("[data-asked-by]")) {
    const chosen = document.getElementById(field.dataset.askedBy)?.value;
    const { onlyFor, notFor } = field.dataset;
    const needed = onlyFor === undefined ? !notFor.split(" ").includes(chosen) : onlyFor.split(" ").includes(chosen);
    field.closest("[id^=div_id_]")?.toggleAttribute("hidden", !needed);
  }
}
document.addEventListener("change", showNeeded);
showNeeded();
