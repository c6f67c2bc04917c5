// Better with than without: "/" goes to the search, j and k walk through the rows of a page, and pointing at a row shows it in the margin.
"use strict";
(() => {
  const marks = [...document.querySelectorAll("pre.text a.on[id]")];
  const notes = new Map([...document.querySelectorAll("aside.margin a.to")].map((a) => [decodeURIComponent(a.hash.slice(1)), a.parentElement]));
  let at = -1;
  const light = (id, on) => { const note = notes.get(id); if (note) note.classList.toggle("lit", on); };
  marks.forEach((mark) => {
    for (const [begin, end] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
      mark.addEventListener(begin, () => light(mark.id, true));
      mark.addEventListener(end, () => light(mark.id, false));
    }
  });
  const rows = marks.length ? marks : [...document.querySelectorAll("ul.rows > li a[href], tbody th a[href]")].filter((a) => a.closest(".line, blockquote, th"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("q").focus(); return; }
    if ((event.key === "j" || event.key === "k") && rows.length) {
      at = Math.min(rows.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
      rows[at].focus();
      rows[at].scrollIntoView({ block: "center" });
    }
  });
})();
