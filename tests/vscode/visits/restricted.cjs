/** A workspace that is not trusted, and then is. */
module.exports = {
  async welcome(workbench) {
    await workbench.load();
    await workbench.view('Boundary');
    return workbench.texts('.pane-body .welcome-view-content', 'no server inside');
  },

  async trusted(workbench) {
    await workbench.page.locator('.welcome-view-content a', { hasText: 'Manage trust' }).click();
    await workbench.page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    return workbench.texts('.pane-body .monaco-list-row', 'In-process');
  },
};
