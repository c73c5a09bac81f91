
"use strict";
(() => {
  const KINDS = ["source", "binary", "wire"];
  const form = document.getElementById("filters");
  if (!form) {
    return;
  }
  const shown = document.getElementById("shown");
  const changes = Array.from(document.querySelectorAll("details.change"), (element) => ({
    element,
    data: element.dataset,
    operations: element.dataset.operations.split("\n"),
    text: "",
  }));

  /** Reading all text takes time, so only a search does it. */
  const textOf = (change) => {
    change.text = change.text || change.element.textContent.toLowerCase();
    return change.text;
  };

  const hasVerdict = (change, kind, level) => {
    const kinds = kind ? [kind] : KINDS;
    if (level === "compatible") {
      return kinds.every((each) => change.data[each] === level);
    }
    return kinds.some((each) => (level ? change.data[each] === level : change.data[each] !== "compatible"));
  };

  const matches = (change, wanted) =>
    (!wanted.code || change.data.code === wanted.code) &&
    (!wanted.service || change.data.service === wanted.service) &&
    (!wanted.used || change.data.used === "yes") &&
    (!wanted.operation || change.operations.includes(wanted.operation)) &&
    (!(wanted.kind || wanted.level) || hasVerdict(change, wanted.kind, wanted.level)) &&
    (!wanted.text || wanted.text.toLowerCase().split(/\s+/).every((word) => textOf(change).includes(word)));

  const wanted = () => Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value));

  const filter = () => {
    const fields = wanted();
    let count = 0;
    for (const change of changes) {
      const isShown = matches(change, fields);
      change.element.hidden = !isShown;
      count += isShown ? 1 : 0;
    }
    for (const group of document.querySelectorAll("section.group")) {
      const visible = group.querySelectorAll("details.change:not([hidden])").length;
      group.hidden = visible === 0;
      group.querySelector(".count").textContent = visible;
    }
    document.getElementById("nothing").hidden = count > 0;
    shown.textContent = `${count} of ${changes.length} shown`;
    return fields;
  };

  /** Keeps the filters in the address, so that it can be shared; not every browser allows this for local files. */
  const remember = () => {
    const query = new URLSearchParams(filter()).toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch {
      return;
    }
  };

  const openLinked = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    const change = target && target.closest("details.change");
    if (!change) {
      return;
    }
    if (change.hidden) {
      form.reset();
      filter();
    }
    document.querySelectorAll(".linked").forEach((each) => each.classList.remove("linked"));
    change.classList.add("linked");
    change.open = true;
    change.scrollIntoView();
    change.querySelector("summary").focus({ preventScroll: true });
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = value === field.value;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = value;
      if (field.value !== value) {
        field.value = "";
      }
    }
  }
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  window.addEventListener("hashchange", openLinked);
  form.hidden = false;
  filter();
  openLinked();
})();
