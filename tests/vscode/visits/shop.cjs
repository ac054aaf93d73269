/** The corpus, as somebody who looks around in it sees it. */
module.exports = {
  async diagnostics(workbench) {
    await workbench.load();
    await workbench.open('actions/wishlist.ts');
    await workbench.page.waitForSelector('.squiggly-warning', { timeout: 240_000 });
    await workbench.command('Problems: Focus on Problems View');
    return workbench.texts('.markers-panel .monaco-list-row', 'stray-server-directive');
  },

  async lenses(workbench) {
    await workbench.command('View: Toggle Panel Visibility');
    await workbench.open('actions/cart.ts');
    return workbench.texts('.codelens-decoration', 'call over the network');
  },

  async uses(workbench) {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'over the network' }).click();
    return workbench.rows('over the network');
  },

  async peek(workbench) {
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'in-process' }).click();
    await workbench.page.waitForSelector('.reference-zone-widget');
    return workbench.texts('.reference-zone-widget .peekview-title', 'again');
  },

  async references(workbench) {
    await workbench.page.keyboard.press('Escape');
    await workbench.open('actions/orders.ts');
    await workbench.page.locator('.view-line', { hasText: 'placeOrder' }).locator('text=placeOrder').click();
    await workbench.command('Peek References');
    return workbench.texts('.reference-zone-widget .ref-tree .monaco-list-row', 'checkout');
  },

  async badges(workbench) {
    await workbench.open('lib/cart-math.ts');
    return [
      await workbench.badge('cart-math.ts', 'SC'),
      await workbench.badge('rates.ts', 'S'),
      await workbench.badge('stars.ts', 'C'),
    ];
  },

  async band(workbench) {
    await workbench.page.waitForSelector('.glyph-margin-widgets .cgmr');
    return workbench.page.locator('.glyph-margin-widgets .cgmr').count();
  },

  async status(workbench) {
    return workbench.texts('.statusbar-item[id="boundary-lsp.boundary-lsp.boundary.side"]', 'because');
  },

  async why(workbench) {
    await workbench.page.locator('.statusbar-item', { hasText: 'because' }).click();
    return workbench.rows('components/add-to-cart.tsx');
  },

  async walk(workbench) {
    for (let step = 0; step < 4; step += 1) await workbench.page.keyboard.press('ArrowDown');
    const tab = await workbench.texts('.tab.active', 'index.ts');
    await workbench.page.keyboard.press('Escape');
    return [...tab, ...(await workbench.texts('.tab.active', 'cart-math.ts'))];
  },

  async doors(workbench) {
    await workbench.view('Boundary');
    return workbench.texts('.pane-body .monaco-list-row', 'Called');
  },

  async door(workbench) {
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'shareWishes' }).click();
    await workbench.page.waitForSelector('.tab.active[data-resource-name="wishlist.ts"]');
    return workbench.texts('.statusbar-item[id="status.editor.selection"]', 'Ln 14');
  },

  async report(workbench) {
    await workbench.command('Boundary: Show the Endpoints Report');
    const frame = await workbench.frame('table tbody tr');
    return [await frame.locator('h1').innerText(), await frame.locator('table').first().innerText()];
  },

  async map(workbench) {
    await workbench.command('Boundary: Open the Map');
    const frame = await workbench.frame('#frame .row');
    await frame.locator('.row', { hasText: 'components' }).last().click();
    await frame.locator('[role=treeitem]', { hasText: 'add-to-cart.tsx' }).click();
    return [await frame.locator('h1').innerText(), ...(await frame.locator('#told-part li').allInnerTexts())];
  },

  async dark(workbench) {
    await workbench.open('components/add-to-cart.tsx');
    const light = await workbench.bandImage('#B86E00');
    await workbench.command('Preferences: Toggle between Light/Dark Themes');
    return [light, await workbench.bandImage('#E69F00')];
  },

  async check(workbench) {
    await workbench.command('Boundary: Check the Workspace');
    return workbench.texts('.notification-list-item-message', 'errors');
  },

  async baseline(workbench) {
    await workbench.command('Boundary: Write a Baseline');
    await workbench.page.locator('.notification-list-item .monaco-button', { hasText: 'Show Only What Is New' }).click();
    await workbench.texts('.welcome-view-content', 'being read');
    await workbench.texts('.pane-body .monaco-list-row', 'In-process');
    return workbench.texts('.statusbar-item[id="status.problems"]', '0 0');
  },
};
