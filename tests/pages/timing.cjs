/** A function that does some work and gives the milliseconds of the page's own processor time, until all is there. */
exports.stopwatch = async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  return async (work) => {
    const before = await spent();
    await work();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    return Math.round((await spent()) - before);
  };
};
