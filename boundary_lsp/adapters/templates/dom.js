/** An element with properties and children; texts are texts, never markup. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
}

/** `1 endpoint`, `2 endpoints`, `4,211 endpoints`. */
function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
