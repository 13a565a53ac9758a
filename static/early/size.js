{
  // Widths in the conditions of styles are multiples of the browser's font size. If a style sheet of the reader sets
  // another size, converts them.
  const html = document.documentElement;
  const conditions = [];
  let normal;
  let before = 1;
  const fit = () => {
    if (!normal) {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.fontSize = "medium";
      normal = parseFloat(getComputedStyle(probe).fontSize);
      probe.remove();
    }
    const ratio = parseFloat(getComputedStyle(html).fontSize) / normal;
    if (!(ratio > 0) || ratio === before) return;
    before = ratio;
    if (!conditions.length) {
      for (const { cssRules } of document.styleSheets) {
        for (const { media } of cssRules) if (/rem/.test(media?.mediaText)) conditions.push([media, media.mediaText]);
      }
    }
    for (const [media, text] of conditions) {
      media.mediaText = text.replace(/([\d.]+)rem/g, (_, width) => `${width * ratio}rem`);
    }
  };
  addEventListener("DOMContentLoaded", () => {
    // Its size follows the font's, and nothing else.
    const rem = document.body.appendChild(document.createElement("i"));
    Object.assign(rem.style, { position: "absolute", width: "1rem", visibility: "hidden" });
    new ResizeObserver(() => setTimeout(fit)).observe(rem);
  });
}
