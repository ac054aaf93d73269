/** A workspace that is not trusted, and an extension that brings its server. */
module.exports = {
  async bundled(workbench) {
    await workbench.load();
    await workbench.view('Boundary');
    return workbench.texts('.pane-body .monaco-list-row', 'In-process');
  },
};
