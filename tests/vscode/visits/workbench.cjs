/** What a person does in VS Code, and what there is to be seen. Everything waits until it is there. */
const path = require('node:path');

class Workbench {
  constructor(page, { address, folder, pictures }) {
    this.page = page;
    this.address = address;
    this.folder = folder;
    this.pictures = pictures;
  }

  async load() {
    await this.page.goto(this.address);
    await this.page.waitForSelector('.explorer-folders-view .monaco-list-row');
  }

  async picture(name) {
    await this.page.screenshot({ path: path.join(this.pictures, `${name}.png`) });
  }

  /** By its path below the folder. */
  async open(file) {
    await this.quickly('Control+P', path.join(this.folder, file), path.basename(file));
    await this.page.waitForSelector(`.tab.active[data-resource-name="${path.basename(file)}"]`);
  }

  /** By its title in the palette. */
  async command(title) {
    await this.quickly('F1', title, title);
  }

  async quickly(key, text, first) {
    await this.page.keyboard.press(key);
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.fill(key === 'F1' ? `>${text}` : text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: first }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The texts of all that match, with blanks between their parts, as soon as one contains `until`. */
  async texts(selector, until = '') {
    await this.page.locator(selector, { hasText: until }).first().waitFor();
    const found = await this.page.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const parts = [];
        while (walker.nextNode()) parts.push(walker.currentNode.data);
        return parts.join(' ');
      }),
    );
    return found.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Behind the name of a file in the explorer, as soon as it has `until` in it; there may be a number of findings, too. */
  async badge(name, until) {
    const row = `.explorer-folders-view .monaco-list-row[aria-label^="${name}"] .monaco-icon-label`;
    const read = ([query, wanted]) => {
      const badges = [...document.querySelectorAll(query)].map((label) => getComputedStyle(label, '::after').content);
      return badges.find((badge) => badge.replaceAll('"', '').split(', ').includes(wanted));
    };
    const text = await this.page.waitForFunction(read, [row, until]);
    return text.jsonValue();
  }

  /** One line's piece of the band in the gutter, as soon as it has that colour. */
  async bandImage(color) {
    const read = (wanted) => {
      const band = document.querySelector('.glyph-margin-widgets .cgmr');
      const found = band && /base64,([^"]*)/.exec(getComputedStyle(band).backgroundImage);
      const image = found ? atob(found[1]) : '';
      return image.includes(wanted) && image;
    };
    return (await this.page.waitForFunction(read, color)).jsonValue();
  }

  async rows(until) {
    return this.texts('.quick-input-list .monaco-list-row', until);
  }

  /** The frame of a page inside the editor that has such an element. */
  async frame(selector) {
    for (let tries = 0; tries < 240; tries += 1) {
      for (const frame of this.page.frames()) {
        if (await frame.locator(selector).count().catch(() => 0)) return frame;
      }
      await this.page.waitForTimeout(500);
    }
    throw new Error(`no frame has ${selector}`);
  }

  async view(title) {
    await this.page.locator(`.activitybar [aria-label^="${title}"]`).first().click();
  }
}

module.exports = { Workbench };
